// CData: the language data and glossaries of the package, compiled in, so that the program needs no file beside it.
#ifndef DRAGOMAN_CDATA_H
#define DRAGOMAN_CDATA_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    /// "segmentation/en.txt", "glossaries/diplomacy.tbx"
    const char *name;
    const uint8_t *bytes;
    int64_t count;
} dgm_data_file;

int32_t dgm_data_count(void);
dgm_data_file dgm_data_at(int32_t index);

#ifdef __cplusplus
}
#endif
#endif
