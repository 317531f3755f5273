#pragma once

#include <QTextEdit>

#include <deque>

namespace confab {

class ConversationModel;
struct RoomMessage;
struct ShownText;

/// A conversation as people read it: what one says in a row stands under one name and time, coming and going
/// is a quiet line. Text can be selected across messages. Follows the end only while the end is in sight;
/// never moves what is being read.
class ConversationView : public QTextEdit
{
    Q_OBJECT
public:
    /// The most characters that are shown of one message; a note says how many follow. Laying out takes a
    /// time that grows with the square of what cannot be broken into lines, and a message may have 16 MiB.
    static constexpr qsizetype maxShownLength = 4'000;
    /// The author of the messages that stand out as one's own: the host.
    static constexpr quint64 ownAuthor = 0;

    /// @param model outlives the view.
    explicit ConversationView(ConversationModel &model, QWidget *parent = nullptr);

    bool isAtEnd() const;
    void scrollToEnd();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// How a row of the model stands in the document: its own block, with or without a heading block above
    /// it.
    struct Row
    {
        bool hasHeading = false;
        bool isSaid = false; ///< not coming or going
    };

    /// All rows anew; the end is in sight afterwards.
    void rebuild();
    /// The same rows in other words and colours; what is read stays in place.
    void restyle();
    void appendRows(int first, int last);
    void removeRows(int count);
    bool startsGroup(int row) const;
    void appendMessage(int row);
    /// @return a cursor in a new block at the end.
    QTextCursor appendBlock(const QTextBlockFormat &block, const QTextCharFormat &text);
    void appendHeading(const RoomMessage &message);
    static ShownText body(const RoomMessage &message);
    /// Changes the document without moving what is in sight.
    template <typename Change>
    void keepPlace(Change change);

    ConversationModel &m_model;
    std::deque<Row> m_rows;
};

} // namespace confab
