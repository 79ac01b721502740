#include "Buffer.hpp"
#include "CICU.h"

#include <cstring>
#include <initializer_list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <unicode/localpointer.h>
#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/strenum.h>
#include <unicode/ucurr.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>

namespace {
using Codes = std::vector<std::string>;

Codes regionCodes() {
    Codes codes;
    // Territories first, then the groupings above them ("Africa", "Western Africa"): a text names both.
    for (URegionType type : {URGN_TERRITORY, URGN_CONTINENT, URGN_SUBCONTINENT, URGN_WORLD, URGN_GROUPING}) {
        UErrorCode status = U_ZERO_ERROR;
        icu::LocalPointer<icu::StringEnumeration> all(icu::Region::getAvailable(type, status));
        if (U_FAILURE(status)) continue;
        while (const char *code = all->next(nullptr, status)) codes.emplace_back(code);
    }
    return codes;
}

Codes languageCodes() {
    Codes codes;
    for (const char *const *each = uloc_getISOLanguages(); *each; each++) codes.emplace_back(*each);
    return codes;
}

Codes currencyCodes() {
    Codes codes;
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *all = ucurr_openISOCurrencies(UCURR_ALL | UCURR_NON_DEPRECATED, &status);
    if (U_FAILURE(status)) return codes;
    while (const char *code = uenum_next(all, nullptr, &status)) codes.emplace_back(code);
    uenum_close(all);
    return codes;
}

const Codes &codes(int32_t kind) {
    static const Codes regions = regionCodes();
    static const Codes languages = languageCodes();
    static const Codes currencies = currencyCodes();
    return kind == 0 ? regions : kind == 1 ? languages : currencies;
}
}

int32_t dgm_code_count(int32_t kind) { return static_cast<int32_t>(codes(kind).size()); }
const char *dgm_code_at(int32_t kind, int32_t index) { return codes(kind)[static_cast<size_t>(index)].c_str(); }

int32_t dgm_display_name(
    int32_t kind, const char *locale, const char *code, int32_t length, char *buffer, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    if (kind == 2) {
        // ucurr_getName falls back to the code itself, and says so by its error value.
        UChar wide[8];
        for (int32_t i = 0; i < 4; i++) wide[i] = static_cast<UChar>(code[i]);
        UBool choice = false;
        int32_t count = 0;
        const UChar *name = ucurr_getName(wide, locale, UCURR_LONG_NAME, &choice, &count, &status);
        if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) return 0;
        return put(icu::UnicodeString(name, count), buffer, capacity);
    }
    UDisplayContext contexts[] = {
        UDISPCTX_DIALECT_NAMES, UDISPCTX_CAPITALIZATION_NONE,
        length == 1 ? UDISPCTX_LENGTH_SHORT : UDISPCTX_LENGTH_FULL, UDISPCTX_NO_SUBSTITUTE};
    // Opening a table costs a thousand times a look-up, and there are only as many as languages asked for.
    static std::mutex guard;
    static std::map<std::string, ULocaleDisplayNames *> opened;
    std::lock_guard<std::mutex> hold(guard);
    ULocaleDisplayNames *&names = opened[std::string(locale) + (length == 1 ? "#s" : "#f")];
    if (!names) names = uldn_openForContext(locale, contexts, 4, &status);
    if (U_FAILURE(status)) {
        names = nullptr;
        return 0;
    }
    UChar wide[512];
    int32_t count = kind == 0 ? uldn_regionDisplayName(names, code, wide, 512, &status)
                              : uldn_languageDisplayName(names, code, wide, 512, &status);
    if (U_FAILURE(status) || count <= 0 || count > 512) return 0;
    return put(icu::UnicodeString(wide, count), buffer, capacity);
}

int32_t dgm_currency_plural_name(
    const char *locale, const char *code, const char *plural, char *buffer, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[8];
    for (int32_t i = 0; i < 4; i++) wide[i] = static_cast<UChar>(code[i]);
    UBool choice = false;
    int32_t count = 0;
    const UChar *name = ucurr_getPluralName(wide, locale, &choice, plural, &count, &status);
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) return 0;
    return put(icu::UnicodeString(name, count), buffer, capacity);
}

void dgm_likely_script(const char *tag, char *buffer, int32_t capacity) {
    buffer[0] = 0;
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale place = icu::Locale::forLanguageTag(tag, status);
    if (U_FAILURE(status)) return;
    place.addLikelySubtags(status);
    if (U_FAILURE(status)) return;
    std::strncpy(buffer, place.getScript(), static_cast<size_t>(capacity) - 1);
    buffer[capacity - 1] = 0;
}

int32_t dgm_locale_count(void) { return uloc_countAvailable(); }

void dgm_locale_at(int32_t index, char *buffer, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    buffer[0] = 0;
    int32_t count = uloc_toLanguageTag(uloc_getAvailable(index), buffer, capacity - 1, false, &status);
    if (U_FAILURE(status) || count < 0) count = 0;
    buffer[count] = 0;
}
