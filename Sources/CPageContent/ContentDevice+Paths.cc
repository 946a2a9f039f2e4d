// The device's lines, areas and images.
#include "ContentDevice.h"
#include "GraphicsValues.h"

#include <Stream.h>

#include <algorithm>

namespace {

// A filled box thinner than this (points) is a ruling line: borders are drawn up to 3 pt thick, the smallest text is taller.
constexpr double thinnest = 3.0;
// A segment leans at most this much (points) and is still horizontal or vertical.
constexpr double straight = 0.5;
// A stroke at least this thick (points) may be drawn as the ground of a line of text.
constexpr double thickest = 4.0;

}  // namespace

// Lines

void ContentDevice::addRule(GfxState *state, double x0, double y0, double x1, double y1, double thickness, uint32_t colour) {
    if (!isFinite(x0, y0, x1, y1) || !hasRoom()) return;
    double clipX0, clipY0, clipX1, clipY1;
    state->getClipBBox(&clipX0, &clipY0, &clipX1, &clipY1);
    if (x0 > x1) std::swap(x0, x1);
    if (y0 > y1) std::swap(y0, y1);
    x0 = std::max(x0, clipX0 - 1), x1 = std::min(x1, clipX1 + 1), y0 = std::max(y0, clipY0 - 1), y1 = std::min(y1, clipY1 + 1);
    if (x0 > x1 || y0 > y1) return;
    marks.rules.push_back({float(x0), float(y0), float(x1), float(y1), float(thickness), colour});
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
            if (across <= straight && down > straight) addRule(state, (x0 + x1) / 2, y0, (x0 + x1) / 2, y1, thickness, packed(colour));
            else if (down <= straight && across > straight) addRule(state, x0, (y0 + y1) / 2, x1, (y0 + y1) / 2, thickness, packed(colour));
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
        if (down < thinnest && across >= down) addRule(state, left, (top + bottom) / 2, right, (top + bottom) / 2, down, colour);
        else if (across < thinnest) addRule(state, (left + right) / 2, top, (left + right) / 2, bottom, across, colour);
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
