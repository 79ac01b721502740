#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

int32_t dgm_general_category(uint32_t scalar) { return u_charType(static_cast<UChar32>(scalar)); }

int32_t dgm_script(uint32_t scalar) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(static_cast<UChar32>(scalar), &status);
    return U_FAILURE(status) ? USCRIPT_UNKNOWN : script;
}

const char *dgm_script_name(int32_t script) {
    const char *name = uscript_getShortName(static_cast<UScriptCode>(script));
    return name ? name : "Zzzz";
}

uint32_t dgm_simple_fold(uint32_t scalar) {
    return static_cast<uint32_t>(u_foldCase(static_cast<UChar32>(scalar), U_FOLD_CASE_DEFAULT));
}

int32_t dgm_digit_value(uint32_t scalar) { return u_charDigitValue(static_cast<UChar32>(scalar)); }
