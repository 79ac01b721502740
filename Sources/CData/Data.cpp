#include "CData.h"

// #embed is C23; clang takes it in C++ as an extension and would say so at every line.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "Files.inc"

int32_t dgm_data_count(void) { return static_cast<int32_t>(sizeof files / sizeof *files); }
dgm_data_file dgm_data_at(int32_t index) { return files[index]; }
