#include "CICU.h"
#include "Text.hpp"

#include <unicode/utypes.h>

const uint8_t *dgm_text_bytes(const dgm_text *text) {
    return reinterpret_cast<const uint8_t *>(text->bytes.data());
}
int64_t dgm_text_count(const dgm_text *text) { return static_cast<int64_t>(text->bytes.size()); }
const int32_t *dgm_text_changes(const dgm_text *text) { return text->changes.data(); }
int64_t dgm_text_change_count(const dgm_text *text) { return static_cast<int64_t>(text->changes.size() / 4); }
void dgm_text_close(dgm_text *text) { delete text; }

const char *dgm_error_name(int32_t status) { return u_errorName(static_cast<UErrorCode>(status)); }
