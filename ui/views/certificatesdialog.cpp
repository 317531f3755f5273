#include "ui/views/certificatesdialog.h"

#include "client/certificatepins.h"
#include "ui/text/certificatetext.h"
#include "ui/text/timetext.h"
#include "ui/text/tooltiptext.h"
#include "ui/views/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr int dialogWidth = 88 * theme::unit;
constexpr int dialogHeight = 56 * theme::unit;
constexpr int serverWidth = 26 * theme::unit;

enum Column { Server, Fingerprint, Since };

QString sinceText(const QDateTime &since)
{
    return since.isValid() ? QLocale().toString(since.toLocalTime(), QLocale::ShortFormat) : u"–"_s;
}

} // namespace

CertificatesDialog::CertificatesDialog(CertificatePins &pins, QWidget *parent)
    : QDialog(parent)
    , m_pins(pins)
    , m_list(new QTreeWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"certificatesDialog"_s);
    setModal(true);
    setWindowTitle(tr("Trusted certificates"));
    resize(dialogWidth, dialogHeight);

    auto *explanation = new QLabel(tr("At these servers the client pane trusts this certificate, whoever "
                                      "vouches for it, and refuses every other one."),
                                   this);
    explanation->setWordWrap(true);
    setCaptionLook(*explanation);
    m_stack->addWidget(makeList());
    m_stack->addWidget(makeEmptyState());

    auto *buttons = new QDialogButtonBox(this);
    m_remove = buttons->addButton(tr("Forget"), QDialogButtonBox::ActionRole);
    m_remove->setObjectName(u"certificatesRemove"_s);
    m_remove->setAutoDefault(false);
    m_remove->setToolTip(tr("Forget this certificate: the next connection judges the server’s anew. (Del)"));
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"dialogCancel"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &CertificatesDialog::removeChosen);
    const auto *del = new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &CertificatesDialog::removeChosen);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &CertificatesDialog::updateRemove);
    connect(&m_pins, &CertificatePins::changed, this, &CertificatesDialog::showPins);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * theme::unit, 3 * theme::unit, 3 * theme::unit, 2 * theme::unit);
    layout->setSpacing(2 * theme::unit);
    layout->addWidget(explanation);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buttons);
    showPins();
}

QWidget *CertificatesDialog::makeList()
{
    m_list->setObjectName(u"certificatesList"_s);
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels({tr("Server"), tr("SHA-256 fingerprint"), tr("Since")});
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTabKeyNavigation(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionsMovable(false);
    m_list->header()->resizeSection(Server, serverWidth);
    const QString widest = u"AA:"_s.repeated(8);
    m_list->header()->resizeSection(Fingerprint,
                                    QFontMetrics(payloadFont()).horizontalAdvance(widest) + 3 * theme::unit);
    return m_list;
}

QLabel *CertificatesDialog::makeEmptyState()
{
    auto *empty = new QLabel(tr("None so far. Where a server’s certificate is not trusted, the client pane "
                                "says why and offers to trust that very one; it is listed here then."),
                             this);
    empty->setObjectName(u"certificatesEmpty"_s);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);
    return empty;
}

void CertificatesDialog::showPins()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    for (const CertificatePin &pin : m_pins.pins()) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(Server, pin.server);
        item->setToolTip(Server, plainToolTip(pin.server));
        item->setText(Fingerprint, fingerprintText(pin.fingerprint));
        item->setFont(Fingerprint, payloadFont());
        const QSize text = QFontMetrics(payloadFont()).size(0, item->text(Fingerprint));
        item->setSizeHint(Fingerprint, text + QSize(0, 2 * theme::unit));
        item->setText(Since, sinceText(pin.since));
        item->setToolTip(Since, pin.since.isValid() ? dateTimeText(pin.since.toMSecsSinceEpoch() * 1000)
                                                    : tr("Not known"));
    }
    const int count = m_list->topLevelItemCount();
    m_stack->setCurrentIndex(count > 0 ? 0 : 1);
    // The keyboard goes on where it was: at what took the place of the one that is gone.
    if (count > 0)
        m_list->setCurrentItem(m_list->topLevelItem(std::clamp(row, 0, count - 1)));
    updateRemove();
}

void CertificatesDialog::updateRemove()
{
    m_remove->setEnabled(!m_list->selectedItems().isEmpty());
}

void CertificatesDialog::removeChosen()
{
    const QList<QTreeWidgetItem *> chosen = m_list->selectedItems();
    if (!chosen.isEmpty())
        m_pins.unpin(chosen.constFirst()->text(Server));
}

} // namespace confab
