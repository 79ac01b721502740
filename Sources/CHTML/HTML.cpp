#include "CHTML.h"

#include <cstdlib>
#include <cstring>
#include <new>
#include <string>
#include <vector>

#include <gumbo.h>

namespace {
// gumbo frees its tree by recursion, which a hostile depth turns into a stack overflow; with an arena nothing is freed
// node by node and the recursion never runs.
class Arena {
public:
    ~Arena() {
        for (char *block : blocks) std::free(block);
    }
    void *take(size_t size) {
        size = (size + 15) & ~static_cast<size_t>(15);
        if (size > left) {
            size_t capacity = size > blockSize ? size : blockSize;
            char *block = static_cast<char *>(std::malloc(capacity));
            if (!block) throw std::bad_alloc();
            blocks.push_back(block);
            next = block;
            left = capacity;
        }
        void *taken = next;
        next += size;
        left -= size;
        return taken;
    }

private:
    static constexpr size_t blockSize = 256 * 1024;
    std::vector<char *> blocks;
    char *next = nullptr;
    size_t left = 0;
};

void *take(void *arena, size_t size) { return static_cast<Arena *>(arena)->take(size); }
void leave(void *, void *) {}

struct Step {
    const GumboNode *node;
    bool closing;
};

const char *const names[dgm_html_attribute_count] = {
    "class", "id", "role", "hidden", "type", "property", "itemprop", "datetime", "lang", "content"};

std::string tagName(const GumboElement &element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    if (!piece.data) return "";
    gumbo_tag_from_original_text(&piece);
    std::string name(piece.data, piece.length);
    for (char &c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return name;
}
}

int32_t dgm_html_walk(
    const uint8_t *source, int64_t count, void *context, void (*event)(void *context, const dgm_html_event *event)) {
    const char *start = reinterpret_cast<const char *>(source);
    try {
        Arena arena;
        GumboOptions options = kGumboDefaultOptions;
        options.allocator = take;
        options.deallocator = leave;
        options.userdata = &arena;
        options.max_errors = 0;
        const GumboOutput *output = gumbo_parse_with_options(&options, start, static_cast<size_t>(count));
        std::vector<Step> stack = {{output->root, false}};
        while (!stack.empty()) {
            Step step = stack.back();
            stack.pop_back();
            const GumboNode *node = step.node;
            if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
                const GumboText &text = node->v.text;
                dgm_html_event found = {
                    dgm_html_text, text.text, static_cast<int64_t>(std::strlen(text.text)),
                    text.original_text.data ? text.original_text.data - start : -1,
                    static_cast<int64_t>(text.original_text.length), nullptr};
                event(context, &found);
                continue;
            }
            if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) continue;
            const GumboElement &element = node->v.element;
            std::string name = tagName(element);
            if (step.closing) {
                dgm_html_event found = {
                    dgm_html_close, name.data(), static_cast<int64_t>(name.size()),
                    element.original_end_tag.data ? element.original_end_tag.data - start : -1,
                    static_cast<int64_t>(element.original_end_tag.length), nullptr};
                event(context, &found);
                continue;
            }
            const char *values[dgm_html_attribute_count];
            for (int i = 0; i < dgm_html_attribute_count; i++) {
                const GumboAttribute *attribute = gumbo_get_attribute(&element.attributes, names[i]);
                values[i] = attribute ? attribute->value : nullptr;
            }
            dgm_html_event found = {
                dgm_html_open, name.data(), static_cast<int64_t>(name.size()),
                element.original_tag.data ? element.original_tag.data - start : -1,
                static_cast<int64_t>(element.original_tag.length), values};
            event(context, &found);
            stack.push_back({node, true});
            for (unsigned i = element.children.length; i > 0; i--)
                stack.push_back({static_cast<const GumboNode *>(element.children.data[i - 1]), false});
        }
        return 0;
    } catch (const std::bad_alloc &) {
        return 1;
    }
}
