#pragma once

#include "ui/views/composition.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace confab {

class ComposerFile;
class PayloadEdit;

/// Where a person writes what a connection is to send: text, octets in hex or base64 or a file, as a binary
/// message or as a text, or a ping. Sends nothing itself.
class ClientComposer : public QWidget
{
    Q_OBJECT
public:
    using Kind = CompositionKind;

    explicit ClientComposer(QWidget *parent = nullptr);

    Kind kind() const;
    void setKind(Kind kind);
    /// The file of the kind File; an empty path chooses none.
    void setFile(const QString &path);
    /// Whether the connection is OPEN: otherwise what is written stays, and waits.
    void setSendingPossible(bool possible);
    /// The most octets of one message; Send says no past it.
    void setMaxMessageSize(qsizetype octets);
    /// Asked before a message is sent, with its octets: whether it fits into what may wait to be sent.
    void setFits(std::function<bool(qsizetype octets)> fits) { m_fits = std::move(fits); }
    /// Octets that were sent and that the system has not accepted yet; shown unless 0.
    void setBufferedAmount(qint64 octets);

    /// What the button does: sends what is written if it can be sent.
    void send();

Q_SIGNALS:
    void textComposed(const QString &text);
    void binaryComposed(const QByteArray &payload);
    void pingComposed(const QByteArray &payload);

protected:
    void changeEvent(QEvent *event) override;

private:
    void kindChosen();
    void assess();
    void assessField();
    void assessFile();
    bool readFile();
    bool goesAsText() const;
    bool mustWait();
    void sayThatLineBreaksAreLost();
    void showProblem(const QString &problem, qsizetype position = -1);
    void showNote(const QString &note);
    void showBufferedAmount();
    void retranslate();

    QComboBox *m_kind;
    QCheckBox *m_asText; ///< for octets that are to go as a text message
    QStackedWidget *m_input;
    PayloadEdit *m_editor;
    ComposerFile *m_file;
    QLabel *m_note;
    QLabel *m_buffered;
    QPushButton *m_send;
    QByteArray m_octets;    ///< what is written comes to; of a file, once it was read
    bool m_sendable = true; ///< what is written can be sent once the connection is OPEN
    bool m_possible = false;
    qsizetype m_maxMessageSize = 16 * 1024 * 1024;
    std::function<bool(qsizetype)> m_fits;
    qint64 m_bufferedAmount = 0;
    bool m_waits = false; ///< what is written did not fit
};

} // namespace confab
