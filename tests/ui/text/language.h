#pragma once

#include "translations/translationresources.h"

#include <QCoreApplication>
#include <QString>
#include <QTranslator>

/// While it lives, words are made in that language ("en" or "ko").
class Language
{
public:
    explicit Language(const QString &name)
    {
        initTranslationResources();
        if (!m_translator.load(QStringLiteral(":/i18n/confab_%1.qm").arg(name)))
            qFatal("There is no translation %s", qPrintable(name));
        QCoreApplication::installTranslator(&m_translator);
    }
    ~Language() { QCoreApplication::removeTranslator(&m_translator); }
    Q_DISABLE_COPY_MOVE(Language)

private:
    QTranslator m_translator;
};

/// Whether the text has a Hangul syllable.
inline bool isKorean(const QString &text)
{
    for (const QChar character : text) {
        if (character.script() == QChar::Script_Hangul)
            return true;
    }
    return false;
}

/// Whether there is a text, and no Hangul in it.
inline bool isEnglish(const QString &text)
{
    return !text.isEmpty() && !isKorean(text);
}
