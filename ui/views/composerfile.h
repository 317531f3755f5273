#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace confab {

/// The file that a composer is to send: chosen, named, weighed and read. Sends nothing itself.
class ComposerFile : public QWidget
{
    Q_OBJECT
public:
    explicit ComposerFile(QWidget *parent = nullptr);

    bool isChosen() const { return !m_path.isEmpty(); }
    /// An empty path chooses none.
    void setPath(const QString &path);
    /// The most octets that the file may have.
    void setMaxSize(qsizetype octets) { m_maxSize = octets; }

    /// Why the chosen file cannot be sent, as a sentence with what to do; empty if it can.
    QString problem() const;
    /// What sending it comes to.
    QString note(bool asText) const;
    static QString unreadableText();
    /// Its octets; nothing if it cannot be read, or if it grew past the most since it was chosen.
    std::optional<QByteArray> read() const;

Q_SIGNALS:
    /// Another file was chosen, or none.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose();
    void retranslate();

    QString m_path;
    qsizetype m_maxSize = 16 * 1024 * 1024;
    QPushButton *m_choose;
    QLabel *m_name;
};

} // namespace confab
