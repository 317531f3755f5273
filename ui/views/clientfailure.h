#pragma once

#include "client/clientsession.h"

#include <QString>

namespace confab {

class FailureBanner;

/// Shows in the banner why a client connection did not become OPEN, with the server's answer or certificates
/// and the one thing that can be done about it, or why this side ended one that was. Leaves the banner alone
/// if there was no error, or if the user cancelled.
void showClientFailure(FailureBanner &banner, const ClientStatus &status);
/// How a connection ended, in one line: its close code with name and reason, or why it never was OPEN. Empty
/// until CLOSED.
QString clientOutcomeText(const ClientStatus &status);

} // namespace confab
