// CHTML: gumbo's HTML5 tree as a flat list of events with source offsets.
#ifndef DRAGOMAN_CHTML_H
#define DRAGOMAN_CHTML_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    dgm_html_open = 0,
    dgm_html_close = 1,
    dgm_html_text = 2,
};

typedef struct {
    int32_t kind;
    /// Element name in lower case for open and close, else the text with entities decoded.
    const char *value;
    int64_t value_count;
    /// The raw bytes in the source this event stands for; -1 for an element the parser supplied.
    int64_t start;
    int64_t count;
    /// For open: the element's attribute `class`, `id`, `role`, `hidden` (present), `type`, `property`, `itemprop`, or null.
    const char *const *attributes;
} dgm_html_event;

/// Order of `attributes` in an event.
enum {
    dgm_html_class = 0,
    dgm_html_id,
    dgm_html_role,
    dgm_html_hidden,
    dgm_html_type,
    dgm_html_property,
    dgm_html_itemprop,
    dgm_html_datetime,
    dgm_html_lang,
    dgm_html_content,
    dgm_html_attribute_count,
};

/// Parses the UTF-8 source and calls `event` in document order. Returns 0, or 1 when memory ran out.
int32_t dgm_html_walk(
    const uint8_t *source, int64_t count, void *context, void (*event)(void *context, const dgm_html_event *event));

#ifdef __cplusplus
}
#endif
#endif
