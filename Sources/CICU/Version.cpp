#include "CICU.h"

#include <cstring>

#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uversion.h>

void dgm_version(int32_t which, char *buffer, int32_t capacity) {
    UVersionInfo version = {0, 0, 0, 0};
    UErrorCode status = U_ZERO_ERROR;
    if (which == 0) u_getVersion(version);
    else if (which == 1) u_getUnicodeVersion(version);
    else ulocdata_getCLDRVersion(version, &status);
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(version, text);
    std::strncpy(buffer, text, static_cast<size_t>(capacity) - 1);
    buffer[capacity - 1] = 0;
}
