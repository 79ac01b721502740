// Texts of ICU's into a caller's buffer.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>

#include <unicode/unistr.h>

/// The length in bytes without the closing zero; 0 where the text does not fit.
inline int32_t put(const icu::UnicodeString &text, char *buffer, int32_t capacity) {
    std::string bytes;
    text.toUTF8String(bytes);
    if (static_cast<int32_t>(bytes.size()) >= capacity) return 0;
    std::memcpy(buffer, bytes.data(), bytes.size());
    buffer[bytes.size()] = 0;
    return static_cast<int32_t>(bytes.size());
}
