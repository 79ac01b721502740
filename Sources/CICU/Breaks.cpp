#include "CICU.h"

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

struct dgm_breaks {
    std::unique_ptr<icu::BreakIterator> iterator;
    UText text = UTEXT_INITIALIZER;
    ~dgm_breaks() { utext_close(&text); }
};

int32_t dgm_breaks_open(int32_t kind, const char *locale, dgm_breaks **result) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale place = icu::Locale::forLanguageTag(locale, status);
    if (U_FAILURE(status)) {
        status = U_ZERO_ERROR;
        place = icu::Locale::getRoot();
    }
    std::unique_ptr<dgm_breaks> breaks(new dgm_breaks);
    switch (kind) {
    case 0: breaks->iterator.reset(icu::BreakIterator::createCharacterInstance(place, status)); break;
    case 1: breaks->iterator.reset(icu::BreakIterator::createWordInstance(place, status)); break;
    case 2: breaks->iterator.reset(icu::BreakIterator::createLineInstance(place, status)); break;
    default: breaks->iterator.reset(icu::BreakIterator::createSentenceInstance(place, status)); break;
    }
    if (U_FAILURE(status)) return status;
    *result = breaks.release();
    return 0;
}

int32_t dgm_breaks_set_text(dgm_breaks *breaks, const uint8_t *source, int64_t count) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&breaks->text, reinterpret_cast<const char *>(source), count, &status);
    if (U_FAILURE(status)) return status;
    breaks->iterator->setText(&breaks->text, status);
    if (U_FAILURE(status)) return status;
    breaks->iterator->first();
    return 0;
}

int64_t dgm_breaks_next(dgm_breaks *breaks) { return breaks->iterator->next(); }
int32_t dgm_breaks_status(dgm_breaks *breaks) { return breaks->iterator->getRuleStatus(); }
void dgm_breaks_close(dgm_breaks *breaks) { delete breaks; }
