#include "server/sqlite.h"

#include <sqlite3.h>

namespace confab {

void Sqlite::Close::operator()(sqlite3 *connection) const
{
    sqlite3_close_v2(connection);
}

void Sqlite::Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

bool Sqlite::open(const QString &file)
{
    sqlite3 *connection = nullptr;
    const int result = sqlite3_open_v2(file.toUtf8().constData(), &connection,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    m_connection.reset(connection); // which can say what is wrong
    return result == SQLITE_OK;
}

bool Sqlite::run(const char *statements)
{
    return sqlite3_exec(m_connection.get(), statements, nullptr, nullptr, nullptr) == SQLITE_OK;
}

Sqlite::Statement Sqlite::prepare(const char *text)
{
    Statement prepared;
    sqlite3_stmt *statement = nullptr;
    prepared.m_hasFailed = sqlite3_prepare_v3(m_connection.get(), text, -1, SQLITE_PREPARE_PERSISTENT,
                                              &statement, nullptr) != SQLITE_OK;
    prepared.m_statement.reset(statement);
    return prepared;
}

int Sqlite::errorCode() const
{
    return sqlite3_errcode(m_connection.get());
}

QString Sqlite::errorText() const
{
    return QString::fromUtf8(sqlite3_errmsg(m_connection.get()));
}

void Sqlite::Statement::bind(int parameter, qint64 number)
{
    sqlite3_bind_int64(m_statement.get(), parameter, number);
}

void Sqlite::Statement::bindText(int parameter, const QByteArray &utf8)
{
    sqlite3_bind_text64(m_statement.get(), parameter, utf8.constData(), sqlite3_uint64(utf8.size()),
                        SQLITE_STATIC, SQLITE_UTF8);
}

void Sqlite::Statement::bindBlob(int parameter, const QByteArray &octets)
{
    sqlite3_bind_blob64(m_statement.get(), parameter, octets.constData(), sqlite3_uint64(octets.size()),
                        SQLITE_STATIC);
}

void Sqlite::Statement::bindNull(int parameter)
{
    sqlite3_bind_null(m_statement.get(), parameter);
}

bool Sqlite::Statement::run()
{
    m_hasFailed = sqlite3_step(m_statement.get()) != SQLITE_DONE;
    sqlite3_reset(m_statement.get()); // says again what went wrong, so that the connection knows it
    return !m_hasFailed;
}

bool Sqlite::Statement::next()
{
    const int result = sqlite3_step(m_statement.get());
    m_hasFailed = result != SQLITE_ROW && result != SQLITE_DONE;
    return result == SQLITE_ROW;
}

qint64 Sqlite::Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QByteArray Sqlite::Statement::octets(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    return QByteArray(static_cast<const char *>(data), sqlite3_column_bytes(m_statement.get(), column));
}

bool Sqlite::Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

} // namespace confab
