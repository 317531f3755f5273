#pragma once

namespace confab {

/// Has no shape of its own and changes that of nothing that is ordinary text: C1 control characters,
/// zero-width space, fillers, and what turns the direction of writing (Unicode, Default_Ignorable_Code_Point
/// and Bidi_Control).
bool isInvisible(char32_t character);
/// Has no shape of its own but changes that of its neighbours, as in emoji, Persian and variants of
/// ideographs: joiners, variation selectors, tags.
bool isShaping(char32_t character);

} // namespace confab
