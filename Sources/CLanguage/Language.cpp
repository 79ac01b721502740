#include "CLanguage.h"

#include <cstdio>

// CLD2 uses FILE without including its header.
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

int32_t dgm_detect_language(const uint8_t *text, int32_t count, dgm_language_guess guesses[3]) {
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int bytes = 0;
    bool reliable = false;
    // Short texts (one sentence) are the usual case here, and without this flag CLD2 answers "unknown" to most of them.
    const int flags = CLD2::kCLDFlagBestEffort;
    CLD2::ExtDetectLanguageSummary(
        reinterpret_cast<const char *>(text), count, /* is_plain_text */ true, &hints, flags, languages, percents,
        scores, nullptr, &bytes, &reliable);
    for (int i = 0; i < 3; i++) {
        guesses[i].code = CLD2::LanguageCode(languages[i]);
        guesses[i].percent = percents[i];
        guesses[i].score = scores[i];
    }
    return reliable ? 1 : 0;
}
