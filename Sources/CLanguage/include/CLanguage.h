// CLanguage: CLD2 with its full tables behind stdint types.
#ifndef DRAGOMAN_CLANGUAGE_H
#define DRAGOMAN_CLANGUAGE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    /// CLD2's code of the language, "un" where it knows none.
    const char *code;
    /// Share of the text in percent.
    int32_t percent;
    /// CLD2's normalized score: how the text compares with what is usual for the language.
    double score;
} dgm_language_guess;

/// Three guesses, best first. The text must be valid UTF-8. Returns 1 when CLD2 calls the best reliable.
int32_t dgm_detect_language(const uint8_t *text, int32_t count, dgm_language_guess guesses[3]);

#ifdef __cplusplus
}
#endif
#endif
