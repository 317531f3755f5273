#include "app/translator.h"

#include "translations/translationresources.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace confab {

using namespace Qt::StringLiterals;

Translator::~Translator()
{
    QCoreApplication::removeTranslator(&m_confab);
    QCoreApplication::removeTranslator(&m_qt);
}

void Translator::setLanguage(const QString &language)
{
    const bool known = language == "en"_L1 || language == "ko"_L1;
    const bool korean = known ? language == "ko"_L1 : QLocale::system().language() == QLocale::Korean;
    m_language = korean ? u"ko"_s : u"en"_s;
    initTranslationResources();
    // The system's own locale keeps its habits of writing numbers and dates as long as it has the same
    // language.
    const QLocale locale(m_language);
    QLocale::setDefault(QLocale::system().language() == locale.language() ? QLocale::system() : locale);

    QCoreApplication::removeTranslator(&m_confab);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(u"qtbase_"_s + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_confab.load(u":/i18n/confab_"_s + m_language + u".qm"_s))
        QCoreApplication::installTranslator(&m_confab);
}

} // namespace confab
