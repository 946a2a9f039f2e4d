#include "ContentDevice.h"

#include <Dict.h>
#include <Stream.h>

#include <algorithm>
#include <cmath>

namespace {

// A filled box thinner than this (points) is a ruling line: borders are drawn up to 3 pt thick, the smallest text is taller.
constexpr double thinnest = 3.0;
// A segment leans at most this much (points) and is still horizontal or vertical.
constexpr double straight = 0.5;
// Glyphs compared with covering boxes, per page; only a hostile page needs more.
constexpr size_t coverBudget = 50'000'000;
// Text under this size (points) is read by nobody: the smallest print of contracts is 4 pt.
constexpr float smallest = 1.5f;
// Colours whose channels differ by no more than this (of 255) look the same beside each other.
constexpr int sameChannel = 8;
// A stroke at least this thick (points) may be drawn as the ground of a line of text.
constexpr double thickest = 4.0;
// Less opacity than this leaves no ink.
constexpr double noInk = 0.01;
constexpr uint32_t white = 0xFFFFFF;
// A glyph that reaches further than this (points) from the page's corner is none that anyone reads: the largest page is 14,400 units.
constexpr float farthest = 1e6f;

bool isFinite(double a, double b, double c, double d) { return std::isfinite(a) && std::isfinite(b) && std::isfinite(c) && std::isfinite(d); }

uint32_t packed(const GfxRGB &colour) {
    return (uint32_t(colToByte(colour.r)) << 16) | (uint32_t(colToByte(colour.g)) << 8) | colToByte(colour.b);
}

bool looksLike(uint32_t one, uint32_t other) {
    if (one > white || other > white) return false;
    for (int shift = 0; shift <= 16; shift += 8)
        if (std::abs(int(one >> shift & 0xFF) - int(other >> shift & 0xFF)) > sameChannel) return false;
    return true;
}

// A PDF text string: UTF-16 with a byte order mark, UTF-8 with one, or PDFDocEncoding, whose letters are those of Latin-1.
void decode(const std::string &text, std::vector<uint32_t> &out) {
    auto byte = [&](size_t i) { return uint32_t(uint8_t(text[i])); };
    if (text.size() >= 2 && byte(0) == 0xFE && byte(1) == 0xFF) {
        for (size_t i = 2; i + 1 < text.size(); i += 2) {
            uint32_t unit = byte(i) << 8 | byte(i + 1);
            if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < text.size()) {
                uint32_t low = byte(i + 2) << 8 | byte(i + 3);
                if (low >= 0xDC00 && low < 0xE000) {
                    out.push_back(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
                    i += 2;
                    continue;
                }
            }
            out.push_back(unit);
        }
    } else if (text.size() >= 3 && byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) {
        for (size_t i = 3; i < text.size();) {
            uint32_t lead = byte(i), length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            uint32_t scalar = length == 1 ? lead : lead & (0x7F >> length);
            for (uint32_t k = 1; k < length && i + k < text.size(); k++) scalar = scalar << 6 | (byte(i + k) & 0x3F);
            out.push_back(scalar);
            i += length;
        }
    } else {
        for (size_t i = 0; i < text.size(); i++) out.push_back(byte(i));
    }
}

}  // namespace

int32_t FontTable::index(const GfxFont &font) {
    Ref id = *font.getID();
    uint64_t key = (uint64_t(uint32_t(id.num)) << 32) | uint32_t(id.gen);
    auto [entry, isNew] = known.try_emplace(key, int32_t(entries.size()));
    if (!isNew) return entry->second;
    std::string name = poppler_versions::text(font.getName());
    if (name.size() > 7 && name[6] == '+') name.erase(0, 7);
    auto has = [&](const char *word) { return name.find(word) != std::string::npos; };
    pc_font described{};
    described.bold = font.isBold() || font.getWeight() >= GfxFont::W600 || has("Bold") || has("bold") || has("Black") || has("Heavy");
    described.italic = font.isItalic() || has("Italic") || has("Oblique") || has("italic");
    described.fixed = font.isFixedWidth();
    names.push_back(std::move(name));
    described.name = names.back().c_str();
    entries.push_back(described);
    return entry->second;
}

void PageMarks::clear() {
    glyphs.clear();
    scalars.clear();
    rules.clear();
    boxes.clear();
    grounds.clear();
    curves = 0;
}

ContentDevice::ContentDevice(FontTable &fonts, const StructureTree &structure, PageMarks &marks) : fonts(fonts), structure(structure), marks(marks) {}

void ContentDevice::begin(int container, double pageWidth, double pageHeight, size_t markLimit) {
    marks.clear();
    limit = markLimit;
    width = pageWidth;
    height = pageHeight;
    full = false;
    textDirty = fillDirty = true;
    replacing = false;
    containers.assign(1, container);
    contents.clear();
    formDepths.clear();
}

void ContentDevice::end() {
    markCovered();
    markSameColour();
}

void ContentDevice::markCovered() {
    // Glyphs by horizontal band, in drawing order, so that a box looks at those near it only.
    constexpr int bandCount = 64;
    bool anyOpaque = std::any_of(marks.boxes.begin(), marks.boxes.end(), [](const pc_box &box) { return (box.flags & PC_BOX_OPAQUE) && box.order > 0; });
    if (!anyOpaque || height <= 0) return;
    std::vector<uint32_t> bands[bandCount];
    auto band = [&](double y) { return std::clamp(int(y / height * bandCount), 0, bandCount - 1); };
    for (size_t i = 0; i < marks.glyphs.size(); i++) {
        const pc_glyph &glyph = marks.glyphs[i];
        bands[band((glyph.y0 + glyph.y1) / 2)].push_back(uint32_t(i));
    }
    size_t budget = coverBudget;
    for (const pc_box &box : marks.boxes) {
        if (!(box.flags & PC_BOX_OPAQUE)) continue;
        for (int b = band(box.y0), last = band(box.y1); b <= last; b++) {
            for (uint32_t i : bands[b]) {
                if (i >= box.order) break;
                if (budget-- == 0) return;
                pc_glyph &glyph = marks.glyphs[i];
                float x = (glyph.x0 + glyph.x1) / 2, y = (glyph.y0 + glyph.y1) / 2;
                if (x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) glyph.flags |= PC_GLYPH_COVERED;
            }
        }
    }
}

void ContentDevice::markSameColour() {
    // The colours that areas have, few on any page; past `most` every glyph is looked at.
    constexpr size_t most = 32;
    std::vector<uint32_t> colours{white};
    for (const Ground &ground : marks.grounds) {
        if (colours.size() > most) break;
        if (ground.colour <= white && std::find(colours.begin(), colours.end(), ground.colour) == colours.end()) colours.push_back(ground.colour);
    }
    size_t budget = coverBudget;
    uint32_t last = PC_NO_COLOUR;
    bool lastMay = false;
    for (size_t i = 0; i < marks.glyphs.size(); i++) {
        pc_glyph &glyph = marks.glyphs[i];
        if (glyph.colour != last) {
            last = glyph.colour;
            lastMay = colours.size() > most || std::any_of(colours.begin(), colours.end(), [&](uint32_t colour) { return looksLike(colour, last); });
        }
        if (!lastMay) continue;
        float x = (glyph.x0 + glyph.x1) / 2, y = (glyph.y0 + glyph.y1) / 2;
        uint32_t under = white;
        for (size_t g = marks.grounds.size(); g-- > 0;) {
            const Ground &ground = marks.grounds[g];
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

bool ContentDevice::hasRoom() {
    if (marks.count() >= limit) full = true;
    return !full;
}

// Marked content and forms

void ContentDevice::beginForm(Ref id) {
    containers.push_back(id.num);
    formDepths.push_back(contents.size());
}

void ContentDevice::endForm(Ref) {
    if (formDepths.empty()) return;
    // A form that leaves marked content open doesn't leak it into its page.
    contents.resize(std::min(contents.size(), formDepths.back()));
    formDepths.pop_back();
    containers.pop_back();
}

// Poppler goes through all open marked contents at each that is opened; real pages nest a few dozen.
const size_t deepestContent = 2000;

void ContentDevice::beginMarkedContent(const char *name, Dict *properties) {
    if (contents.size() >= deepestContent) full = true;
    Content content = contents.empty() ? Content{-1, false} : contents.back();
    if (name && std::string_view(name) == "Artifact") {
        content = {-1, true};
        Object type = properties ? properties->lookup("Type") : poppler_versions::nullObject();
        content.pagination = type.isName("Pagination");
    }
    if (properties) {
        Object id = properties->lookup("MCID");
        if (id.isInt()) content.element = structure.element(containers.back(), id.getInt());
    }
    contents.push_back(content);
}

void ContentDevice::endMarkedContent(GfxState *) {
    if (contents.size() > (formDepths.empty() ? 0 : formDepths.back())) contents.pop_back();
}

void ContentDevice::beginReplacement(const std::string &text) {
    replacement = text;
    replacementStart = marks.glyphs.size();
    replacing = true;
}

void ContentDevice::endActualText(GfxState *) {
    if (!replacing) return;
    replacing = false;
    if (replacementStart >= marks.glyphs.size()) return;
    size_t start = marks.scalars.size();
    decode(replacement, marks.scalars);
    size_t count = std::min<size_t>(marks.scalars.size() - start, UINT16_MAX);
    // One replacement scalar a glyph keeps the glyphs' own places; otherwise the first glyph carries the whole text.
    bool oneToOne = count == marks.glyphs.size() - replacementStart;
    for (size_t i = replacementStart; i < marks.glyphs.size(); i++) {
        pc_glyph &glyph = marks.glyphs[i];
        bool first = i == replacementStart;
        glyph.scalars = uint32_t(oneToOne ? start + (i - replacementStart) : start);
        glyph.count = uint16_t(oneToOne ? 1 : first ? count : 0);
        glyph.flags &= ~PC_GLYPH_UNMAPPED;
    }
}

// Text

void ContentDevice::readMetrics(GfxState *state) {
    textDirty = false;
    metrics = {0, 0.75f, -0.25f, -1, 0};
    metrics.size = float(state->getTransformedFontSize());
    double m11, m12, m21, m22;
    state->getFontTransMat(&m11, &m12, &m21, &m22);
    double along = std::fabs(m11), across = std::fabs(m12);
    if (std::min(along, across) > 0.15 * std::max(along, across)) metrics.turn = 4;  // leans by more than 8 degrees
    else if (along >= across) metrics.turn = m11 >= 0 ? 0 : 2;
    else metrics.turn = m12 > 0 ? 1 : 3;
    const auto &held = state->getFont();
    const auto *font = poppler_versions::font(held);
    if (!font) return;
    metrics.font = fonts.index(*font);
    double ascent = font->getAscent(), descent = font->getDescent();
    if (font->getType() == fontType3) {
        // The glyph space of a Type 3 font is its own (ISO 32000-1, 9.6.5).
        const double *matrix = font->getFontMatrix(), *box = font->getFontBBox();
        ascent = box[3] * matrix[3];
        descent = box[1] * matrix[3];
    }
    // Descriptors state anything; a box outside these is no use for telling lines apart.
    metrics.ascent = ascent > 0.3 ? float(std::min(ascent, 1.05)) : 0.75f;
    metrics.descent = descent < 0 ? float(std::max(descent, -0.4)) : -0.25f;
}

uint32_t ContentDevice::fillColourOf(GfxState *state) {
    if (fillDirty) {
        fillDirty = false;
        GfxRGB colour;
        state->getFillRGB(&colour);
        fillColour = packed(colour);
    }
    return fillColour;
}

// The one colour that a glyph is drawn in, PC_NO_COLOUR where there is none that can be told.
uint32_t ContentDevice::inkOf(GfxState *state) {
    int mode = state->getRender() & 3;
    if (mode == 1 || mode == 2 || state->getFillColorSpace()->getMode() == csPattern) return PC_NO_COLOUR;
    return fillColourOf(state);
}

void ContentDevice::drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode code, int bytes,
                             const Unicode *unicode, int length) {
    if (!hasRoom()) return;
    if (textDirty) readMetrics(state);
    // The advance without the spacing that the text state adds to it.
    double spacing = state->getCharSpace() + (bytes == 1 && code == 0x20 ? state->getWordSpace() : 0);
    double sx, sy, w, h, px, py;
    state->textTransformDelta(spacing * state->getHorizScaling(), 0, &sx, &sy);
    state->transformDelta(dx - sx, dy - sy, &w, &h);
    state->transform(x - originX, y - originY, &px, &py);
    if (!isFinite(px, py, w, h) || !std::isfinite(metrics.size)) return;
    double up = metrics.ascent * metrics.size, down = metrics.descent * metrics.size;

    pc_glyph glyph{};
    switch (metrics.turn) {
    case 1: glyph.x0 = float(px + down); glyph.x1 = float(px + up); glyph.y0 = float(py); glyph.y1 = float(py + h); glyph.baseline = float(px); break;
    case 2: glyph.x0 = float(px + w); glyph.x1 = float(px); glyph.y0 = float(py + down); glyph.y1 = float(py + up); glyph.baseline = float(py); break;
    case 3: glyph.x0 = float(px - up); glyph.x1 = float(px - down); glyph.y0 = float(py + h); glyph.y1 = float(py); glyph.baseline = float(px); break;
    default: glyph.x0 = float(px); glyph.x1 = float(px + w); glyph.y0 = float(py - up); glyph.y1 = float(py - down); glyph.baseline = float(py); break;
    }
    if (glyph.x1 < glyph.x0) std::swap(glyph.x0, glyph.x1);
    if (glyph.y1 < glyph.y0) std::swap(glyph.y0, glyph.y1);
    if (glyph.x1 < 0 || glyph.x0 > width || glyph.y1 < 0 || glyph.y0 > height) return;
    if (std::max({-glyph.x0, glyph.x1, -glyph.y0, glyph.y1, metrics.size}) > farthest) return;

    glyph.size = metrics.size;
    if (spacing != 0) {
        double along, across;
        state->transformDelta(sx, sy, &along, &across);
        double added = metrics.turn == 1 || metrics.turn == 3 ? std::fabs(across) : std::fabs(along);
        glyph.spacing = std::isfinite(added) ? float(spacing < 0 ? -added : added) : 0;
    }
    glyph.font = metrics.font;
    glyph.turn = metrics.turn;
    glyph.colour = inkOf(state);
    if (glyph.size < smallest && std::max(glyph.x1 - glyph.x0, glyph.y1 - glyph.y0) < 1.5f * smallest) glyph.flags |= PC_GLYPH_TINY;
    int render = state->getRender();
    double clipX0, clipY0, clipX1, clipY1;
    state->getClipBBox(&clipX0, &clipY0, &clipX1, &clipY1);
    bool clipped = glyph.x1 < clipX0 || glyph.x0 > clipX1 || glyph.y1 < clipY0 || glyph.y0 > clipY1;
    if ((render & 3) == 3 || clipped || ((render & 3) == 0 && state->getFillOpacity() < noInk)) glyph.flags |= PC_GLYPH_INVISIBLE;
    if (render == 2) glyph.flags |= PC_GLYPH_STROKED;
    glyph.element = -1;
    if (!contents.empty()) {
        glyph.element = contents.back().element;
        if (contents.back().artifact) glyph.flags |= PC_GLYPH_ARTIFACT;
        if (contents.back().pagination) glyph.flags |= PC_GLYPH_PAGINATION;
    }
    glyph.scalars = uint32_t(marks.scalars.size());
    if (unicode && length > 0) {
        glyph.count = uint16_t(std::min(length, 16));
        marks.scalars.insert(marks.scalars.end(), unicode, unicode + glyph.count);
    } else {
        glyph.flags |= PC_GLYPH_UNMAPPED;
        glyph.count = 1;
        marks.scalars.push_back(0xFFFD);
    }
    marks.glyphs.push_back(glyph);
}

// Paths

void ContentDevice::addRule(GfxState *state, double x0, double y0, double x1, double y1, double thickness, uint32_t colour, bool dashed) {
    if (!isFinite(x0, y0, x1, y1) || !hasRoom()) return;
    double clipX0, clipY0, clipX1, clipY1;
    state->getClipBBox(&clipX0, &clipY0, &clipX1, &clipY1);
    if (x0 > x1) std::swap(x0, x1);
    if (y0 > y1) std::swap(y0, y1);
    x0 = std::max(x0, clipX0 - 1), x1 = std::min(x1, clipX1 + 1), y0 = std::max(y0, clipY0 - 1), y1 = std::min(y1, clipY1 + 1);
    if (x0 > x1 || y0 > y1) return;
    marks.rules.push_back({float(x0), float(y0), float(x1), float(y1), float(thickness), colour, uint8_t(dashed)});
}

// Areas: what a glyph may stand on.

void ContentDevice::addGround(GfxState *state, double x0, double y0, double x1, double y1, uint32_t colour) {
    double clipX0, clipY0, clipX1, clipY1;
    state->getClipBBox(&clipX0, &clipY0, &clipX1, &clipY1);
    x0 = std::max(x0, clipX0), y0 = std::max(y0, clipY0), x1 = std::min(x1, clipX1), y1 = std::min(y1, clipY1);
    if (!isFinite(x0, y0, x1, y1) || x0 >= x1 || y0 >= y1 || !hasRoom()) return;
    marks.grounds.push_back({float(x0), float(y0), float(x1), float(y1), colour, uint32_t(marks.glyphs.size())});
}

bool ContentDevice::addClip(GfxState *state) {
    double x0, y0, x1, y1;
    state->getClipBBox(&x0, &y0, &x1, &y1);
    addGround(state, x0, y0, x1, y1, PC_NO_COLOUR);
    return true;
}

// The bounds of a path of any shape, whose inside may be painted or not.
void ContentDevice::addBounds(GfxState *state, const GfxSubpath *sub, double margin) {
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (int k = 0; k < sub->getNumPoints(); k++) {
        double x, y;
        state->transform(sub->getX(k), sub->getY(k), &x, &y);
        left = std::min(left, x), right = std::max(right, x), top = std::min(top, y), bottom = std::max(bottom, y);
    }
    addGround(state, left - margin, top - margin, right + margin, bottom + margin, PC_NO_COLOUR);
}

void ContentDevice::stroke(GfxState *state) {
    if (state->getStrokeOpacity() <= 0) return;
    const GfxPath *path = state->getPath();
    bool dashed = poppler_versions::isDashed(state);
    double thickness = state->getTransformedLineWidth();
    GfxRGB colour;
    state->getStrokeRGB(&colour);
    bool curved = false;
    bool isBroad = thickness >= thickest;
    uint32_t ground = state->getStrokeOpacity() > 0.99 && state->getBlendMode() == gfxBlendNormal && state->getStrokeColorSpace()->getMode() != csPattern ? packed(colour) : PC_NO_COLOUR;
    for (int i = 0; i < path->getNumSubpaths(); i++) {
        const GfxSubpath *sub = path->getSubpath(i);
        if (isBroad && sub->getNumPoints() != 2) addBounds(state, sub, thickness / 2);
        for (int k = 1; k < sub->getNumPoints(); k++) {
            if (sub->getCurve(k)) {
                curved = true;
                continue;
            }
            double x0, y0, x1, y1;
            state->transform(sub->getX(k - 1), sub->getY(k - 1), &x0, &y0);
            state->transform(sub->getX(k), sub->getY(k), &x1, &y1);
            double across = std::fabs(x1 - x0), down = std::fabs(y1 - y0);
            if (isBroad && sub->getNumPoints() == 2) {
                double wide = down > across ? thickness / 2 : 0, high = down > across ? 0 : thickness / 2;
                bool isStraight = std::min(across, down) <= straight;
                addGround(state, std::min(x0, x1) - wide, std::min(y0, y1) - high, std::max(x0, x1) + wide, std::max(y0, y1) + high, isStraight ? ground : PC_NO_COLOUR);
            }
            if (across <= straight && down > straight) addRule(state, (x0 + x1) / 2, y0, (x0 + x1) / 2, y1, thickness, packed(colour), dashed);
            else if (down <= straight && across > straight) addRule(state, x0, (y0 + y1) / 2, x1, (y0 + y1) / 2, thickness, packed(colour), dashed);
            else if (down > straight) curved = true;  // slanted: part of a drawing
        }
    }
    marks.curves += curved;
}

void ContentDevice::fillPath(GfxState *state) {
    if (state->getFillOpacity() <= 0) return;
    const GfxPath *path = state->getPath();
    bool pattern = state->getFillColorSpace()->getMode() == csPattern;
    bool opaque = !pattern && state->getFillOpacity() > 0.99 && state->getBlendMode() == gfxBlendNormal;
    uint32_t colour = pattern ? 0xFFFFFF : fillColourOf(state);
    bool curved = false;
    for (int i = 0; i < path->getNumSubpaths(); i++) {
        const GfxSubpath *sub = path->getSubpath(i);
        int points = sub->getNumPoints();
        if (points < 4 || points > 5) {
            if (points > 3) addBounds(state, sub, 0);
            curved |= points > 5;
            continue;
        }
        double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
        bool rectangle = true;
        double lastX = 0, lastY = 0;
        for (int k = 0; k < points; k++) {
            double x, y;
            state->transform(sub->getX(k), sub->getY(k), &x, &y);
            rectangle &= !sub->getCurve(k) && (k == 0 || std::fabs(x - lastX) <= straight || std::fabs(y - lastY) <= straight);
            left = std::min(left, x), right = std::max(right, x), top = std::min(top, y), bottom = std::max(bottom, y);
            lastX = x, lastY = y;
        }
        if (!rectangle || !isFinite(left, top, right, bottom)) {
            addBounds(state, sub, 0);
            curved = true;
            continue;
        }
        double across = right - left, down = bottom - top;
        // Strips are what gradients are made of: their colour at one place is not that of the ground.
        if (std::min(across, down) < thinnest) addGround(state, left, top, right, bottom, PC_NO_COLOUR);
        if (down < thinnest && across >= down) addRule(state, left, (top + bottom) / 2, right, (top + bottom) / 2, down, colour, false);
        else if (across < thinnest) addRule(state, (left + right) / 2, top, (left + right) / 2, bottom, across, colour, false);
        else {
            addGround(state, left, top, right, bottom, opaque && path->getNumSubpaths() == 1 ? colour : PC_NO_COLOUR);
            double clipX0, clipY0, clipX1, clipY1;
            state->getClipBBox(&clipX0, &clipY0, &clipX1, &clipY1);
            left = std::max(left, clipX0), right = std::min(right, clipX1), top = std::max(top, clipY0), bottom = std::min(bottom, clipY1);
            if (left < right && top < bottom && hasRoom())
                marks.boxes.push_back({float(left), float(top), float(right), float(bottom), colour, uint32_t(marks.glyphs.size()), uint8_t(opaque ? PC_BOX_OPAQUE : 0)});
        }
    }
    marks.curves += curved;
}

// Images: an image fills the unit square of its user space (ISO 32000-1, 8.9.5).

void ContentDevice::addImage(GfxState *state, bool opaque) {
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (int corner = 0; corner < 4; corner++) {
        double x, y;
        state->transform(corner & 1, corner >> 1, &x, &y);
        left = std::min(left, x), right = std::max(right, x), top = std::min(top, y), bottom = std::max(bottom, y);
    }
    if (!isFinite(left, top, right, bottom) || !hasRoom()) return;
    double clipX0, clipY0, clipX1, clipY1;
    state->getClipBBox(&clipX0, &clipY0, &clipX1, &clipY1);
    left = std::max(left, clipX0), right = std::min(right, clipX1), top = std::max(top, clipY0), bottom = std::min(bottom, clipY1);
    if (left >= right || top >= bottom) return;
    addGround(state, left, top, right, bottom, PC_NO_COLOUR);
    opaque = opaque && state->getFillOpacity() > 0.99 && state->getBlendMode() == gfxBlendNormal;
    marks.boxes.push_back({float(left), float(top), float(right), float(bottom), 0, uint32_t(marks.glyphs.size()), uint8_t(PC_BOX_IMAGE | (opaque ? PC_BOX_OPAQUE : 0))});
}

void ContentDevice::drawImage(GfxState *state, Object *ref, Stream *stream, int w, int h, GfxImageColorMap *map, bool interpolate, const int *mask, bool isInline) {
    addImage(state, mask == nullptr);
    // An inline image's data stand in the content stream and must be read past.
    if (isInline) OutputDev::drawImage(state, ref, stream, w, h, map, interpolate, mask, isInline);
}

void ContentDevice::drawImageMask(GfxState *state, Object *ref, Stream *stream, int w, int h, bool invert, bool interpolate, bool isInline) {
    addImage(state, false);
    if (isInline) OutputDev::drawImageMask(state, ref, stream, w, h, invert, interpolate, isInline);
}

void ContentDevice::drawMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, bool, bool) { addImage(state, false); }

void ContentDevice::drawSoftMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, GfxImageColorMap *, bool) {
    addImage(state, false);
}
