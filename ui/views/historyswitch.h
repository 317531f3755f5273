#pragma once

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace confab {

/// Whether a history is kept, and the way to forget the one that there is.
class HistorySwitch : public QWidget
{
    Q_OBJECT
public:
    explicit HistorySwitch(QWidget *parent = nullptr);

    /// Where it is kept, empty for nowhere; edits come from here on. Emits nothing.
    void setFile(const QString &file);
    const QString &file() const { return m_file; }
    /// Whether a room is open that may write to it: then it cannot be forgotten.
    void setRoomOpen(bool open);

Q_SIGNALS:
    void fileEdited(const QString &file);
    /// The history in that file is to be forgotten; nobody has been asked yet.
    void forgetRequested(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void sayWhetherItCanBeForgotten();
    void retranslate();

    QString m_file;
    QCheckBox *m_keep;
    QPushButton *m_forget;
};

} // namespace confab
