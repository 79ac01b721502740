// Times ICU's sentence iterator on a UTF-8 file: LANGUAGE utf8|utf16 FILE. Prints seconds of the clock, seconds of the
// processor, and the sentences found. utf8 walks the bytes through UText; utf16 turns them to UTF-16 first, as most
// programs do, and leaves the offsets in UTF-16.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

static long count(UBreakIterator *iterator) {
    // As a user keeps them.
    std::vector<int32_t> ends;
    for (int32_t end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator)) ends.push_back(end);
    return static_cast<long>(ends.size());
}

int main(int argc, char **argv) {
    if (argc != 4) return 64;
    std::ifstream file(argv[3], std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, argv[1], nullptr, 0, &status);
    if (U_FAILURE(status)) return 1;
    auto wall = std::chrono::steady_clock::now();
    auto processor = std::clock();
    long found;
    if (!strcmp(argv[2], "utf8")) {
        UText *reader = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
        ubrk_setUText(iterator, reader, &status);
        found = count(iterator);
        utext_close(reader);
    } else {
        std::vector<UChar> units(text.size() + 1);
        int32_t length = 0;
        u_strFromUTF8(units.data(), static_cast<int32_t>(units.size()), &length, text.data(), static_cast<int32_t>(text.size()), &status);
        ubrk_setText(iterator, units.data(), length, &status);
        found = count(iterator);
    }
    if (U_FAILURE(status)) return 1;
    double cpu = static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
    std::printf("%f %f %ld\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count(), cpu, found);
    ubrk_close(iterator);
}
