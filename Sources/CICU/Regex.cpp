#include "CICU.h"

#include <unicode/uregex.h>

// A stretch of text is set as if it were all there is: nothing is copied, and looking about stays within it.
struct dgm_regex {
    URegularExpression *expression = nullptr;
    ~dgm_regex() {
        if (expression) uregex_close(expression);
    }
};

namespace {

void prepare(URegularExpression *expression, UErrorCode &status) {
    // Steps of the engine in ten thousands a call (about a millisecond each), and bytes of its stack.
    uregex_setTimeLimit(expression, 200, &status);
    uregex_setStackLimit(expression, 4 << 20, &status);
    uregex_useAnchoringBounds(expression, false, &status);
    uregex_useTransparentBounds(expression, true, &status);
}

} // namespace

int32_t dgm_regex_open(
    const uint16_t *pattern, int32_t count, int32_t caseless, int32_t *offset, dgm_regex **result) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place;
    place.line = 0;
    place.offset = 0;
    auto *regex = new dgm_regex;
    regex->expression = uregex_open(
        reinterpret_cast<const UChar *>(pattern), count, (caseless ? UREGEX_CASE_INSENSITIVE : 0) | UREGEX_ERROR_ON_UNKNOWN_ESCAPES, &place, &status);
    if (U_SUCCESS(status)) prepare(regex->expression, status);
    if (U_FAILURE(status)) {
        *offset = place.offset;
        delete regex;
        return status;
    }
    *result = regex;
    return 0;
}

void dgm_regex_close(dgm_regex *regex) { delete regex; }

int32_t dgm_regex_set_text(dgm_regex *regex, const uint16_t *text, int32_t count) {
    UErrorCode status = U_ZERO_ERROR;
    uregex_setText(regex->expression, reinterpret_cast<const UChar *>(text), count, &status);
    return U_FAILURE(status) ? status : 0;
}

int32_t dgm_regex_find(dgm_regex *regex, int32_t from, int32_t limit, int32_t *start, int32_t *end) {
    UErrorCode status = U_ZERO_ERROR;
    uregex_setRegion(regex->expression, from, limit, &status);
    UBool found = uregex_findNext(regex->expression, &status);
    if (U_FAILURE(status)) return -status;
    if (!found) return 0;
    *start = uregex_start(regex->expression, 0, &status);
    *end = uregex_end(regex->expression, 0, &status);
    return U_FAILURE(status) ? -status : 1;
}

int32_t dgm_regex_match(dgm_regex *regex, int32_t at, int32_t limit, int32_t whole, int32_t *end) {
    UErrorCode status = U_ZERO_ERROR;
    uregex_setRegion(regex->expression, at, limit, &status);
    UBool found = whole ? uregex_matches(regex->expression, -1, &status) : uregex_lookingAt(regex->expression, -1, &status);
    if (U_FAILURE(status)) return -status;
    if (!found) return 0;
    *end = uregex_end(regex->expression, 0, &status);
    return U_FAILURE(status) ? -status : 1;
}
