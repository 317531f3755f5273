#pragma once

/// Makes the application's own icons readable under ":/icons"; calling it again changes nothing. The linker
/// drops the resources of a static library that nobody refers to, so whoever reads ":/icons" calls this
/// first. Any thread, before its first use.
void initIconResources();
