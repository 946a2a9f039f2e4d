#include "PageMarks.h"

#include <algorithm>
#include <cstdlib>

namespace {

// Glyphs compared with covering boxes, per page; only a hostile page needs more.
constexpr size_t coverBudget = 50'000'000;
// Colours whose channels differ by no more than this (of 255) look the same beside each other.
constexpr int sameChannel = 8;
constexpr uint32_t white = 0xFFFFFF;

bool looksLike(uint32_t one, uint32_t other) {
    if (one > white || other > white) return false;
    for (int shift = 0; shift <= 16; shift += 8)
        if (std::abs(int(one >> shift & 0xFF) - int(other >> shift & 0xFF)) > sameChannel) return false;
    return true;
}

}  // namespace

void PageMarks::clear() {
    glyphs.clear();
    scalars.clear();
    rules.clear();
    boxes.clear();
    grounds.clear();
    curves = 0;
}

void PageMarks::markCovered(double height) {
    // Glyphs by horizontal band, in drawing order, so that a box looks at those near it only.
    constexpr int bandCount = 64;
    bool anyOpaque = std::any_of(boxes.begin(), boxes.end(), [](const pc_box &box) { return (box.flags & PC_BOX_OPAQUE) && box.order > 0; });
    if (!anyOpaque || height <= 0) return;
    std::vector<uint32_t> bands[bandCount];
    auto band = [&](double y) { return std::clamp(int(y / height * bandCount), 0, bandCount - 1); };
    for (size_t i = 0; i < glyphs.size(); i++) {
        const pc_glyph &glyph = glyphs[i];
        bands[band((glyph.y0 + glyph.y1) / 2)].push_back(uint32_t(i));
    }
    size_t budget = coverBudget;
    for (const pc_box &box : boxes) {
        if (!(box.flags & PC_BOX_OPAQUE)) continue;
        for (int b = band(box.y0), last = band(box.y1); b <= last; b++) {
            for (uint32_t i : bands[b]) {
                if (i >= box.order) break;
                if (budget-- == 0) return;
                pc_glyph &glyph = glyphs[i];
                float x = (glyph.x0 + glyph.x1) / 2, y = (glyph.y0 + glyph.y1) / 2;
                if (x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) glyph.flags |= PC_GLYPH_COVERED;
            }
        }
    }
}

void PageMarks::markSameColour() {
    // The colours that areas have, few on any page; past `most` every glyph is looked at.
    constexpr size_t most = 32;
    std::vector<uint32_t> colours{white};
    for (const Ground &ground : grounds) {
        if (colours.size() > most) break;
        if (ground.colour <= white && std::find(colours.begin(), colours.end(), ground.colour) == colours.end()) colours.push_back(ground.colour);
    }
    size_t budget = coverBudget;
    uint32_t last = PC_NO_COLOUR;
    bool lastMay = false;
    for (size_t i = 0; i < glyphs.size(); i++) {
        pc_glyph &glyph = glyphs[i];
        if (glyph.colour != last) {
            last = glyph.colour;
            lastMay = colours.size() > most || std::any_of(colours.begin(), colours.end(), [&](uint32_t colour) { return looksLike(colour, last); });
        }
        if (!lastMay) continue;
        float x = (glyph.x0 + glyph.x1) / 2, y = (glyph.y0 + glyph.y1) / 2;
        uint32_t under = white;
        for (size_t g = grounds.size(); g-- > 0;) {
            const Ground &ground = grounds[g];
            if (ground.order > i) continue;
            if (budget-- == 0) return;
            if (x > ground.x0 && x < ground.x1 && y > ground.y0 && y < ground.y1) {
                under = ground.colour;
                break;
            }
        }
        if (looksLike(glyph.colour, under)) glyph.flags |= PC_GLYPH_SAME_COLOUR;
    }
}
