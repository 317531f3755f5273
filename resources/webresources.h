#pragma once

/// Makes the join page readable under ":/web"; calling it again changes nothing. The linker drops the
/// resources of a static library that nobody refers to, so whoever reads ":/web" calls this first. Any
/// thread, before its first use.
void initWebResources();
