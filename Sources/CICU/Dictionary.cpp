#include "CICU.h"

#include <cstring>
#include <memory>
#include <vector>

#include <unicode/ucharstrie.h>
#include <unicode/udata.h>

namespace {
/// Numbers at the head of the data, by their indices, and what must stand there.
const int32_t trieOffset = 0;
const int32_t totalSize = 3;
const int32_t trieType = 4;
const int32_t headSize = 8;
const int32_t unitsWithValues = 9;

struct Data {
    UDataMemory *memory = nullptr;
    ~Data() { udata_close(memory); }
};
}

struct dgm_dictionary {
    Data data;
    std::unique_ptr<icu::UCharsTrie> trie;
    /// For each unit the trie behind it, as far as it was asked for: of the first units of words there are so many that
    /// to look for one takes longer than all the rest.
    std::unique_ptr<uint64_t[]> states;
    std::vector<uint8_t> results;
};

static const int32_t units = 0x10000;
static const uint8_t unknown = 0xFF;

int32_t dgm_dictionary_open(const char *name, dgm_dictionary **result) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<dgm_dictionary> dictionary(new dgm_dictionary);
    UDataMemory *memory = udata_open(U_ICUDATA_NAME "-brkitr", "dict", name, &status);
    if (U_FAILURE(status)) return status;
    dictionary->data.memory = memory;
    UDataInfo info;
    info.size = sizeof(info);
    udata_getInfo(memory, &info);
    if (std::memcmp(info.dataFormat, "Dict", 4) != 0 || info.formatVersion[0] != 1) return U_UNSUPPORTED_ERROR;
    const char *bytes = static_cast<const char *>(udata_getMemory(memory));
    int32_t head[headSize];
    std::memcpy(head, bytes, sizeof(head));
    if ((head[trieType] & 15) != unitsWithValues || head[trieOffset] < static_cast<int32_t>(sizeof(head)) ||
        head[trieOffset] % 2 != 0 || head[trieOffset] >= head[totalSize])
        return U_UNSUPPORTED_ERROR;
    dictionary->trie.reset(new icu::UCharsTrie(reinterpret_cast<const char16_t *>(bytes + head[trieOffset])));
    dictionary->states.reset(new uint64_t[units]);
    dictionary->results.assign(units, unknown);
    *result = dictionary.release();
    return 0;
}

int32_t dgm_dictionary_words(
    dgm_dictionary *dictionary, const uint16_t *text, int32_t count, int32_t *lengths, int32_t *costs) {
    if (count <= 0) return 0;
    icu::UCharsTrie &trie = *dictionary->trie;
    UStringTrieResult result;
    uint8_t &known = dictionary->results[text[0]];
    if (known == unknown) {
        trie.reset();
        result = trie.first(text[0]);
        known = static_cast<uint8_t>(result);
        if (result != USTRINGTRIE_NO_MATCH) dictionary->states[text[0]] = trie.getState64();
    } else {
        result = static_cast<UStringTrieResult>(known);
        if (result != USTRINGTRIE_NO_MATCH) trie.resetToState64(dictionary->states[text[0]]);
    }
    int32_t found = 0;
    for (int32_t length = 1; result != USTRINGTRIE_NO_MATCH; ++length) {
        if (USTRINGTRIE_HAS_VALUE(result)) {
            lengths[found] = length;
            costs[found++] = trie.getValue();
        }
        if (!USTRINGTRIE_HAS_NEXT(result) || length == count) break;
        result = trie.next(text[length]);
    }
    return found;
}

void dgm_dictionary_close(dgm_dictionary *dictionary) { delete dictionary; }
