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
};
