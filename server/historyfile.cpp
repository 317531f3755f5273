#include "server/historyfile.h"

#include "core/wire/utf8.h"
#include "server/historypath.h"
#include "server/tickets.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *making = "CREATE TABLE message ("
                               "number INTEGER PRIMARY KEY, " // of all rooms
                               "room TEXT NOT NULL, "         // its path
                               "epoch INTEGER NOT NULL, "     // the run of the room
                               "seq INTEGER NOT NULL, "
                               "time INTEGER NOT NULL, "   // milliseconds since 1970-01-01T00:00Z
                               "author INTEGER NOT NULL, " // a member of that run; 0: the host
                               "name TEXT NOT NULL, "      // the author's
                               "plain INTEGER NOT NULL, "  // 1: an author without confab.v1
                               "text TEXT, binary BLOB);"  // one of the two
                               "CREATE TABLE ticket_key (key BLOB NOT NULL);"   // one row
                               "PRAGMA application_id = 1131376230;"            // historyApplicationId
                               "PRAGMA user_version = 1";                       // historyFormatVersion
static_assert(historyApplicationId == 1131376230 && historyFormatVersion == 1); // as the statements say
// A commit is one write at the end of a file then, and is on the disk from the next checkpoint on. What
// something large took there is given back.
constexpr const char *opening = "COMMIT; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
                                "PRAGMA journal_size_limit = 4194304";
constexpr const char *insertion =
    "INSERT INTO message (number, room, epoch, seq, time, author, name, plain, text, binary) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *selection = "SELECT number, room, epoch, seq, time, author, name, plain, text, binary "
                                  "FROM message ORDER BY number";
constexpr const char *deletion = "DELETE FROM message WHERE number <= ?";

ServerErrorKind errorKind(int code)
{
    switch (code) {
    case SQLITE_BUSY:
        return ServerErrorKind::HistoryInUse;
    case SQLITE_CORRUPT:
        return ServerErrorKind::HistoryDamaged;
    case SQLITE_NOTADB:
        return ServerErrorKind::HistoryForeign;
    default:
        return ServerErrorKind::HistoryUnusable;
    }
}

RoomMessage messageIn(const Sqlite::Statement &row)
{
    RoomMessage said;
    said.room = textFromUtf8(row.octets(1));
    said.epoch = row.number(2);
    said.seq = quint64(row.number(3));
    said.time = row.number(4);
    said.author = {quint64(row.number(5)), textFromUtf8(row.octets(6)), row.number(7) != 0};
    said.kind = row.isNull(8) ? RoomMessage::Kind::Binary : RoomMessage::Kind::Text;
    if (said.kind == RoomMessage::Kind::Text)
        said.text = textFromUtf8(row.octets(8));
    else
        said.binary = row.octets(9);
    return said;
}

} // namespace

HistoryFile::HistoryFile(const QString &file, ConversationLimits limits)
    : m_name(file)
    , m_limits(limits)
{}

std::variant<KeptHistory, ServerError> HistoryFile::open()
{
    m_file = historyPath(m_name);
    m_claim = FileClaim::take(m_file);
    if (!m_claim)
        return ServerError{ServerErrorKind::HistoryInUse, {}, 0, {}, m_file};
    return openClaimed();
}

std::variant<KeptHistory, ServerError> HistoryFile::openWhenFree()
{
    m_file = historyPath(m_name);
    m_claim = FileClaim::await(m_file);
    return openClaimed();
}

std::variant<KeptHistory, ServerError> HistoryFile::openClaimed()
{
    if (const auto error = make())
        return *error;
    KeptHistory history;
    if (!m_database.open(m_file) || !claim() || !read(history))
        return failure();
    return history;
}

/// SQLite would make it readable for everyone, and would change what another program left half done.
std::optional<ServerError> HistoryFile::make() const
{
    if (isOwnHistoryPath(m_file))
        QDir().mkpath(QFileInfo(m_file).path());
    QFile file(m_file);
    const bool isOpen =
        file.exists() ? file.open(QFile::ReadOnly)
                      : file.open(QFile::ReadWrite | QFile::NewOnly, QFile::ReadOwner | QFile::WriteOwner);
    if (!isOpen)
        return ServerError{ServerErrorKind::HistoryUnusable, {}, 0, file.errorString(), m_file};
    if (!canBeHistory(file))
        return ServerError{ServerErrorKind::HistoryForeign, {}, 0, {}, m_file};
    return {};
}

/// Locks it, and makes it a history if it is empty: before its log is one to be written ahead, so that from
/// then on the file's own header says whose it is.
bool HistoryFile::claim()
{
    if (!m_database.lock())
        return false;
    Sqlite::Statement tables = m_database.prepare("SELECT count(*) FROM sqlite_master");
    if (tables.hasFailed() || !tables.next())
        return false;
    if (tables.number(0) == 0) {
        if (!m_database.run(making))
            return false;
        Sqlite::Statement key = m_database.prepare("INSERT INTO ticket_key (key) VALUES (?)");
        const QByteArray octets = Tickets::randomKey();
        key.bindBlob(1, octets);
        if (!key.run())
            return false;
    }
    tables = {}; // which keeps the transaction open
    if (!m_database.run(opening))
        return false;
    m_beginning = m_database.prepare("BEGIN");
    m_commit = m_database.prepare("COMMIT");
    m_insertion = m_database.prepare(insertion);
    m_deletion = m_database.prepare(deletion);
    return !m_insertion.hasFailed() && !m_deletion.hasFailed();
}

bool HistoryFile::read(KeptHistory &history)
{
    Sqlite::Statement key = m_database.prepare("SELECT key FROM ticket_key");
    if (key.hasFailed() || !key.next())
        return false;
    history.ticketKey = key.octets(0);
    key = {};
    std::vector<RoomMessage> &messages = history.messages;
    Sqlite::Statement row = m_database.prepare(selection);
    while (!row.hasFailed() && row.next()) {
        messages.push_back(messageIn(row));
        m_kept.emplace_back(row.number(0), octetsOf(messages.back()));
        m_octets += m_kept.back().second;
    }
    if (row.hasFailed())
        return false;
    row = {};
    const std::size_t before = m_kept.size();
    if (!dropOldest()) // the bounds were larger
        return false;
    messages.erase(messages.begin(), messages.begin() + qsizetype(before - m_kept.size()));
    return true;
}

std::optional<ServerError> HistoryFile::append(const std::vector<RoomMessage> &messages)
{
    if (m_beginning.run() && insert(messages) && (!isFull() || dropOldest()) && m_commit.run())
        return {};
    const ServerError error = failure();
    m_database.run("ROLLBACK");
    return error;
}

qint64 HistoryFile::size() const
{
    return QFileInfo(m_file).size() + QFileInfo(m_file + "-wal"_L1).size();
}

bool HistoryFile::insert(const std::vector<RoomMessage> &messages)
{
    for (const RoomMessage &said : messages) {
        const qint64 number = m_kept.empty() ? 1 : m_kept.back().first + 1;
        const QByteArray room = said.room.toUtf8();
        const QByteArray name = said.author.name.toUtf8();
        const QByteArray text = said.text.toUtf8();
        m_insertion.bind(1, number);
        m_insertion.bindText(2, room);
        m_insertion.bind(3, said.epoch);
        m_insertion.bind(4, qint64(said.seq));
        m_insertion.bind(5, said.time);
        m_insertion.bind(6, qint64(said.author.id));
        m_insertion.bindText(7, name);
        m_insertion.bind(8, said.author.plain ? 1 : 0);
        if (said.kind == RoomMessage::Kind::Text) {
            m_insertion.bindText(9, text);
            m_insertion.bindNull(10);
        } else {
            m_insertion.bindNull(9);
            m_insertion.bindBlob(10, said.binary);
        }
        if (!m_insertion.run())
            return false;
        m_kept.emplace_back(number, octetsOf(said));
        m_octets += m_kept.back().second;
    }
    return true;
}

/// To drop each as the next one comes would take as much as to write it.
bool HistoryFile::isFull() const
{
    constexpr int slack = 16;
    return m_limits.isExceededBy(qsizetype(m_kept.size()) - m_limits.maxEntries / slack,
                                 m_octets - m_limits.maxOctets / slack);
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
    m_deletion.bind(1, last);
    return m_deletion.run();
}

ServerError HistoryFile::failure() const
{
    return {errorKind(m_database.errorCode()), {}, 0, m_database.errorText(), m_file};
}

} // namespace confab
