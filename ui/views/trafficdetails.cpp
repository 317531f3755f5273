#include "ui/views/trafficdetails.h"

#include "ui/text/boundtext.h"
#include "ui/text/closecodetext.h"
#include "ui/text/sizetext.h"
#include "ui/text/timetext.h"
#include "ui/text/traffictext.h"
#include "ui/text/wireerrortext.h"
#include "ui/text/wiresizetext.h"
#include "ui/views/theme.h"
#include "ui/views/wrapmode.h"
#include "ui/views/wrappedlabel.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QEvent>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

QLabel *makeLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

/// How a connection ended: its code, and what is known of why.
QStringList endWords(const TrafficRecord &record)
{
    if (record.cause != 0) {
        const ErrorText text = neverOpenedText(record);
        return {text.what, text.why};
    }
    const QString cause = endCauseText(record.error, record.exceeded);
    return {closeStatusText(record.close), cause.isEmpty() ? closeCodeExplanation(record.close.code) : cause};
}

QPushButton *makeQuietButton(const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    setButtonLook(*button, ButtonLook::Quiet);
    return button;
}

} // namespace

TrafficDetails::TrafficDetails(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(u"detailsTitle"_s, this))
    , m_facts(makeLabel(u"detailsFacts"_s, this))
    , m_explanation(makeLabel(u"detailsExplanation"_s, this))
    , m_allowOrigin(new QPushButton(this))
    , m_forms{makeQuietButton(u"detailsText"_s, this), makeQuietButton(u"detailsJson"_s, this),
              makeQuietButton(u"detailsHex"_s, this), makeQuietButton(u"detailsFrame"_s, this)}
    , m_copy(makeQuietButton(u"detailsCopy"_s, this))
    , m_close(makeQuietButton(u"detailsClose"_s, this))
    , m_payload(new QPlainTextEdit(this))
    , m_gone(new WrappedLabel(this))
{
    setObjectName(u"trafficDetails"_s);
    m_allowOrigin->setObjectName(u"detailsAllowOrigin"_s);
    m_payload->setObjectName(u"detailsPayload"_s);
    m_gone->setObjectName(u"recordGone"_s);

    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    setCaptionLook(*m_facts);
    auto *forms = new QButtonGroup(this);
    for (int i = 0; i < payloadFormCount; ++i) {
        QPushButton *form = m_forms[std::size_t(i)];
        form->setCheckable(true);
        setButtonLook(*form, ButtonLook::Chip);
        forms->addButton(form, i);
    }
    m_forms.front()->setChecked(true);
    m_payload->setReadOnly(true);
    m_payload->setFont(payloadFont());
    m_payload->setMinimumHeight(8 * theme::unit);
    setCaptionLook(*m_gone);
    m_gone->hide();

    auto *top = new QHBoxLayout;
    top->setSpacing(theme::halfUnit);
    top->addWidget(m_title, 1);
    for (QPushButton *form : m_forms)
        top->addWidget(form);
    top->addWidget(m_copy);
    top->addWidget(m_close);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::halfUnit, 0, 0);
    layout->setSpacing(theme::halfUnit);
    layout->addLayout(top);
    layout->addWidget(m_facts);
    layout->addWidget(m_explanation);
    layout->addWidget(m_allowOrigin, 0, Qt::AlignLeft);
    layout->addWidget(m_payload, 1);
    layout->addWidget(m_gone);

    connect(forms, &QButtonGroup::idClicked, this, [this](int form) {
        m_wanted = PayloadForm(form);
        showPayload();
    });
    connect(m_copy, &QPushButton::clicked, this, &TrafficDetails::copyPayload);
    connect(m_close, &QPushButton::clicked, this, &TrafficDetails::closeRequested);
    connect(m_allowOrigin, &QPushButton::clicked, this,
            [this] { Q_EMIT allowOriginRequested(m_refusedOrigin); });
    retranslate();
}

void TrafficDetails::setRecord(const TrafficRecord &record, const QByteArray &refusedOrigin)
{
    m_record = record;
    m_refusedOrigin = refusedOrigin;
    m_gone->hide();
    showRecord();
}

void TrafficDetails::setGone()
{
    m_gone->setVisible(m_record.has_value());
}

void TrafficDetails::clear()
{
    m_record.reset();
    m_refusedOrigin.clear();
    m_gone->hide();
    showRecord();
}

std::optional<quint64> TrafficDetails::number() const
{
    return m_record ? std::optional(m_record->number) : std::nullopt;
}

QSize TrafficDetails::sizeHint() const
{
    return {40 * theme::unit, 28 * theme::unit};
}

void TrafficDetails::showRecord()
{
    const bool shown = m_record.has_value();
    m_allowOrigin->setHidden(m_refusedOrigin.isEmpty());
    if (!shown) {
        m_title->clear();
        m_facts->clear();
        m_explanation->hide();
        m_payload->clear();
        m_shown.clear();
        nameCopy();
        return;
    }
    const TrafficRecord &record = *m_record;
    m_title->setText(directionSymbol(record.direction) + u' ' + trafficKindWord(record.kind));
    QStringList facts{recordSizeInWords(record), dateTimeText(record.time)};
    const QString peer = recordPeerText(record);
    if (!peer.isEmpty())
        facts.insert(1, peer);
    if (record.fragments > 1)
        facts += tr("%n fragment(s)", nullptr, int(record.fragments));
    m_facts->setText(facts.join(u" · "_s));
    m_explanation->setText(explanation());
    m_explanation->setHidden(m_explanation->text().isEmpty());
    showPayload();
}

QString TrafficDetails::explanation() const
{
    QStringList sentences;
    switch (m_record->kind) {
    case TrafficKind::Close:
        sentences += closeStatusText(m_record->close);
        sentences += closeCodeExplanation(m_record->close.code);
        break;
    case TrafficKind::Ended:
        sentences += endWords(*m_record);
        break;
    case TrafficKind::TlsFailure:
        sentences +=
            tr("The TLS handshake failed before the client could ask for anything: it does not trust "
               "the certificate, does not speak TLS 1.2 or later, or was silent for too long.");
        break;
    case TrafficKind::Failure:
        sentences += wireErrorInFull(m_record->error);
        sentences += atFaultText(*m_record);
        break;
    case TrafficKind::Text:
    case TrafficKind::Binary:
        if (m_record->isUnfinished)
            sentences += unfinishedSentence();
        break;
    default:
        break;
    }
    if (!m_refusedOrigin.isEmpty())
        sentences += tr("A page of %1 asked to join, and that origin is not allowed here.")
                         .arg(QString::fromUtf8(m_refusedOrigin));
    if (isCut())
        sentences += tr("The log keeps the first %1 of it.").arg(sizeText(quint64(m_record->payload.size())));
    sentences.removeAll(QString());
    return sentences.join(u'\n');
}

/// Only the beginning of its payload was kept.
bool TrafficDetails::isCut() const
{
    return m_record && !m_record->payload.isEmpty() && m_record->size > quint64(m_record->payload.size());
}

void TrafficDetails::nameCopy()
{
    m_copy->setEnabled(!m_shown.isEmpty());
    m_copy->setText(isCut() && m_form != PayloadForm::Frame
                        ? tr("Copy the first %1").arg(shortSizeText(quint64(m_record->payload.size())))
                        : tr("Copy"));
}

void TrafficDetails::showPayload()
{
    if (!m_record)
        return;
    // Sixteen octets a line where they fit, else eight.
    const int wide = QFontMetrics(m_payload->font()).horizontalAdvance(u'0') * 76;
    std::array<std::optional<QString>, payloadFormCount> shown;
    for (int i = 0; i < payloadFormCount; ++i) {
        const auto place = std::size_t(i);
        shown[place] = payloadInForm(*m_record, PayloadForm(i), width() > wide ? 16 : 8);
        m_forms[place]->setEnabled(shown[place].has_value());
    }
    // The reader's choice stands for the records that it is possible for.
    m_form = m_wanted;
    if (!shown[std::size_t(m_form)])
        m_form = shown[std::size_t(PayloadForm::Text)] ? PayloadForm::Text : PayloadForm::Hex;
    m_forms[std::size_t(m_form)]->setChecked(true);
    m_shown = *shown[std::size_t(m_form)];
    nameCopy();
    m_payload->setHidden(m_shown.isEmpty());
    const bool isTable = m_form == PayloadForm::Hex || m_form == PayloadForm::Frame;
    m_payload->setLineWrapMode(isTable ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    setWrappedText(*m_payload, m_shown);
}

void TrafficDetails::copyPayload()
{
    // Not a text out of the field, which alters some of its characters.
    QGuiApplication::clipboard()->setText(m_shown);
}

void TrafficDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TrafficDetails::retranslate()
{
    const auto name = [this](PayloadForm form, const QString &text, const QString &toolTip) {
        m_forms[std::size_t(form)]->setText(text);
        m_forms[std::size_t(form)]->setToolTip(toolTip);
    };
    name(PayloadForm::Text, tr("Text"), tr("Show the payload as text."));
    name(PayloadForm::Json, tr("JSON"),
         tr("Show a message that is a JSON object or array with a line for each value."));
    name(PayloadForm::Hex, tr("Hex"), tr("Show the payload byte by byte with offsets."));
    name(PayloadForm::Frame, tr("Frame"), tr("Show the header of the frame that carried it, bit by bit."));
    m_copy->setToolTip(tr("Copy what is shown below."));
    m_close->setText(u"✕"_s);
    m_close->setToolTip(tr("Close the details."));
    m_close->setAccessibleName(tr("Close the details"));
    m_allowOrigin->setText(tr("Allow this origin"));
    m_allowOrigin->setToolTip(tr("Let pages of this origin join from now on."));
    m_payload->setAccessibleName(tr("Payload"));
    m_gone->setText(tr("This record is no longer in the list above."));
    showRecord();
}

} // namespace confab
