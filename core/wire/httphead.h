#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace confab {

/// One enumerator for each way in which an HTTP/1.1 head can be malformed (RFC 9112).
enum class HttpError {
    None,
    HeadTooLarge,
    BadStartLine,
    BadVersion,     ///< not HTTP/1.x
    BadHeaderName,  ///< not a token, white space before the colon, or no colon (RFC 9112 §5.1)
    BadHeaderValue, ///< a control character other than HTAB
    FoldedHeader,   ///< obs-fold (RFC 9112 §5.2)
    BareLineFeed,
};

inline constexpr int httpErrorCount = int(HttpError::BareLineFeed) + 1;

struct HttpHeader
{
    QByteArray name;
    QByteArray value; ///< without surrounding white space
    bool operator==(const HttpHeader &) const = default;
};

/// How names of header fields and many of their tokens compare (RFC 9110 §5.1): ASCII letters without regard
/// to case.
bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b);

/// Header fields in the order of the wire; names compare without regard to case (RFC 9110 §5.1).
class HttpHeaders
{
public:
    void append(QByteArray name, QByteArray value);
    const QList<HttpHeader> &all() const { return m_headers; }
    int count(QByteArrayView name) const;
    bool contains(QByteArrayView name) const { return count(name) > 0; }
    /// The value of the first field of that name; empty if there is none.
    QByteArray value(QByteArrayView name) const;
    /// The comma-separated list of all fields of that name, trimmed, without empty elements (RFC 9110
    /// §5.6.1).
    QList<QByteArray> list(QByteArrayView name) const;
    /// Whether that list has this token, without regard to case.
    bool listContains(QByteArrayView name, QByteArrayView token) const;

private:
    template <typename Visit>
    void visitList(QByteArrayView name, Visit visit) const;

    QList<HttpHeader> m_headers;
};

struct RequestHead
{
    QByteArray method;
    QByteArray target;
    int minorVersion = 1;
    HttpHeaders headers;

    /// The target's path, without query, percent-decoding not applied.
    QByteArray path() const;
    /// Which server it is for, as in a Host field: the target tells, if it is in absolute-form (RFC 9112
    /// §3.2.2), else the first Host field. Empty if neither does.
    QByteArray host() const;
};

struct ResponseHead
{
    int status = 0;
    QByteArray reason;
    int minorVersion = 1;
    HttpHeaders headers;
};

/// The length of the head in octets, its empty line included; 0 while it is not complete. Lines that end in a
/// bare line feed are measured too, so that parsing can refuse them.
/// @param from where to begin to look: what is in front of it has no empty line.
qsizetype headLength(QByteArrayView octets, qsizetype from = 0);

/// The largest head that is read, in octets, its empty line included.
inline constexpr qsizetype maxHeadSize = qsizetype(64) * 1024;

/// Reads a whole head, as measured by headLength(). The outcome is set for None alone.
HttpError parseRequestHead(QByteArrayView head, RequestHead &request);
HttpError parseResponseHead(QByteArrayView head, ResponseHead &response);

/// Whether it is a token (RFC 9110 §5.6.2): header names, methods, subprotocols.
bool isToken(QByteArrayView text);
/// Whether it may be the value of a header field: no control character other than HTAB (RFC 9110 §5.5).
bool isHeaderValue(QByteArrayView text);

} // namespace confab
