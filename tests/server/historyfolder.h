#pragma once

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace confab {

/// A folder for one history.
struct HistoryFolder
{
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("room.sqlite"));

    void write(const QByteArray &octets) const
    {
        QFile out(file);
        QVERIFY(out.open(QFile::WriteOnly));
        out.write(octets);
    }
    QByteArray octets() const
    {
        QFile in(file);
        return in.open(QFile::ReadOnly) ? in.readAll() : QByteArray();
    }
};

} // namespace confab
