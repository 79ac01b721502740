#include "Buffer.hpp"
#include "CICU.h"

#include <cstring>
#include <memory>
#include <string>

#include <unicode/decimfmt.h>
#include <unicode/dcfmtsym.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/numsys.h>
#include <unicode/ulocdata.h>
#include <unicode/unistr.h>

namespace {
/// The locale of a tag with a numbering system: "native", "latn".
icu::Locale numbered(const char *tag, const char *system, UErrorCode &status) {
    icu::Locale place = icu::Locale::forLanguageTag(tag, status);
    if (U_SUCCESS(status)) place.setKeywordValue("numbers", system, status);
    return place;
}
}

int32_t dgm_quotation_mark(const char *tag, int32_t which, char *buffer, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale place = icu::Locale::forLanguageTag(tag, status);
    if (U_FAILURE(status)) return 0;
    std::unique_ptr<ULocaleData, decltype(&ulocdata_close)> data(
        ulocdata_open(place.getName(), &status), ulocdata_close);
    if (U_FAILURE(status)) return 0;
    const ULocaleDataDelimiterType types[] = {
        ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END, ULOCDATA_ALT_QUOTATION_START, ULOCDATA_ALT_QUOTATION_END};
    if (which < 0 || which > 3) return 0;
    UChar mark[16];
    int32_t count = ulocdata_getDelimiter(data.get(), types[which], mark, 16, &status);
    if (U_FAILURE(status) || count <= 0 || count > 16) return 0;
    return put(icu::UnicodeString(mark, count), buffer, capacity);
}

int32_t dgm_native_digits(const char *tag, char *name, int32_t nameCapacity, char *buffer, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale place = numbered(tag, "native", status);
    if (U_FAILURE(status)) return 0;
    std::unique_ptr<icu::NumberingSystem> system(icu::NumberingSystem::createInstance(place, status));
    if (U_FAILURE(status) || system->isAlgorithmic()) return 0;
    std::strncpy(name, system->getName(), static_cast<size_t>(nameCapacity) - 1);
    name[nameCapacity - 1] = 0;
    return put(system->getDescription(), buffer, capacity);
}

int32_t dgm_number_separator(const char *tag, const char *system, int32_t which, char *buffer, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale place = numbered(tag, system, status);
    if (U_FAILURE(status)) return 0;
    icu::DecimalFormatSymbols symbols(place, status);
    if (U_FAILURE(status)) return 0;
    return put(
        symbols.getConstSymbol(
            which == 0 ? icu::DecimalFormatSymbols::kDecimalSeparatorSymbol
                       : icu::DecimalFormatSymbols::kGroupingSeparatorSymbol),
        buffer, capacity);
}

int32_t dgm_format_number(
    const char *tag, const char *system, const char *decimal, int32_t grouped, char *buffer, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale place = numbered(tag, system, status);
    if (U_FAILURE(status)) return 0;
    const char *point = std::strchr(decimal, '.');
    int32_t decimals = point == nullptr ? 0 : static_cast<int32_t>(std::strlen(point + 1));
    auto formatted = icu::number::NumberFormatter::withLocale(place)
                         .grouping(grouped ? UNUM_GROUPING_AUTO : UNUM_GROUPING_OFF)
                         .precision(icu::number::Precision::fixedFraction(decimals))
                         .formatDecimal(decimal, status);
    icu::UnicodeString text = formatted.toString(status);
    return U_FAILURE(status) ? 0 : put(text, buffer, capacity);
}
