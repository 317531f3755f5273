#include "ui/text/indentedjson.h"

#include "core/wire/utf8.h"

#include <QJsonDocument>

#include <algorithm>

namespace confab {

namespace {

/// Writes the tokens of what is known to be JSON, one after the other.
class Indenter
{
public:
    explicit Indenter(QStringView json)
        : m_json(json)
    {}

    QString indented()
    {
        while (m_place < m_json.size())
            takeToken();
        return m_result;
    }

private:
    void takeToken()
    {
        const QChar character = m_json[m_place++];
        switch (character.unicode()) {
        case u' ':
        case u'\t':
        case u'\n':
        case u'\r':
            break;
        case u'"':
            takeString();
            break;
        case u'{':
        case u'[':
            open(character);
            break;
        case u'}':
        case u']':
            --m_level;
            startLine();
            m_result += character;
            break;
        case u',':
            m_result += character;
            startLine();
            break;
        case u':':
            m_result += QLatin1StringView(": ");
            break;
        default:
            m_result += character;
            break;
        }
    }

    void takeString()
    {
        const qsizetype start = m_place - 1;
        while (m_json[m_place] != u'"')
            m_place += m_json[m_place] == u'\\' ? 2 : 1;
        ++m_place;
        m_result += m_json.sliced(start, m_place - start);
    }

    void open(QChar bracket)
    {
        m_result += bracket;
        while (m_json[m_place].isSpace())
            ++m_place;
        if (m_json[m_place] == u'}' || m_json[m_place] == u']') {
            m_result += m_json[m_place++];
            return;
        }
        ++m_level;
        startLine();
    }

    /// What is nested deep is not indented any further: a kilobyte of brackets would become a megabyte.
    void startLine()
    {
        constexpr int maxIndentedLevel = 32;
        constexpr int spaces = 2;
        m_result += u'\n';
        m_result += QString(spaces * std::min(m_level, maxIndentedLevel), u' ');
    }

    QStringView m_json;
    qsizetype m_place = 0;
    int m_level = 0;
    QString m_result;
};

} // namespace

std::optional<QString> indentedJson(QByteArrayView utf8)
{
    if (QJsonDocument::fromJson(QByteArray::fromRawData(utf8.data(), utf8.size())).isNull())
        return {};
    const QString json = textFromUtf8(utf8);
    return Indenter(json).indented();
}

} // namespace confab
