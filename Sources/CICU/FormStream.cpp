#include "CICU.h"
#include "Marks.hpp"
#include "Text.hpp"

#include <memory>
#include <string>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

int32_t dgm_normalize_untracked(int32_t form, const uint8_t *source, int32_t count, dgm_text **result) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = normalizerOf(form, status);
    if (U_FAILURE(status)) return status;
    std::string sorted;
    icu::StringPiece piece(reinterpret_cast<const char *>(source), count);
    // The check for the form puts marks in order, too.
    if (hasLongRun(normalizer, source, count)) {
        sorted = ordered(normalizer, source, count);
        piece = icu::StringPiece(sorted);
    } else if (normalizer->isNormalizedUTF8(piece, status)) {
        *result = nullptr;
        return status;
    }
    std::unique_ptr<dgm_text> text(new dgm_text);
    text->bytes.reserve(static_cast<size_t>(piece.size()) + 16);
    icu::StringByteSink<std::string> sink(&text->bytes);
    normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
    if (U_FAILURE(status)) return status;
    *result = text.release();
    return 0;
}

int64_t dgm_last_boundary(int32_t form, const uint8_t *source, int64_t start, int64_t count) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = normalizerOf(form, status);
    if (U_FAILURE(status)) return -1;
    for (int64_t end = count; end > start;) {
        int64_t lead = end - 1;
        while (lead > start && (source[lead] & 0xC0) == 0x80) lead--;
        int32_t offset = 0;
        UChar32 scalar;
        U8_NEXT(source + lead, offset, static_cast<int32_t>(end - lead), scalar);
        if (scalar >= 0 && normalizer->hasBoundaryBefore(scalar)) return lead;
        end = lead;
    }
    return -1;
}
