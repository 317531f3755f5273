#pragma once

#include <QByteArray>
#include <QString>

namespace confab {

/// What a person writes for a connection to send.
enum class CompositionKind { Text, Hex, Base64, File, Ping };
inline constexpr int compositionKindCount = int(CompositionKind::Ping) + 1;

/// Whether it stands for octets, which go as a binary message or as a text.
constexpr bool standsForOctets(CompositionKind kind)
{
    return kind == CompositionKind::Hex || kind == CompositionKind::Base64 || kind == CompositionKind::File;
}

/// What was written comes to.
struct Composition
{
    QByteArray octets = {};
    QString problem = {};    ///< why it cannot be sent, in the user's language; empty if it can
    qsizetype position = -1; ///< of the character that is the problem, if one is
    QString note = {};       ///< how much it is, if that is of use
};

/// Reads what was written in a field; not of the kind File.
/// @param asText octets are to be a text. @param maxSize of a message, in octets.
Composition readComposition(CompositionKind kind, const QString &text, bool asText, qsizetype maxSize);

/// Why octets that are to go as a text cannot; empty if they can.
QString textProblem(const QByteArray &octets);

} // namespace confab
