#include "Buffer.hpp"
#include "CICU.h"

#include <cstring>

#include <unicode/localpointer.h>
#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/strenum.h>

namespace {
/// Whether CLDR has rules for the language itself; ICU gives those of the root to others.
bool hasPluralRules(const icu::Locale &locale, UErrorCode &status) {
    icu::LocalPointer<icu::StringEnumeration> all(icu::PluralRules::getAvailableLocales(status));
    if (U_FAILURE(status)) return false;
    while (const char *name = all->next(nullptr, status)) {
        if (std::strcmp(name, locale.getLanguage()) == 0) return true;
    }
    return false;
}
}

int32_t dgm_plural_rules(const char *locale, char *buffer, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale wanted(locale);
    if (!hasPluralRules(wanted, status)) return 0;
    icu::LocalPointer<icu::PluralRules> rules(icu::PluralRules::forLocale(wanted, status));
    if (U_FAILURE(status)) return 0;
    return put(rules->getRules(), buffer, capacity);
}
