#include "CICU.h"

#include <cstring>

#include <unicode/normalizer2.h>

int32_t dgm_composition_classes(uint8_t *classes) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return status;
    std::memset(classes, 0, 0x10000 / 4);
    for (UChar32 scalar = 0; scalar < 0x10000; scalar++) {
        uint8_t value = 0;
        if (scalar >= 0xD800 && scalar <= 0xDFFF) {
            value = 2;
        } else if (normalizer->quickCheck(icu::UnicodeString(scalar), status) != UNORM_YES) {
            value = normalizer->hasBoundaryBefore(scalar) ? 3 : 2;
        } else if (normalizer->getCombiningClass(scalar) != 0) {
            value = 1;
        }
        classes[scalar / 4] |= static_cast<uint8_t>(value << (scalar % 4 * 2));
    }
    return status;
}
