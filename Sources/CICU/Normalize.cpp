#include "CICU.h"
#include "Text.hpp"

#include <memory>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

static const icu::Normalizer2 *instance(int32_t form, UErrorCode &status) {
    switch (form) {
    case 0: return icu::Normalizer2::getNFCInstance(status);
    case 1: return icu::Normalizer2::getNFDInstance(status);
    case 2: return icu::Normalizer2::getNFKCInstance(status);
    default: return icu::Normalizer2::getNFKDInstance(status);
    }
}

int32_t dgm_normalize(int32_t form, const uint8_t *source, int32_t count, dgm_text **result) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = instance(form, status);
    if (U_FAILURE(status)) return status;
    std::unique_ptr<dgm_text> text(new dgm_text);
    text->bytes.reserve(static_cast<size_t>(count) + 16);
    icu::StringByteSink<std::string> sink(&text->bytes);
    icu::Edits edits;
    normalizer->normalizeUTF8(0, icu::StringPiece(reinterpret_cast<const char *>(source), count), sink, &edits, status);
    text->take(edits, status);
    if (U_FAILURE(status)) return status;
    *result = text.release();
    return 0;
}

int32_t dgm_is_normalized(int32_t form, const uint8_t *source, int32_t count) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = instance(form, status);
    if (U_FAILURE(status)) return -1;
    UBool answer =
        normalizer->isNormalizedUTF8(icu::StringPiece(reinterpret_cast<const char *>(source), count), status);
    return U_FAILURE(status) ? -1 : (answer ? 1 : 0);
}
