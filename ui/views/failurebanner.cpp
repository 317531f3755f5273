#include "ui/views/failurebanner.h"

#include "ui/views/plaintooltip.h"
#include "ui/views/theme.h"
#include "ui/views/wrapmode.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

QLabel *makeSentence(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

FailureBanner::FailureBanner(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"failureBanner"_s);
    setAccessibleName(tr("What went wrong"));
    hide();
}

void FailureBanner::make()
{
    m_what = makeSentence(u"failureWhat"_s, this);
    m_why = makeSentence(u"failureWhy"_s, this);
    m_advice = makeSentence(u"failureAdvice"_s, this);
    m_action = new QPushButton(this);
    m_wordsToggle = new QPushButton(this);
    m_words = new QPlainTextEdit(this);
    m_dismiss = new QPushButton(this);
    m_action->setObjectName(u"failureAction"_s);
    m_wordsToggle->setObjectName(u"failureWordsToggle"_s);
    m_words->setObjectName(u"failureWords"_s);
    m_dismiss->setObjectName(u"failureDismiss"_s);

    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_what->setFont(bold);
    setButtonLook(*m_wordsToggle, ButtonLook::Quiet);
    setButtonLook(*m_dismiss, ButtonLook::Quiet);
    m_wordsToggle->setCheckable(true);
    m_dismiss->setText(u"✕"_s);
    m_dismiss->setFixedSize(3 * theme::unit, 3 * theme::unit);
    m_words->setReadOnly(true);
    m_words->setFont(payloadFont());
    m_words->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_words->setFixedHeight(15 * theme::unit);

    connect(m_action, &QPushButton::clicked, this, &FailureBanner::actionTriggered);
    connect(m_wordsToggle, &QPushButton::toggled, this, [this](bool shown) {
        m_words->setVisible(shown);
        retranslate();
    });
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });

    layOut();
    applyColors();
    clear();
}

void FailureBanner::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::unit);
    buttons->addWidget(m_action);
    buttons->addWidget(m_wordsToggle);
    buttons->addStretch();

    auto *top = new QHBoxLayout;
    top->setSpacing(theme::unit);
    top->addWidget(m_what, 1);
    top->addWidget(m_dismiss, 0, Qt::AlignTop);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::unit * 3 / 2 + 3, theme::unit, theme::unit, theme::unit);
    layout->setSpacing(theme::halfUnit);
    layout->addLayout(top);
    layout->addWidget(m_why);
    layout->addWidget(m_advice);
    layout->addSpacing(theme::halfUnit);
    layout->addLayout(buttons);
    layout->addWidget(m_words);
}

void FailureBanner::showFailure(const ErrorText &text, const QString &words, Words kind)
{
    if (!m_what)
        make();
    m_kind = kind;
    setWords(*m_what, text.what);
    setWords(*m_why, text.why);
    setWords(*m_advice, text.advice);
    setWrappedText(*m_words, words);
    m_wordsToggle->setHidden(words.isEmpty());
    m_words->setLineWrapMode(kind == Words::Answer ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    if (words.isEmpty())
        m_wordsToggle->setChecked(false);
    else if (kind == Words::Certificates)
        m_wordsToggle->setChecked(true);
    retranslate();
    setAccessibleDescription(text.inOneLine());
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void FailureBanner::setAction(const QString &text, const QString &toolTip)
{
    if (!m_what)
        make();
    m_action->setText(text);
    setPlainToolTip(*m_action, toolTip);
    m_action->setHidden(text.isEmpty());
}

void FailureBanner::clear()
{
    hide();
    if (!m_what)
        return;
    setAction({});
    m_wordsToggle->setChecked(false);
    m_words->hide();
    m_words->clear();
}

void FailureBanner::setWords(QLabel &label, const QString &text)
{
    label.setText(text);
    label.setHidden(text.isEmpty());
}

void FailureBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(warningFill(palette()));
    painter.drawRoundedRect(rect(), theme::radius, theme::radius);
    painter.setBrush(warningText(palette()));
    painter.drawRoundedRect(QRect(theme::halfUnit, theme::unit, 3, height() - 2 * theme::unit), 1.5, 1.5);
}

void FailureBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        applyColors();
    QWidget::changeEvent(event);
}

void FailureBanner::applyColors()
{
    if (!m_what)
        return;
    QPalette title = m_what->palette();
    title.setColor(QPalette::WindowText, warningText(palette()));
    m_what->setPalette(title);
}

void FailureBanner::retranslate()
{
    setAccessibleName(tr("What went wrong"));
    if (!m_what)
        return;
    const bool isAnswer = m_kind == Words::Answer;
    const QString title = isAnswer ? tr("Server’s answer") : tr("Server’s certificates");
    m_wordsToggle->setText(title + (m_wordsToggle->isChecked() ? u" ▴"_s : u" ▾"_s));
    m_wordsToggle->setToolTip(
        isAnswer ? tr("Show the status, the headers and the text that the server answered with.")
                 : tr("Show whose certificates they are, who issued them, and their fingerprints."));
    m_words->setAccessibleName(title);
    m_dismiss->setAccessibleName(tr("Dismiss"));
    m_dismiss->setToolTip(tr("Put this message away."));
}

} // namespace confab
