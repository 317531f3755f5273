#pragma once

#include <QByteArray>
#include <QString>

namespace confab {

/// An origin as browsers send it in the Origin header ("https://example.org", "http://host:8080", "null"),
/// from what a person typed; empty if that is no origin. A path or a default port is dropped.
QByteArray serialisedOrigin(const QString &typed);

} // namespace confab
