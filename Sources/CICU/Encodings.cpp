#include "CICU.h"

#include <cstring>
#include <initializer_list>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

struct dgm_converter {
    UConverter *converter = nullptr;
    bool moves_controls = false;
    ~dgm_converter() {
        if (converter) ucnv_close(converter);
    }
};

// ICU's own substitution is U+001A for single bytes in some encodings, which cannot be told from text.
static void replace(
    const void *, UConverterToUnicodeArgs *arguments, const char *, int32_t, UConverterCallbackReason reason,
    UErrorCode *status) {
    if (reason > UCNV_IRREGULAR) return;
    *status = U_ZERO_ERROR;
    const UChar replacement = 0xFFFD;
    ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, status);
}

// IBM's code pages read 1A, 1C and 7F as each other; under MS-DOS, where texts in them come from, each is itself, and
// 1A ends a file.
static bool moves_controls(UConverter *converter) {
    UErrorCode status = U_ZERO_ERROR;
    UChar units[8];
    const int32_t count = ucnv_toUChars(converter, units, 8, "\x1A\x1C\x7F", 3, &status);
    ucnv_resetToUnicode(converter);
    return U_SUCCESS(status) && count == 3 && units[0] == 0x1C && units[1] == 0x7F && units[2] == 0x1A;
}

int32_t dgm_converter_open(const char *name, dgm_converter **result) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<dgm_converter> opened(new dgm_converter);
    opened->converter = ucnv_open(name, &status);
    if (U_FAILURE(status)) return status;
    ucnv_setToUCallBack(opened->converter, replace, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) return status;
    opened->moves_controls = moves_controls(opened->converter);
    *result = opened.release();
    return 0;
}

int32_t dgm_converter_decode(
    dgm_converter *converter, const uint8_t *source, int32_t count, int32_t flush, uint16_t *target,
    int32_t capacity, int32_t *offsets, int32_t *consumed, int32_t *produced) {
    UErrorCode status = U_ZERO_ERROR;
    const char *from = reinterpret_cast<const char *>(source);
    const char *limit = from + count;
    UChar *start = reinterpret_cast<UChar *>(target);
    UChar *to = start;
    ucnv_toUnicode(converter->converter, &to, start + capacity, &from, limit, offsets, flush != 0, &status);
    *consumed = static_cast<int32_t>(from - reinterpret_cast<const char *>(source));
    *produced = static_cast<int32_t>(to - start);
    if (converter->moves_controls) {
        for (UChar *unit = start; unit < to; ++unit) {
            if (*unit == 0x1C) *unit = 0x1A;
            else if (*unit == 0x7F) *unit = 0x1C;
            else if (*unit == 0x1A) *unit = 0x7F;
        }
    }
    return status;
}

void dgm_converter_close(dgm_converter *converter) { delete converter; }

void dgm_encoding_name(const char *alias, char *buffer, int32_t capacity) {
    buffer[0] = 0;
    for (const char *standard : {"MIME", "IANA"}) {
        UErrorCode status = U_ZERO_ERROR;
        const char *name = ucnv_getStandardName(alias, standard, &status);
        if (U_SUCCESS(status) && name) {
            std::strncpy(buffer, name, static_cast<size_t>(capacity) - 1);
            buffer[capacity - 1] = 0;
            return;
        }
    }
    UErrorCode status = U_ZERO_ERROR;
    const char *name = ucnv_getAlias(alias, 0, &status);
    if (U_FAILURE(status) || !name) return;
    std::strncpy(buffer, name, static_cast<size_t>(capacity) - 1);
    buffer[capacity - 1] = 0;
}
