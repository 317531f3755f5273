#pragma once

class QItemSelectionModel;

namespace confab {

/// Puts the selected rows of a TrafficModel, or of a proxy over one, on the clipboard, a line each, in their
/// order; nothing if none is.
void copySelectedRecords(const QItemSelectionModel &selection);

} // namespace confab
