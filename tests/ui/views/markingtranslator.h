#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace confab {

/// A language in which every sentence is the English one between guillemets: what a widget shows without them
/// was not translated anew. Installed as long as it lives.
class MarkingTranslator : public QTranslator
{
public:
    MarkingTranslator() { QCoreApplication::installTranslator(this); }
    ~MarkingTranslator() override { QCoreApplication::removeTranslator(this); }

    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QStringLiteral("«%1»").arg(QString::fromUtf8(source));
    }
};

} // namespace confab
