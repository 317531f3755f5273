#pragma once

#include "server/refusal.h"

#include <QList>

namespace confab {

/// One explanation in both languages: what happened, why, and what to do.
struct RefusalWords
{
    QString english;
    QString korean;
};

/// The words for the person who reads the body of a refusal.
/// @param supported the subprotocols that this server has.
RefusalWords refusalWords(const Refusal &refusal, const QList<QByteArray> &supported);

/// What is wrong with the request, as half a sentence in each language: "the … ".
RefusalWords requestErrorWords(RequestError error);
RefusalWords httpErrorWords(HttpError error);

} // namespace confab
