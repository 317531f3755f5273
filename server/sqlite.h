#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace confab {

/// A connection to a file of SQLite's, and its statements: what of its interface we need, with memory that
/// frees itself. Lives on one thread. Functions that return bool tell whether it went well; errorCode() and
/// errorText() say what did not.
class Sqlite
{
public:
    /// A prepared statement. Parameters count from 1 and columns from 0, as SQLite has them.
    class Statement
    {
    public:
        void bind(int parameter, qint64 number);
        /// Refers to the octets, which outlive the next run().
        void bindText(int parameter, const QByteArray &utf8);
        void bindBlob(int parameter, const QByteArray &octets);
        void bindNull(int parameter);

        /// For a statement that has no rows; it can be bound and run again.
        bool run();
        /// Goes to the next row. False if there is none, or it failed: see hasFailed().
        bool next();
        bool hasFailed() const { return m_hasFailed; }

        qint64 number(int column) const;
        QByteArray octets(int column) const; ///< of a text, UTF-8
        bool isNull(int column) const;

    private:
        friend class Sqlite;
        struct Finalize
        {
            void operator()(sqlite3_stmt *statement) const;
        };
        std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
        bool m_hasFailed = false;
    };

    /// The file is there. Nobody is waited for who has it locked.
    bool open(const QString &file);
    bool run(const char *statements);
    /// Begins a transaction in which nobody else has the file; nobody has it afterwards either, until it is
    /// closed.
    bool lock() { return run("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE"); }
    /// One that cannot be prepared has failed.
    Statement prepare(const char *text);

    int errorCode() const; ///< SQLITE_BUSY and the like
    QString errorText() const;

private:
    struct Close
    {
        void operator()(sqlite3 *connection) const;
    };
    std::unique_ptr<sqlite3, Close> m_connection;
};

} // namespace confab
