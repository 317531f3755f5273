#pragma once

/// Makes :/i18n/confab_en.qm and :/i18n/confab_ko.qm available. Must be called once before they are loaded,
/// because a static library's resources are not registered by themselves. Outside the namespace, as
/// Q_INIT_RESOURCE wants it.
void initTranslationResources();
