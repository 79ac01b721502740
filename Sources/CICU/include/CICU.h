// CICU: ICU4C behind stdint types. No ICU type, no Swift, no files, no policy.
//
// Every text is UTF-8 and every offset is a byte offset into it, unless said otherwise. A function that can fail returns a
// status: 0 for success, otherwise ICU's error number, whose name `dgm_error_name` gives.
#ifndef DRAGOMAN_CICU_H
#define DRAGOMAN_CICU_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

const char *dgm_error_name(int32_t status);
/// Versions as dotted text: 0 ICU, 1 Unicode, 2 CLDR.
void dgm_version(int32_t which, char *buffer, int32_t capacity);

// --- Texts made by ICU, with the places that changed ---

typedef struct dgm_text dgm_text;
const uint8_t *dgm_text_bytes(const dgm_text *text);
int64_t dgm_text_count(const dgm_text *text);
/// Changed places in order, four numbers each: old start, old length, new start, new length.
const int32_t *dgm_text_changes(const dgm_text *text);
int64_t dgm_text_change_count(const dgm_text *text);
void dgm_text_close(dgm_text *text);

// --- Normalization forms: 0 NFC, 1 NFD, 2 NFKC, 3 NFKD ---

int32_t dgm_normalize(int32_t form, const uint8_t *source, int32_t count, dgm_text **result);
/// 1 yes, 0 no, negative for an error.
int32_t dgm_is_normalized(int32_t form, const uint8_t *source, int32_t count);
/// For each of the first 65,536 code points two bits, four a byte from the low end: 0 where it may stand anywhere in NFC,
/// 1 for a mark that may stand after a character of class 0, 2 where only a whole look at the text tells, 3 where only that
/// tells and nothing before the character matters.
int32_t dgm_composition_classes(uint8_t *classes);
/// The same as `dgm_normalize` without the changed places; `*result` is null where the text has the form already.
int32_t dgm_normalize_untracked(int32_t form, const uint8_t *source, int32_t count, dgm_text **result);
/// Offset of the last character from `start` on before which the form never looks back (hasBoundaryBefore), -1 if none.
int64_t dgm_last_boundary(int32_t form, const uint8_t *source, int64_t start, int64_t count);

// --- Case ---

/// Full default case folding.
int32_t dgm_fold_case(const uint8_t *source, int32_t count, dgm_text **result);
/// 0 lower, 1 upper, 2 title, by the rules of `locale`.
int32_t dgm_map_case(int32_t mapping, const char *locale, const uint8_t *source, int32_t count, dgm_text **result);

// --- Characters ---

/// General category as ICU numbers it (u_charType).
int32_t dgm_general_category(uint32_t scalar);
/// Script as ICU numbers it (uscript_getScript).
int32_t dgm_script(uint32_t scalar);
/// Four-letter ISO 15924 name of a script number.
const char *dgm_script_name(int32_t script);
/// Simple case folding of one scalar.
uint32_t dgm_simple_fold(uint32_t scalar);
/// Value of the decimal digit, -1 for anything else.
int32_t dgm_digit_value(uint32_t scalar);

// --- Boundaries: 0 grapheme clusters, 1 words, 2 lines, 3 sentences ---

typedef struct dgm_breaks dgm_breaks;
int32_t dgm_breaks_open(int32_t kind, const char *locale, dgm_breaks **result);
/// The bytes must stay where they are until the next text is set or the iterator is closed.
int32_t dgm_breaks_set_text(dgm_breaks *breaks, const uint8_t *source, int64_t count);
/// The next boundary after the current one, -1 at the end.
int64_t dgm_breaks_next(dgm_breaks *breaks);
/// Status of the boundary last returned; for words 0..99 means no word.
int32_t dgm_breaks_status(dgm_breaks *breaks);
void dgm_breaks_close(dgm_breaks *breaks);

// --- Dictionaries of the word iterator, over UTF-16: here offsets are code units ---

typedef struct dgm_dictionary dgm_dictionary;
/// `name` as ICU's data has it ("cjdict"); 16 (unsupported) where it is of another form than version 1 of "Dict", that of ICU 72.
int32_t dgm_dictionary_open(const char *name, dgm_dictionary **result);
/// The words that a text begins with, the shortest first: their lengths and what each costs (less is likelier). Gives how
/// many there are, at most `count`, for which `lengths` and `costs` must have room.
int32_t dgm_dictionary_words(
    dgm_dictionary *dictionary, const uint16_t *text, int32_t count, int32_t *lengths, int32_t *costs);
void dgm_dictionary_close(dgm_dictionary *dictionary);

// --- Encodings ---

typedef struct dgm_converter dgm_converter;
int32_t dgm_converter_open(const char *name, dgm_converter **result);
/// Converts to UTF-16, what means nothing to U+FFFD; `offsets` holds for each unit the offset of its first byte in this call's source.
/// Reads `*consumed` bytes and writes `*produced` units; 15 (buffer overflow) asks for another call.
int32_t dgm_converter_decode(
    dgm_converter *converter, const uint8_t *source, int32_t count, int32_t flush, uint16_t *target,
    int32_t capacity, int32_t *offsets, int32_t *consumed, int32_t *produced);
void dgm_converter_close(dgm_converter *converter);
/// The standard (MIME, else IANA, else ICU) name for any alias, empty if the alias is unknown.
void dgm_encoding_name(const char *alias, char *buffer, int32_t capacity);

// --- Regular expressions, over UTF-16: here alone offsets are code units ---

typedef struct dgm_regex dgm_regex;
/// `offset` is where in the pattern an error lies. A match that takes too many steps or too much stack is an error.
int32_t dgm_regex_open(
    const uint16_t *pattern, int32_t count, int32_t caseless, int32_t *offset, dgm_regex **result);
void dgm_regex_close(dgm_regex *regex);
/// The units must stay where they are until the next text is set or the expression is closed.
int32_t dgm_regex_set_text(dgm_regex *regex, const uint16_t *text, int32_t count);
/// The first match from `from` on that ends by `limit`: 1 yes, 0 none, negative for an error. Looking about reaches beyond both.
int32_t dgm_regex_find(dgm_regex *regex, int32_t from, int32_t limit, int32_t *start, int32_t *end);
/// Whether it matches at `at`, up to `limit` if `whole`: 1 yes, 0 no, negative for an error.
int32_t dgm_regex_match(dgm_regex *regex, int32_t at, int32_t limit, int32_t whole, int32_t *end);

// --- CLDR names ---

/// kind: 0 regions, 1 languages, 2 currencies. Codes are ISO 3166, ISO 639 and ISO 4217.
int32_t dgm_code_count(int32_t kind);
const char *dgm_code_at(int32_t kind, int32_t index);
/// Length in bytes of the display name of `code` in the language of `locale`; 0 if CLDR has none there.
/// `length`: 0 full, 1 short.
int32_t dgm_display_name(
    int32_t kind, const char *locale, const char *code, int32_t length, char *buffer, int32_t capacity);
/// Plural name of a currency ("US dollars"); 0 if there is none. `count` is a CLDR plural keyword.
int32_t dgm_currency_plural_name(
    const char *locale, const char *code, const char *count, char *buffer, int32_t capacity);
/// Likely script of a language tag, empty if unknown.
void dgm_likely_script(const char *tag, char *buffer, int32_t capacity);
/// Number of locales ICU has data for, and their names as BCP 47 tags.
int32_t dgm_locale_count(void);
void dgm_locale_at(int32_t index, char *buffer, int32_t capacity);

// --- Conventions of a language (CLDR) ---

/// Length in bytes of a quotation mark: 0 opening, 1 closing, 2 and 3 those of the quotation inside; 0 if unknown.
int32_t dgm_quotation_mark(const char *tag, int32_t which, char *buffer, int32_t capacity);
/// Length in bytes of the ten digits of the language's native numbering system, and that system's name; 0 if it has none.
int32_t dgm_native_digits(const char *tag, char *name, int32_t name_capacity, char *buffer, int32_t capacity);
/// Length in bytes of a separator in numbers of a numbering system: 0 decimal, 1 grouping; 0 if unknown.
int32_t dgm_number_separator(const char *tag, const char *system, int32_t which, char *buffer, int32_t capacity);
/// Length in bytes of a number ("1234.50") as the language writes it in a numbering system, with as many decimals as it
/// has; 0 where it cannot.
int32_t dgm_format_number(
    const char *tag, const char *system, const char *decimal, int32_t grouped, char *buffer, int32_t capacity);

/// Length in bytes of CLDR's cardinal plural rules in ICU's own notation, such as "one: n  in 1..1; other: "; 0 where it
/// has none for the language.
int32_t dgm_plural_rules(const char *locale, char *buffer, int32_t capacity);

// --- Dates ---

/// Names that dates of a calendar ("gregorian", "ethiopic" ...) are written with, each with a line feed behind it.
/// kind: 0 months, 1 weekdays from Sunday on, 2 the halves of the day; width: 0 wide, 1 abbreviated; standalone: 0 or 1.
int32_t dgm_date_names(
    const char *locale, const char *calendar, int32_t kind, int32_t width, int32_t standalone, dgm_text **result);
/// "3 hours ago" as CLDR writes it, for all units from seconds to years, widths and plural forms, "0" in place of the number,
/// each with a line feed behind it.
int32_t dgm_past_durations(const char *locale, dgm_text **result);
/// CLDR's short date pattern, such as "dd/MM/y"; empty if there is none.
void dgm_short_date_pattern(const char *locale, char *buffer, int32_t capacity);
/// Days from 1970-01-01 to a date of a calendar, its year counted in the calendar's present era; month: 0 for the first.
int32_t dgm_calendar_days(const char *calendar, int32_t year, int32_t month, int32_t day, int64_t *days);

#ifdef __cplusplus
}
#endif
#endif
