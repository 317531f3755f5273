#include "ui/views/copybutton.h"

#include "ui/views/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QStyleOptionButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace confab {

CopyButton::CopyButton(QWidget *parent)
    : QPushButton(parent)
{
    m_copied.setSingleShot(true);
    m_copied.setInterval(1500ms);
    connect(&m_copied, &QTimer::timeout, this, &CopyButton::retranslate);
    connect(this, &QPushButton::clicked, this, &CopyButton::copy);
    retranslate();
}

void CopyButton::setContent(const QString &content)
{
    m_content = content;
}

void CopyButton::setPurpose(const QString &words)
{
    m_purpose = words;
    retranslate();
}

void CopyButton::setIconOnly()
{
    m_iconOnly = true;
    setText({});
    retranslate();
}

QSize CopyButton::sizeHint() const
{
    if (m_iconOnly)
        return QPushButton::sizeHint();
    QStyleOptionButton option;
    initStyleOption(&option);
    QSize widest;
    for (const QString &word : {tr("Copy"), tr("Copied")}) {
        const QSize size = fontMetrics().size(Qt::TextShowMnemonic, word);
        widest = widest.expandedTo(style()->sizeFromContents(QStyle::CT_PushButton, &option, size, this));
    }
    return widest;
}

void CopyButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QPushButton::changeEvent(event);
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(m_content);
    m_copied.start();
    retranslate();
}

void CopyButton::retranslate()
{
    if (m_iconOnly)
        setIcon(themeIcon(m_copied.isActive() ? u"checkmark"_s : u"edit-copy"_s));
    else
        setText(m_copied.isActive() ? tr("Copied") : tr("Copy"));
    setToolTip(m_purpose.isEmpty() ? tr("Copy the link") : m_purpose);
    setAccessibleName(m_copied.isActive() ? tr("Copied") : toolTip());
}

} // namespace confab
