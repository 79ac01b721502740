// Runs of combining marks so long that ICU, which orders them by insertion, would take minutes.
#ifndef DRAGOMAN_CICU_MARKS_HPP
#define DRAGOMAN_CICU_MARKS_HPP

#include <cstdint>
#include <string>

#include <unicode/normalizer2.h>

const icu::Normalizer2 *normalizerOf(int32_t form, UErrorCode &status);

/// Whether a run of marks is longer than two steps of 256 bytes; some shorter ones are found, too.
bool hasLongRun(const icu::Normalizer2 *normalizer, const uint8_t *source, int32_t count);

/// The text with long runs of marks in canonical order, which sorting them by class gives as well.
std::string ordered(const icu::Normalizer2 *normalizer, const uint8_t *source, int32_t count);
#endif
