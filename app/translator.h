#pragma once

#include <QTranslator>

namespace confab {

/// The language of the whole program, switchable while it runs: Confab's own texts and Qt's. Lives on the
/// main thread.
class Translator
{
public:
    Translator() = default;
    Translator(const Translator &) = delete;
    Translator &operator=(const Translator &) = delete;
    ~Translator();

    /// "en" or "ko"; anything else is the system's language, if that is one of them, else English.
    void setLanguage(const QString &language);
    QString language() const { return m_language; }

private:
    QString m_language;
    QTranslator m_confab;
    QTranslator m_qt;
};

} // namespace confab
