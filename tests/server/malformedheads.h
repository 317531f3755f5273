#pragma once

#include "core/wire/httphead.h"

#include <QTest>

namespace confab {

/// Rows of "octets" that are no request head, with the "error" that says why.
inline void addMalformedHeads(qsizetype maxSize)
{
    using namespace Qt::StringLiterals;
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<int>("error");
    const QByteArray start = "GET / HTTP/1.1\r\n";
    QTest::newRow("no method") << "\x16\x03\x01"_ba << int(HttpError::BadStartLine);
    QTest::newRow("blank first") << " GET / HTTP/1.1"_ba << int(HttpError::BadStartLine);
    QTest::newRow("endless method") << QByteArray(33, 'x') << int(HttpError::BadStartLine);
    QTest::newRow("version") << "GET / HTTP/2.0\r\n\r\n"_ba << int(HttpError::BadVersion);
    QTest::newRow("fold") << start + "A: b\r\n c\r\n\r\n" << int(HttpError::FoldedHeader);
    QTest::newRow("too large, complete") << start + "A: " + QByteArray(maxSize, 'x') + "\r\n\r\n"
                                         << int(HttpError::HeadTooLarge);
    QTest::newRow("too large, endless")
        << start + QByteArray(10 * maxSize, 'x') << int(HttpError::HeadTooLarge);
    QTest::newRow("one octet too large")
        << start + "A: " + QByteArray(maxSize - start.size() - 6, 'x') + "\r\n\r\n"
        << int(HttpError::HeadTooLarge);
}

} // namespace confab
