#pragma once

class QWidget;

namespace confab {

/// From now on the wheel changes that field, a spin box or a combo box, only while it has the focus, and
/// otherwise scrolls what the field is in.
void guardFromWheel(QWidget &field);

} // namespace confab
