#include "ui/views/composerfile.h"

#include "ui/text/sizetext.h"
#include "ui/views/plaintooltip.h"
#include "ui/views/theme.h"
#include "ui/views/wrappedlabel.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace confab {

ComposerFile::ComposerFile(QWidget *parent)
    : QWidget(parent)
    , m_choose(new QPushButton(this))
    , m_name(new WrappedLabel(this))
{
    setObjectName(u"composerFile"_s);
    m_choose->setObjectName(u"composerChooseFile"_s);
    m_name->setObjectName(u"composerFileName"_s);
    m_name->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit);
    layout->addWidget(m_choose);
    layout->addWidget(m_name, 1);
    connect(m_choose, &QPushButton::clicked, this, &ComposerFile::choose);
    retranslate();
}

void ComposerFile::setPath(const QString &path)
{
    m_path = path;
    retranslate();
    Q_EMIT changed();
}

QString ComposerFile::problem() const
{
    const QFileInfo file(m_path);
    if (!file.isFile() || !file.isReadable())
        return unreadableText();
    if (file.size() > m_maxSize)
        return tr("This file has %1; one message may take at most %2.")
            .arg(sizeText(quint64(file.size())), sizeText(quint64(m_maxSize)));
    return {};
}

QString ComposerFile::note(bool asText) const
{
    return (asText ? tr("%1, sent as one text message") : tr("%1, sent as one binary message"))
        .arg(sizeText(quint64(QFileInfo(m_path).size())));
}

QString ComposerFile::unreadableText()
{
    return tr("This file cannot be read. Choose another one.");
}

std::optional<QByteArray> ComposerFile::read() const
{
    QFile file(m_path);
    // One octet more than allowed shows whether the file grew since it was chosen.
    const QByteArray octets = file.open(QIODevice::ReadOnly) ? file.read(m_maxSize + 1) : QByteArray();
    if (file.error() != QFileDevice::NoError || octets.size() > m_maxSize)
        return std::nullopt;
    return octets;
}

void ComposerFile::choose()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Send a file"), QFileInfo(m_path).path());
    if (!path.isEmpty())
        setPath(path);
}

void ComposerFile::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ComposerFile::retranslate()
{
    m_choose->setText(tr("Choose…"));
    m_choose->setToolTip(tr("Choose the file to send."));
    m_name->setText(isChosen() ? QFileInfo(m_path).fileName() : tr("No file chosen"));
    setPlainToolTip(*m_name, m_path);
}

} // namespace confab
