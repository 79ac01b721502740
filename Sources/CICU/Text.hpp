// The result every text function of the shim returns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <unicode/edits.h>

struct dgm_text {
    std::string bytes;
    std::vector<int32_t> changes;

    /// Copies the changes out of ICU's compressed form.
    void take(icu::Edits &edits, UErrorCode &status) {
        if (U_FAILURE(status) || !edits.hasChanges()) return;
        icu::Edits::Iterator each = edits.getFineChangesIterator();
        while (each.next(status)) {
            changes.push_back(each.sourceIndex());
            changes.push_back(each.oldLength());
            changes.push_back(each.destinationIndex());
            changes.push_back(each.newLength());
        }
    }

    /// Records one change, from the first character that differs from the source to the last.
    void takeWhole(const uint8_t *source, int32_t count) {
        const auto *made = reinterpret_cast<const uint8_t *>(bytes.data());
        int32_t size = static_cast<int32_t>(bytes.size());
        int32_t shorter = count < size ? count : size;
        int32_t start = 0;
        while (start < shorter && source[start] == made[start]) start++;
        if (start == count && start == size) return;
        while (start > 0 && (isTrail(source, count, start) || isTrail(made, size, start))) start--;
        int32_t end = 0;
        while (end < shorter - start && source[count - 1 - end] == made[size - 1 - end]) end++;
        while (end > 0 && isTrail(source, count, count - end)) end--;
        changes.insert(changes.end(), {start, count - end - start, start, size - end - start});
    }

private:
    /// Whether an offset is amid a character.
    static bool isTrail(const uint8_t *text, int32_t count, int32_t offset) {
        return offset < count && (text[offset] & 0xC0) == 0x80;
    }
};
