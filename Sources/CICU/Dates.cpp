#include "CICU.h"
#include "Text.hpp"

#include <cstring>
#include <memory>
#include <set>
#include <string>

#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/reldatefmt.h>
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

int32_t dgm_past_durations(const char *locale, dgm_text **result) {
    // One number at least for each plural form of integers (UTS #35, Language Plural Rules).
    static const double numbers[] = {1, 2, 3, 5, 7, 11, 21, 100};
    static const URelativeDateTimeUnit units[] = {
        UDAT_REL_UNIT_SECOND, UDAT_REL_UNIT_MINUTE, UDAT_REL_UNIT_HOUR, UDAT_REL_UNIT_DAY,
        UDAT_REL_UNIT_WEEK,   UDAT_REL_UNIT_MONTH,  UDAT_REL_UNIT_YEAR};
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale place = icu::Locale::forLanguageTag(locale, status);
    std::set<std::string> known;
    auto text = std::make_unique<dgm_text>();
    for (auto width : {UDAT_STYLE_LONG, UDAT_STYLE_SHORT, UDAT_STYLE_NARROW}) {
        icu::RelativeDateTimeFormatter format(place, nullptr, width, UDISPCTX_CAPITALIZATION_NONE, status);
        for (auto unit : units) {
            for (double number : numbers) {
                auto formatted = format.formatNumericToValue(-number, unit, status);
                if (U_FAILURE(status)) return status;
                icu::ConstrainedFieldPosition field;
                field.constrainField(UFIELD_CATEGORY_RELATIVE_DATETIME, UDAT_REL_NUMERIC_FIELD);
                // Some forms say the number in words: "قبل يومين".
                if (!formatted.nextPosition(field, status)) continue;
                icu::UnicodeString phrase = formatted.toString(status);
                phrase.replaceBetween(field.getStart(), field.getLimit(), icu::UnicodeString(u'0'));
                std::string bytes;
                phrase.toUTF8String(bytes);
                if (!known.insert(bytes).second) continue;
                text->bytes += bytes;
                text->bytes += '\n';
            }
        }
    }
    if (U_FAILURE(status)) return status;
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
