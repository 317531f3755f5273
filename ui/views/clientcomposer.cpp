#include "ui/views/clientcomposer.h"

#include "core/wire/utf8.h"
#include "ui/text/sizetext.h"
#include "ui/views/composedtext.h"
#include "ui/views/composerfile.h"
#include "ui/views/payloadedit.h"
#include "ui/views/theme.h"
#include "ui/views/wheelguard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

ClientComposer::ClientComposer(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_asText(new QCheckBox(this))
    , m_input(new QStackedWidget(this))
    , m_editor(new PayloadEdit(this))
    , m_file(new ComposerFile(this))
    , m_note(new QLabel(this))
    , m_buffered(new QLabel(this))
    , m_send(new QPushButton(this))
{
    setObjectName(u"clientComposer"_s);
    setFocusProxy(m_editor);
    m_kind->setObjectName(u"composerKind"_s);
    m_asText->setObjectName(u"composerAsText"_s);
    m_editor->setObjectName(u"composerEditor"_s);
    m_note->setObjectName(u"composerNote"_s);
    m_buffered->setObjectName(u"composerBuffered"_s);
    m_send->setObjectName(u"composerSend"_s);

    for (int i = 0; i < compositionKindCount; ++i)
        m_kind->addItem(QString());
    guardFromWheel(*m_kind);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    setCaptionLook(*m_note);
    setCaptionLook(*m_buffered);
    m_buffered->hide();
    setButtonLook(*m_send, ButtonLook::Primary);

    m_input->addWidget(m_editor);
    m_input->addWidget(m_file);
    m_input->setFixedHeight(3 * QFontMetrics(payloadFont()).lineSpacing() + 2 * theme::unit);

    auto *actions = new QHBoxLayout;
    actions->setSpacing(theme::unit);
    actions->addWidget(m_kind);
    actions->addWidget(m_asText);
    actions->addStretch();
    actions->addWidget(m_buffered);
    actions->addWidget(m_send);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::halfUnit);
    layout->addWidget(m_input);
    layout->addWidget(m_note);
    layout->addLayout(actions);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &ClientComposer::kindChosen);
    connect(m_asText, &QCheckBox::toggled, this, &ClientComposer::assess);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &ClientComposer::assess);
    connect(m_editor, &PayloadEdit::sendRequested, this, &ClientComposer::send);
    connect(m_editor, &PayloadEdit::lineBreaksLost, this, &ClientComposer::sayThatLineBreaksAreLost);
    connect(m_file, &ComposerFile::changed, this, &ClientComposer::assess);
    connect(m_send, &QPushButton::clicked, this, &ClientComposer::send);
    kindChosen();
}

ClientComposer::Kind ClientComposer::kind() const
{
    return Kind(m_kind->currentIndex());
}

void ClientComposer::setKind(Kind kind)
{
    m_kind->setCurrentIndex(int(kind));
}

void ClientComposer::setFile(const QString &path)
{
    m_file->setPath(path);
}

void ClientComposer::setSendingPossible(bool possible)
{
    m_possible = possible;
    assess();
}

void ClientComposer::setMaxMessageSize(qsizetype octets)
{
    m_maxMessageSize = octets;
    m_file->setMaxSize(octets);
    assess();
}

void ClientComposer::setBufferedAmount(qint64 octets)
{
    if (octets == m_bufferedAmount)
        return;
    m_bufferedAmount = octets;
    showBufferedAmount();
    if (m_waits)
        assess();
}

void ClientComposer::kindChosen()
{
    m_input->setCurrentIndex(kind() == Kind::File ? 1 : 0);
    m_asText->setVisible(standsForOctets(kind()));
    retranslate();
}

void ClientComposer::assess()
{
    m_octets.clear();
    m_sendable = true;
    m_waits = false;
    m_editor->mark(-1);
    showNote({});
    if (kind() == Kind::File)
        assessFile();
    else
        assessField();
    m_send->setEnabled(m_possible && m_sendable);
}

void ClientComposer::assessField()
{
    const bool isOctets = standsForOctets(kind());
    const Composition read =
        readComposition(kind(), isOctets ? m_editor->toPlainText() : composedText(*m_editor),
                        m_asText->isChecked(), m_maxMessageSize);
    m_octets = read.octets;
    if (read.problem.isEmpty())
        showNote(read.note);
    else
        showProblem(read.problem, read.position);
}

bool ClientComposer::goesAsText() const
{
    return kind() == Kind::Text || (standsForOctets(kind()) && m_asText->isChecked());
}

void ClientComposer::sayThatLineBreaksAreLost()
{
    if (kind() == Kind::Text || kind() == Kind::Ping)
        showNote(tr(
            "The pasted line breaks (CR, U+2028 or U+2029) are sent as LF. To send them as they are, choose "
            "Hex, Base64 or File, as text."));
}

void ClientComposer::assessFile()
{
    m_sendable = m_file->isChosen();
    if (!m_sendable)
        return;
    const QString problem = m_file->problem();
    if (problem.isEmpty())
        showNote(m_file->note(goesAsText()));
    else
        showProblem(problem);
}

/// Says so if it has to. A ping goes past all that waits.
bool ClientComposer::mustWait()
{
    if (kind() == Kind::Ping || !m_fits || m_fits(m_octets.size()))
        return false;
    showProblem(
        tr("This does not fit in yet: the server has not taken what was sent before. It stays here; send "
           "it in a while."));
    m_waits = true;
    return true;
}

void ClientComposer::showProblem(const QString &problem, qsizetype position)
{
    m_sendable = false;
    m_note->setText(problem);
    m_note->show();
    m_note->setPalette(warningPalette(palette(), QPalette::PlaceholderText));
    m_editor->mark(position);
}

void ClientComposer::showNote(const QString &note)
{
    m_note->setText(note);
    m_note->setHidden(note.isEmpty());
    m_note->setPalette(palette());
}

void ClientComposer::showBufferedAmount()
{
    m_buffered->setText(tr("%1 queued").arg(sizeText(quint64(m_bufferedAmount))));
    m_buffered->setToolTip(
        tr("Sent here, but not taken by the system yet: the server reads too slowly (bufferedAmount)"));
    m_buffered->setVisible(m_bufferedAmount > 0);
}

/// @return whether it could be read, and can go as what it is to go as; says so if not.
bool ClientComposer::readFile()
{
    const std::optional<QByteArray> octets = m_file->read();
    m_octets = octets.value_or(QByteArray());
    const QString problem = !octets        ? ComposerFile::unreadableText()
                            : goesAsText() ? textProblem(*octets)
                                           : QString();
    if (!problem.isEmpty())
        showProblem(problem);
    return problem.isEmpty();
}

void ClientComposer::send()
{
    commitComposition(*m_editor);
    assess();
    const bool isFile = kind() == Kind::File;
    if (!m_possible || !m_sendable || (isFile && !readFile()) || mustWait())
        return;
    switch (kind()) {
    case Kind::Text:
        Q_EMIT textComposed(composedText(*m_editor));
        break;
    case Kind::Ping:
        Q_EMIT pingComposed(m_octets);
        break;
    case Kind::Hex:
    case Kind::Base64:
    case Kind::File:
        if (goesAsText())
            Q_EMIT textComposed(textFromUtf8(m_octets));
        else
            Q_EMIT binaryComposed(m_octets);
        break;
    }
    if (isFile) {
        m_file->setPath({});
        return;
    }
    m_editor->takeSent();
    m_editor->setFocus();
}

void ClientComposer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        assess();
    QWidget::changeEvent(event);
}

void ClientComposer::retranslate()
{
    m_kind->setItemText(int(Kind::Text), tr("Text"));
    m_kind->setItemText(int(Kind::Hex), tr("Hex"));
    m_kind->setItemText(int(Kind::Base64), tr("Base64"));
    m_kind->setItemText(int(Kind::File), tr("File"));
    m_kind->setItemText(int(Kind::Ping), tr("Ping"));
    m_kind->setAccessibleName(tr("What to send"));
    m_kind->setToolTip(tr("What to send: text, bytes, a file, or a ping"));
    m_asText->setText(tr("as text"));
    m_asText->setToolTip(tr("Send these bytes as a text message, not as a binary one."));
    m_editor->setAccessibleName(tr("Message"));
    switch (kind()) {
    case Kind::Text:
        m_editor->setPlaceholderText(tr("Write a message…"));
        break;
    case Kind::Hex:
        m_editor->setPlaceholderText(tr("Bytes, such as 48 65 6c 6c 6f"));
        break;
    case Kind::Base64:
        m_editor->setPlaceholderText(tr("Bytes, such as SGVsbG8="));
        break;
    case Kind::Ping:
        m_editor->setPlaceholderText(tr("What the ping carries, if anything"));
        break;
    case Kind::File:
        break;
    }
    m_send->setText(tr("Send"));
    m_send->setToolTip(tr("Send this (Ctrl+Return). Ctrl+Up brings back what was sent before."));
    showBufferedAmount();
    assess();
}

} // namespace confab
