#include "CICU.h"
#include "Text.hpp"

#include <cstring>
#include <memory>
#include <string>

#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

int32_t dgm_date_names(
    const char *locale, const char *calendar, int32_t kind, int32_t width, int32_t standalone, dgm_text **result) {
    UErrorCode status = U_ZERO_ERROR;
    icu::DateFormatSymbols symbols(icu::Locale::forLanguageTag(locale, status), calendar, status);
    if (U_FAILURE(status)) return status;
    auto context = standalone ? icu::DateFormatSymbols::STANDALONE : icu::DateFormatSymbols::FORMAT;
    auto size = width == 0 ? icu::DateFormatSymbols::WIDE : icu::DateFormatSymbols::ABBREVIATED;
    int32_t count = 0;
    const icu::UnicodeString *names = kind == 0   ? symbols.getMonths(count, context, size)
                                      : kind == 1 ? symbols.getWeekdays(count, context, size)
                                                  : symbols.getAmPmStrings(count);
    auto text = std::make_unique<dgm_text>();
    // ICU counts weekdays from 1; the first name is empty.
    for (int32_t i = kind == 1 ? 1 : 0; i < count; i++) {
        names[i].toUTF8String(text->bytes);
        text->bytes += '\n';
    }
    *result = text.release();
    return 0;
}

void dgm_short_date_pattern(const char *locale, char *buffer, int32_t capacity) {
    buffer[0] = 0;
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale place = icu::Locale::forLanguageTag(locale, status);
    if (U_FAILURE(status)) return;
    std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(icu::DateFormat::kShort, place));
    auto *simple = dynamic_cast<icu::SimpleDateFormat *>(format.get());
    if (!simple) return;
    icu::UnicodeString pattern;
    simple->toPattern(pattern);
    std::string bytes;
    pattern.toUTF8String(bytes);
    if (static_cast<int32_t>(bytes.size()) >= capacity) return;
    std::memcpy(buffer, bytes.c_str(), bytes.size() + 1);
}

int32_t dgm_calendar_days(const char *calendar, int32_t year, int32_t month, int32_t day, int64_t *days) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale place("en", "", "", (std::string("calendar=") + calendar).c_str());
    std::unique_ptr<icu::Calendar> when(
        icu::Calendar::createInstance(icu::TimeZone::createTimeZone("UTC"), place, status));
    if (U_FAILURE(status)) return status;
    if (std::strcmp(when->getType(), calendar) != 0) return U_UNSUPPORTED_ERROR;
    when->clear();
    when->setLenient(false);
    when->set(year, month, day);
    UDate time = when->getTime(status);
    if (U_FAILURE(status)) return status;
    *days = static_cast<int64_t>(time >= 0 ? time / 86400000 : (time - 86399999) / 86400000);
    return 0;
}
