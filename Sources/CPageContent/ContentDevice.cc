#include "ContentDevice.h"

#include "GraphicsValues.h"
#include "TextString.h"

#include <Dict.h>

#include <algorithm>
#include <cmath>

namespace {

// Text under this size (points) is read by nobody: the smallest print of contracts is 4 pt.
constexpr float smallest = 1.5f;
// Less opacity than this leaves no ink.
constexpr double noInk = 0.01;
// A glyph that reaches further than this (points) from the page's corner is none that anyone reads: the largest page is 14,400 units.
constexpr float farthest = 1e6f;

}  // namespace

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
    marks.markCovered(height);
    marks.markSameColour();
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
    decodeTextString(replacement, marks.scalars);
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
        // One by one: nearly all have one, for which inserting a range costs more than the glyph itself.
        for (int i = 0; i < glyph.count; i++) marks.scalars.push_back(unicode[i]);
    } else {
        glyph.flags |= PC_GLYPH_UNMAPPED;
        glyph.count = 1;
        marks.scalars.push_back(0xFFFD);
    }
    marks.glyphs.push_back(glyph);
}
