#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace confab {

class CopyButton;

/// The links that lead into the room, one a line, each with Copy and a QR code; while there is none, a line
/// that says so.
class JoinLinks : public QWidget
{
    Q_OBJECT
public:
    explicit JoinLinks(QWidget *parent = nullptr);

    void setLinks(const QStringList &links);
    const QStringList &links() const { return m_links; }

Q_SIGNALS:
    /// Its QR code is wanted. @param anchor the button that was pressed.
    void qrRequested(const QString &link, QWidget *anchor);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        QLineEdit *address;
        CopyButton *copy;
    };

    void rebuild();
    QWidget *makeLine(qsizetype index);
    void showLink(qsizetype index);

    QStringList m_links;
    QList<Line> m_lines; ///< of each link
    QVBoxLayout *m_layout;
};

} // namespace confab
