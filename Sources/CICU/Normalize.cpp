#include "CICU.h"
#include "Marks.hpp"
#include "Text.hpp"

#include <cstring>
#include <memory>
#include <string>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

int32_t dgm_normalize(int32_t form, const uint8_t *source, int32_t count, dgm_text **result) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = normalizerOf(form, status);
    if (U_FAILURE(status)) return status;
    std::unique_ptr<dgm_text> text(new dgm_text);
    if (hasLongRun(normalizer, source, count)) {
        // Where marks changed places by the hundred, one change says as much as many.
        std::string sorted = ordered(normalizer, source, count);
        icu::StringByteSink<std::string> sink(&text->bytes);
        normalizer->normalizeUTF8(0, icu::StringPiece(sorted), sink, nullptr, status);
        text->takeWhole(source, count);
        if (U_FAILURE(status)) return status;
        *result = text.release();
        return 0;
    }
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
    const icu::Normalizer2 *normalizer = normalizerOf(form, status);
    if (U_FAILURE(status)) return -1;
    if (hasLongRun(normalizer, source, count)) {
        std::string sorted = ordered(normalizer, source, count);
        if (sorted.size() != static_cast<size_t>(count) || std::memcmp(sorted.data(), source, sorted.size()) != 0) {
            return 0;
        }
    }
    UBool answer =
        normalizer->isNormalizedUTF8(icu::StringPiece(reinterpret_cast<const char *>(source), count), status);
    return U_FAILURE(status) ? -1 : (answer ? 1 : 0);
}
