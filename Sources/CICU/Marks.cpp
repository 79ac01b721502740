#include "Marks.hpp"

#include <vector>

#include <unicode/unistr.h>
#include <unicode/utf8.h>

const icu::Normalizer2 *normalizerOf(int32_t form, UErrorCode &status) {
    switch (form) {
    case 0: return icu::Normalizer2::getNFCInstance(status);
    case 1: return icu::Normalizer2::getNFDInstance(status);
    case 2: return icu::Normalizer2::getNFKCInstance(status);
    default: return icu::Normalizer2::getNFKDInstance(status);
    }
}

namespace {
struct Mark {
    UChar32 scalar;
    uint8_t order;
};

/// Appends what a character decomposes to, if all of that is marks that may change places; false for any other.
bool marks(const icu::Normalizer2 *normalizer, UChar32 scalar, std::vector<Mark> &run) {
    icu::UnicodeString parts;
    if (!normalizer->getDecomposition(scalar, parts)) parts.setTo(scalar);
    size_t before = run.size();
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        uint8_t order = normalizer->getCombiningClass(parts.char32At(i));
        if (order == 0) {
            run.resize(before);
            return false;
        }
        run.push_back({parts.char32At(i), order});
    }
    return true;
}

/// Steps between the places looked at: a run of marks longer than two steps cannot hide between them.
const int32_t stride = 256;
}

bool hasLongRun(const icu::Normalizer2 *normalizer, const uint8_t *source, int32_t count) {
    std::vector<Mark> found;
    for (int32_t place = stride; place < count; place += stride) {
        int32_t offset = place;
        U8_SET_CP_START(source, 0, offset);
        while (offset < count && source[offset] >= 0x80) {
            UChar32 scalar;
            U8_NEXT(source, offset, count, scalar);
            if (scalar < 0 || normalizer->hasBoundaryBefore(scalar) || !marks(normalizer, scalar, found)) break;
            if (offset - place >= stride) return true;
        }
        found.clear();
    }
    return false;
}

std::string ordered(const icu::Normalizer2 *normalizer, const uint8_t *source, int32_t count) {
    std::string result;
    result.reserve(static_cast<size_t>(count));
    std::vector<Mark> run;
    const char *bytes = reinterpret_cast<const char *>(source);
    for (int32_t offset = 0; offset < count;) {
        run.clear();
        int32_t start = offset;
        int32_t next = offset;
        while (offset < count) {
            UChar32 scalar;
            U8_NEXT(source, next, count, scalar);
            if (scalar < 0 || !marks(normalizer, scalar, run)) break;
            offset = next;
        }
        if (offset - start > stride) {
            icu::UnicodeString sorted;
            std::vector<std::vector<UChar32>> classes(256);
            for (const Mark &mark : run) classes[mark.order].push_back(mark.scalar);
            for (const std::vector<UChar32> &each : classes) {
                for (UChar32 scalar : each) sorted.append(scalar);
            }
            sorted.toUTF8String(result);
        } else {
            result.append(bytes + start, static_cast<size_t>(offset - start));
        }
        if (offset < count) {
            result.append(bytes + offset, static_cast<size_t>(next - offset));
            offset = next;
        }
    }
    return result;
}
