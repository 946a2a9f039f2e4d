// A libFuzzer target for the pass over the pages of a PDF: any bytes, all that the C interface gives, within limits.
#include "CPageContent.h"

#include <cstddef>
#include <cstdint>

namespace {

// Pages and marks of one file: what a fault needs shows in the first.
const int32_t mostPages = 4;
const size_t mostMarks = 20000, mostElements = 20000;

void ignore(void *, int, int64_t, const char *) {}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
    pc_document *document = nullptr;
    if (pc_open(bytes, count, ignore, nullptr, &document) != PC_OK) return 0;
    pc_read_structure(document, mostElements);
    pc_has_short_labels(document);
    volatile double sum = 0;
    for (int32_t number = 1; number <= mostPages && number <= pc_page_count(document); number++) {
        pc_page page;
        if (pc_read_page(document, number, mostMarks, &page) != PC_OK) continue;
        // Each index that a glyph gives must lie in the arrays.
        for (size_t index = 0; index < page.glyph_count; index++) {
            const pc_glyph &glyph = page.glyphs[index];
            if (size_t(glyph.scalars) + glyph.count > page.scalar_count) __builtin_trap();
            for (size_t scalar = 0; scalar < glyph.count; scalar++) sum = sum + page.scalars[glyph.scalars + scalar];
        }
        for (size_t index = 0; index < page.rule_count; index++) sum = sum + page.rules[index].width;
    }
    size_t fonts = 0;
    const pc_font *font = pc_fonts(document, &fonts);
    for (size_t index = 0; index < fonts; index++) sum = sum + font[index].name[0];
    pc_close(document);
    return 0;
}
