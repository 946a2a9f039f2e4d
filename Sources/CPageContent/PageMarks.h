// What one page draws, as flat arrays.
#pragma once

#include "include/CPageContent.h"

#include <cstddef>
#include <vector>

// What a glyph may stand on: an area in one opaque colour, or in none that is known; `order` is the number of glyphs drawn before it.
struct Ground {
    float x0, y0, x1, y1;
    uint32_t colour, order;
};

// What one page draws.
struct PageMarks {
    std::vector<pc_glyph> glyphs;
    std::vector<uint32_t> scalars;
    std::vector<pc_rule> rules;
    std::vector<pc_box> boxes;
    size_t curves = 0;
    std::vector<Ground> grounds;

    size_t count() const { return glyphs.size() + rules.size() + boxes.size() + grounds.size(); }
    void clear();
    // Marks the glyphs that a box drawn later covers; `height` is that of the page.
    void markCovered(double height);
    // Marks the glyphs in the colour of what they stand on.
    void markSameColour();
};
