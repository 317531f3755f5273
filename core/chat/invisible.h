#pragma once

namespace confab {

/// Has no shape of its own and changes that of nothing that is ordinary text: zero-width space, fillers, what
/// turns the direction of writing, and what is reserved for more of the kind. With isShaping(), all of
/// Unicode's Default_Ignorable_Code_Point; control characters are a category of their own.
bool isInvisible(char32_t character);
/// Has no shape of its own but changes that of its neighbours, as in emoji, Persian and variants of
/// ideographs: joiners, variation selectors, tags.
bool isShaping(char32_t character);

} // namespace confab
