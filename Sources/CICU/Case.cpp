#include "CICU.h"
#include "Text.hpp"

#include <memory>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/stringpiece.h>

namespace {
template <typename Map>
int32_t mapped(const uint8_t *source, int32_t count, dgm_text **result, Map map) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<dgm_text> text(new dgm_text);
    text->bytes.reserve(static_cast<size_t>(count) + 16);
    icu::StringByteSink<std::string> sink(&text->bytes);
    icu::Edits edits;
    map(icu::StringPiece(reinterpret_cast<const char *>(source), count), sink, &edits, status);
    text->take(edits, status);
    if (U_FAILURE(status)) return status;
    *result = text.release();
    return 0;
}
}

int32_t dgm_fold_case(const uint8_t *source, int32_t count, dgm_text **result) {
    return mapped(source, count, result, [](auto piece, auto &sink, auto *edits, auto &status) {
        icu::CaseMap::utf8Fold(0, piece, sink, edits, status);
    });
}

int32_t dgm_map_case(int32_t mapping, const char *locale, const uint8_t *source, int32_t count, dgm_text **result) {
    return mapped(source, count, result, [=](auto piece, auto &sink, auto *edits, auto &status) {
        if (mapping == 0) icu::CaseMap::utf8ToLower(locale, 0, piece, sink, edits, status);
        else if (mapping == 1) icu::CaseMap::utf8ToUpper(locale, 0, piece, sink, edits, status);
        else icu::CaseMap::utf8ToTitle(locale, 0, nullptr, piece, sink, edits, status);
    });
}
