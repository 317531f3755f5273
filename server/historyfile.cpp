#include "server/historyfile.h"

#include "core/wire/utf8.h"
#include "server/tickets.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QStandardPaths>
#include <QVariant>
#include <QtEndian>

#include <atomic>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

constexpr int applicationId = 0x436F6E66; // "Conf", for file(1) and for us
constexpr int formatVersion = 1;

// Texts and names are octets to the driver and text to SQLite: as UTF-16 they would lose a byte order mark.
constexpr QLatin1StringView messageTable("CREATE TABLE message ("
                                         "number INTEGER PRIMARY KEY, " // of all rooms
                                         "room TEXT NOT NULL, "         // its path
                                         "epoch INTEGER NOT NULL, "     // the run of the room
                                         "seq INTEGER NOT NULL, "
                                         "time INTEGER NOT NULL, "   // milliseconds since 1970-01-01T00:00Z
                                         "author INTEGER NOT NULL, " // a member of that run; 0: the host
                                         "name TEXT NOT NULL, "      // the author's
                                         "plain INTEGER NOT NULL, "  // 1: an author without confab.v1
                                         "text TEXT, binary BLOB)"); // one of the two
constexpr QLatin1StringView keyTable("CREATE TABLE ticket_key (key BLOB NOT NULL)"); // one row
constexpr QLatin1StringView
    insertion("INSERT INTO message (number, room, epoch, seq, time, author, name, plain, text, binary) "
              "VALUES (?, CAST(? AS TEXT), ?, ?, ?, ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), ?)");
constexpr QLatin1StringView
    selection("SELECT number, CAST(room AS BLOB), epoch, seq, time, author, CAST(name AS BLOB), plain, "
              "CAST(text AS BLOB), binary FROM message ORDER BY number");
constexpr QLatin1StringView deletion("DELETE FROM message WHERE number <= ?");

QString nextConnectionName()
{
    static std::atomic<int> last = 0;
    return u"history-%1"_s.arg(++last);
}

/// Never null, which would be NULL in the file.
QByteArray utf8Of(const QString &text)
{
    return text.isEmpty() ? ""_ba : text.toUtf8();
}

/// What SQLite and Qt read into names like ":memory:" is not meant.
QString absolute(const QString &file)
{
    return QFileInfo(file.startsWith(u':') ? "./"_L1 + file : file).absoluteFilePath();
}

constexpr qsizetype headerSize = 100;

/// Whether a file that begins so is a history of this version (The SQLite Database File Format, §1.3).
bool isOurs(const QByteArray &header)
{
    constexpr qsizetype versionAt = 60;
    constexpr qsizetype applicationAt = 68;
    return header.size() == headerSize && header.startsWith("SQLite format 3\0"_ba) &&
           qFromBigEndian<qint32>(header.constData() + versionAt) == formatVersion &&
           qFromBigEndian<qint32>(header.constData() + applicationAt) == applicationId;
}

RoomMessage messageIn(const QSqlQuery &row)
{
    RoomMessage said;
    said.room = textFromUtf8(row.value(1).toByteArray());
    said.epoch = row.value(2).toLongLong();
    said.seq = row.value(3).toULongLong();
    said.time = row.value(4).toLongLong();
    said.author = {row.value(5).toULongLong(), textFromUtf8(row.value(6).toByteArray()),
                   row.value(7).toBool()};
    said.kind = row.isNull(8) ? RoomMessage::Kind::Binary : RoomMessage::Kind::Text;
    if (said.kind == RoomMessage::Kind::Text)
        said.text = textFromUtf8(row.value(8).toByteArray());
    else
        said.binary = row.value(9).toByteArray();
    return said;
}

} // namespace

HistoryFile::HistoryFile(const QString &file, ConversationLimits limits)
    : m_file(absolute(file))
    , m_limits(limits)
    , m_connection(nextConnectionName())
{}

HistoryFile::~HistoryFile()
{
    m_statements.reset();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

std::variant<KeptHistory, ServerError> HistoryFile::open()
{
    if (const auto error = make())
        return *error;
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(m_file);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=0"_s);
    if (!m_database.open())
        return failure(m_database.lastError());
    if (const auto error = claim())
        return *error;
    if (const auto error = prepare())
        return *error;
    return read();
}

/// SQLite would make it readable for everyone, and would change what another program left half done.
std::optional<ServerError> HistoryFile::make() const
{
    QFile file(m_file);
    const bool isOpen =
        file.exists() ? file.open(QFile::ReadOnly)
                      : file.open(QFile::ReadWrite | QFile::NewOnly, QFile::ReadOwner | QFile::WriteOwner);
    if (!isOpen)
        return ServerError{ServerErrorKind::HistoryUnusable, {}, 0, file.errorString(), m_file};
    if (file.size() > 0 && !isOurs(file.read(headerSize)))
        return ServerError{ServerErrorKind::HistoryForeign, {}, 0, {}, m_file};
    return {};
}

/// Locks it, and makes it a history if it is empty.
std::optional<ServerError> HistoryFile::claim()
{
    QSqlQuery query(m_database);
    const auto run = [&query](const QString &statement) {
        query.finish();
        return query.exec(statement);
    };
    if (!run(u"PRAGMA locking_mode = EXCLUSIVE"_s) || !run(u"BEGIN EXCLUSIVE"_s) ||
        !run(u"SELECT count(*) FROM sqlite_master"_s) || !query.next())
        return failure(query.lastError());
    if (query.value(0).toInt() == 0) {
        // Before the log is one to be written ahead: the file's own header says from then on whose it is.
        if (!run(QString(messageTable)) || !run(QString(keyTable)) ||
            !run(u"PRAGMA application_id = %1"_s.arg(applicationId)) ||
            !run(u"PRAGMA user_version = %1"_s.arg(formatVersion)) ||
            !query.prepare(u"INSERT INTO ticket_key (key) VALUES (?)"_s))
            return failure(query.lastError());
        query.bindValue(0, Tickets::randomKey());
        if (!query.exec())
            return failure(query.lastError());
    }
    // A commit is one write at the end of a file then, and is on the disk from the next checkpoint on.
    if (!run(u"COMMIT"_s) || !run(u"PRAGMA journal_mode = WAL"_s) || !run(u"PRAGMA synchronous = NORMAL"_s) ||
        !run(u"PRAGMA journal_size_limit = 4194304"_s)) // after something large
        return failure(query.lastError());
    return {};
}

std::optional<ServerError> HistoryFile::prepare()
{
    m_statements.emplace(Statements{QSqlQuery(m_database), QSqlQuery(m_database)});
    if (!m_statements->insert.prepare(QString(insertion)))
        return failure(m_statements->insert.lastError());
    if (!m_statements->drop.prepare(QString(deletion)))
        return failure(m_statements->drop.lastError());
    return {};
}

std::variant<KeptHistory, ServerError> HistoryFile::read()
{
    KeptHistory history;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT key FROM ticket_key"_s) || !query.next())
        return failure(query.lastError());
    history.ticketKey = query.value(0).toByteArray();
    if (!query.exec(QString(selection)))
        return failure(query.lastError());
    std::vector<RoomMessage> &messages = history.messages;
    while (query.next()) {
        messages.push_back(messageIn(query));
        m_kept.emplace_back(query.value(0).toLongLong(), octetsOf(messages.back()));
        m_octets += m_kept.back().second;
    }
    if (query.lastError().isValid())
        return failure(query.lastError());
    query.finish();
    const std::size_t before = m_kept.size();
    if (!dropOldest()) // the bounds were larger
        return failure(m_statements->drop.lastError());
    messages.erase(messages.begin(), messages.begin() + qsizetype(before - m_kept.size()));
    return history;
}

std::optional<ServerError> HistoryFile::append(const std::vector<RoomMessage> &messages)
{
    if (!m_database.transaction())
        return failure(m_database.lastError());
    for (const RoomMessage &said : messages) {
        const qint64 number = m_kept.empty() ? 1 : m_kept.back().first + 1;
        if (!insert(said, number)) {
            const ServerError error = failure(m_statements->insert.lastError());
            m_database.rollback();
            return error;
        }
        m_kept.emplace_back(number, octetsOf(said));
        m_octets += m_kept.back().second;
    }
    if (!dropOldest() || !m_database.commit()) {
        const QSqlError &dropping = m_statements->drop.lastError();
        const ServerError error = failure(dropping.isValid() ? dropping : m_database.lastError());
        m_database.rollback();
        return error;
    }
    return {};
}

bool HistoryFile::insert(const RoomMessage &said, qint64 number)
{
    const bool isText = said.kind == RoomMessage::Kind::Text;
    QSqlQuery &query = m_statements->insert;
    query.bindValue(0, number);
    query.bindValue(1, utf8Of(said.room));
    query.bindValue(2, said.epoch);
    query.bindValue(3, qint64(said.seq));
    query.bindValue(4, said.time);
    query.bindValue(5, qint64(said.author.id));
    query.bindValue(6, utf8Of(said.author.name));
    query.bindValue(7, int(said.author.plain));
    query.bindValue(8, isText ? QVariant(utf8Of(said.text)) : QVariant());
    query.bindValue(9, isText ? QVariant() : QVariant(said.binary.isNull() ? ""_ba : said.binary));
    return query.exec();
}

/// As many as there are too many, the last one excepted, whose number the next one follows.
bool HistoryFile::dropOldest()
{
    qint64 last = 0;
    while (m_kept.size() > 1 && m_limits.isExceededBy(qsizetype(m_kept.size()), m_octets)) {
        last = m_kept.front().first;
        m_octets -= m_kept.front().second;
        m_kept.pop_front();
    }
    if (last == 0)
        return true;
    m_statements->drop.bindValue(0, last);
    return m_statements->drop.exec();
}

QString ownHistoryFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder + "/history.sqlite"_L1;
}

ServerError HistoryFile::failure(const QSqlError &error) const
{
    constexpr QLatin1StringView busy("5");
    constexpr QLatin1StringView notADatabase("26");
    const QString code = error.nativeErrorCode();
    const ServerErrorKind kind = code == busy           ? ServerErrorKind::HistoryInUse
                                 : code == notADatabase ? ServerErrorKind::HistoryForeign
                                                        : ServerErrorKind::HistoryUnusable;
    return {kind, {}, 0, error.databaseText().isEmpty() ? error.driverText() : error.databaseText(), m_file};
}

} // namespace confab
