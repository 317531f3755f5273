#include "ui/views/tokenlist.h"

#include "ui/views/flowlayout.h"
#include "ui/views/mnemonic.h"
#include "ui/views/plaintooltip.h"
#include "ui/views/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr int longestShown = 20 * theme::unit;

} // namespace

TokenList::TokenList(QWidget *parent)
    : QWidget(parent)
    , m_reader([](const QString &text) { return text; })
    , m_flow(new FlowLayout(theme::halfUnit))
    , m_field(new QLineEdit(this))
    , m_complaint(new QLabel(this))
{
    m_field->setObjectName(u"tokenField"_s);
    m_field->setFixedHeight(theme::chipHeight);
    m_field->setFont(captionFont());
    m_complaint->setObjectName(u"tokenComplaint"_s);
    m_complaint->setWordWrap(true);
    m_complaint->setFont(captionFont());
    m_complaint->hide();
    m_flow->addWidget(m_field);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::halfUnit);
    layout->addLayout(m_flow);
    layout->addWidget(m_complaint);

    connect(m_field, &QLineEdit::returnPressed, this, &TokenList::add);
    connect(m_field, &QLineEdit::textEdited, m_complaint, &QWidget::hide);
}

void TokenList::setTokens(const QStringList &tokens)
{
    if (tokens == m_tokens)
        return;
    m_tokens = tokens;
    rebuild();
}

void TokenList::setReader(std::function<QString(const QString &)> reader)
{
    m_reader = std::move(reader);
}

void TokenList::setWords(const QString &placeholder, const QString &complaint, const QString &removal)
{
    m_field->setPlaceholderText(placeholder);
    m_field->setAccessibleName(placeholder);
    m_complaint->setText(complaint);
    m_removal = removal;
    rebuild();
}

bool TokenList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const auto *chip = qobject_cast<QPushButton *>(watched);
        if (chip && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
            remove(chip->property("token").toString());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TokenList::add()
{
    const QString typed = m_field->text().trimmed();
    if (typed.isEmpty())
        return;
    const QString token = m_reader(typed);
    m_complaint->setVisible(token.isEmpty());
    if (token.isEmpty())
        return;
    m_field->clear();
    if (m_tokens.contains(token))
        return;
    m_tokens.append(token);
    rebuild();
    Q_EMIT tokensChanged(m_tokens);
}

void TokenList::remove(const QString &token)
{
    if (!m_tokens.removeOne(token))
        return;
    m_field->setFocus();
    rebuild();
    Q_EMIT tokensChanged(m_tokens);
}

void TokenList::rebuild()
{
    while (m_flow->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_flow->takeAt(0));
        // The button may be the one whose click led here.
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    for (const QString &token : std::as_const(m_tokens)) {
        auto *chip = new QPushButton(this);
        setButtonLook(*chip, ButtonLook::Chip);
        chip->setFont(captionFont());
        // All of a long one is in its tool tip: it does not widen the pane.
        const QString shown = chip->fontMetrics().elidedText(token, Qt::ElideMiddle, longestShown);
        chip->setText(withoutMnemonic(shown) + u"  ×"_s);
        chip->setObjectName(u"token-"_s + token);
        chip->setProperty("token", token);
        const QString removal = m_removal.arg(token);
        setPlainToolTip(*chip, removal);
        chip->setAccessibleName(removal);
        chip->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        chip->installEventFilter(this);
        connect(chip, &QPushButton::clicked, this, [this, token] { remove(token); });
        m_flow->insertWidget(m_flow->count() - 1, chip);
        setTabOrder(chip, m_field);
        chip->show();
    }
    updateGeometry();
}

} // namespace confab
