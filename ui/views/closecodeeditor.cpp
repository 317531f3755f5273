#include "ui/views/closecodeeditor.h"

#include "ui/text/closecodetext.h"
#include "ui/views/theme.h"
#include "ui/views/wheelguard.h"
#include "ui/views/wrappedlabel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr quint16 commonCodes[] = {1000, 1001, 1002, 1003, 1007, 1008, 1009,
                                   1011, 1012, 1013, 3000, 4000, 4001};

} // namespace

CloseCodeEditor::CloseCodeEditor(QWidget *parent)
    : QWidget(parent)
    , m_code(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_hint(new WrappedLabel(this))
{
    m_code->setObjectName(u"closeCode"_s);
    m_reason->setObjectName(u"closeReason"_s);
    m_hint->setObjectName(u"closeHint"_s);
    m_code->setEditable(true);
    m_code->setInsertPolicy(QComboBox::NoInsert);
    m_code->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_code->setMinimumContentsLength(6);
    guardFromWheel(*m_code);
    m_hint->setFont(captionFont());
    for (const quint16 code : commonCodes)
        m_code->addItem(QString::number(code), code);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(theme::unit);
    layout->setVerticalSpacing(theme::halfUnit);
    layout->addWidget(m_code, 0, 0);
    layout->addWidget(m_reason, 0, 1);
    layout->addWidget(m_hint, 1, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    setFocusProxy(m_code);

    connect(m_code, &QComboBox::activated, this,
            [this] { m_code->setEditText(m_code->currentData().toString()); });
    connect(m_code, &QComboBox::editTextChanged, this, &CloseCodeEditor::assess);
    connect(m_reason, &QLineEdit::textChanged, this, &CloseCodeEditor::assess);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        if (status())
            Q_EMIT accepted();
    });
    retranslate();
    setStatus({CloseCode::NormalClosure, {}});
}

std::optional<CloseStatus> CloseCodeEditor::status() const
{
    const CloseStatus chosen{code(), m_reason->text()};
    if (!mayAppearOnWire(chosen.code) || chosen.reason.toUtf8().size() > maxCloseReasonSize)
        return std::nullopt;
    return chosen;
}

void CloseCodeEditor::setStatus(const CloseStatus &status)
{
    m_code->setEditText(QString::number(int(status.code)));
    m_reason->setText(status.reason);
}

void CloseCodeEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        applyColors();
    QWidget::changeEvent(event);
}

CloseCode CloseCodeEditor::code() const
{
    return CloseCode(m_code->currentText().section(u' ', 0, 0).toUShort());
}

void CloseCodeEditor::assess()
{
    const CloseCode chosen = code();
    const qsizetype left = maxCloseReasonSize - m_reason->text().toUtf8().size();
    const bool codeFits = mayAppearOnWire(chosen);
    if (!codeFits)
        m_hint->setText(tr("This code may not be sent. Choose 1000–1003, 1007–1014 or 3000–4999."));
    else if (left < 0)
        m_hint->setText(
            tr("The reason is %n byte(s) too long: at most 123 bytes of UTF-8 fit.", nullptr, int(-left)));
    else
        m_hint->setText(
            tr("%1 · %n byte(s) left for the reason", nullptr, int(left)).arg(closeCodeText(chosen)));

    applyColors();
    Q_EMIT statusChanged();
}

void CloseCodeEditor::applyColors()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, status() ? secondaryText(colors) : warningText(colors));
    m_hint->setPalette(colors);
}

void CloseCodeEditor::retranslate()
{
    for (int row = 0; row < m_code->count(); ++row) {
        const int code = m_code->itemData(row).toInt();
        m_code->setItemText(row, u"%1 · %2"_s.arg(code).arg(closeCodeText(CloseCode(code))));
    }
    m_code->setEditText(QString::number(int(code())));
    m_code->setToolTip(tr("The close code that the other side is given"));
    m_code->setAccessibleName(tr("Close code"));
    m_reason->setPlaceholderText(tr("Reason (may stay empty)"));
    m_reason->setToolTip(tr("Words for the other side, at most 123 bytes of UTF-8"));
    m_reason->setAccessibleName(tr("Close reason"));
    m_code->view()->setMinimumWidth(m_code->view()->sizeHintForColumn(0) + 3 * theme::unit);
    assess();
}

} // namespace confab
