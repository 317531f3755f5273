#include "ui/views/joinlinks.h"

#include "ui/views/copybutton.h"
#include "ui/views/theme.h"
#include "ui/views/wrappedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace confab {

JoinLinks::JoinLinks(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"joinLinks"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme::halfUnit);
    rebuild();
}

/// In place as long as their number is the same: one of the buttons may be just pressed.
void JoinLinks::setLinks(const QStringList &links)
{
    if (links == m_links)
        return;
    m_links = links;
    if (m_links.size() != m_lines.size()) {
        rebuild();
        return;
    }
    for (qsizetype index = 0; index < m_links.size(); ++index)
        showLink(index);
}

void JoinLinks::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

void JoinLinks::rebuild()
{
    while (m_layout->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(m_layout->takeAt(0));
        // The line may hold the button whose click led here.
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    m_lines.clear();
    for (qsizetype index = 0; index < m_links.size(); ++index)
        m_layout->addWidget(makeLine(index));
    if (m_links.isEmpty()) {
        auto *hint = new WrappedLabel(this);
        hint->setText(tr("The link appears here once the room is open."));
        hint->setForegroundRole(QPalette::PlaceholderText);
        m_layout->addWidget(hint);
    }
}

void JoinLinks::showLink(qsizetype index)
{
    const QString &link = m_links.at(index);
    const Line &line = m_lines.at(index);
    line.address->setText(link);
    line.address->setCursorPosition(0);
    line.address->setToolTip(link);
    line.copy->setContent(link);
}

QWidget *JoinLinks::makeLine(qsizetype index)
{
    const int number = int(index) + 1;
    auto *line = new QWidget(this);
    // A field rather than a label: a long address scrolls instead of widening the pane.
    auto *address = new QLineEdit(line);
    address->setObjectName(u"joinLink%1"_s.arg(number));
    address->setReadOnly(true);
    address->setFrame(false);
    address->setFont(payloadFont());
    address->setAccessibleName(tr("Join link %1").arg(number));
    QPalette colors = address->palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    address->setPalette(colors);

    auto *qr = new QPushButton(themeIcon(u"view-barcode-qr"_s), {}, line);
    qr->setObjectName(u"showQr%1"_s.arg(number));
    qr->setToolTip(tr("Show the link as a QR code for phones"));
    qr->setAccessibleName(qr->toolTip());
    setButtonLook(*qr, ButtonLook::Quiet);
    connect(qr, &QPushButton::clicked, this, [this, index, qr] {
        const QString link = m_links.at(index); // they may change on the way
        Q_EMIT qrRequested(link, qr);
    });
    auto *copy = new CopyButton(line);
    copy->setObjectName(u"copyLink%1"_s.arg(number));
    copy->setIconOnly();
    setButtonLook(*copy, ButtonLook::Quiet);

    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(address, 1);
    layout->addWidget(qr);
    layout->addWidget(copy);
    m_lines.append({address, copy});
    showLink(index);
    return line;
}

} // namespace confab
