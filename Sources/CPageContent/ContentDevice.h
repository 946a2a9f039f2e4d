// The output device that turns a page's drawing operators into flat arrays.
#pragma once

#include "FontTable.h"
#include "PageMarks.h"
#include "PopplerVersions.h"
#include "StructureTree.h"

#include <GfxState.h>
#include <OutputDev.h>

#include <string>
#include <vector>

class ContentDevice : public OutputDev {
public:
    ContentDevice(FontTable &fonts, const StructureTree &structure, PageMarks &marks);

    // Begins a page: `container` is the object number of the page, `limit` the most marks that are kept.
    void begin(int container, double width, double height, size_t limit);
    // Ends a page: marks the glyphs that later boxes cover, and those in the colour of what they stand on.
    void end();
    bool isFull() const { return full; }

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    bool needNonText() override { return true; }
    bool useTilingPatternFill() override { return true; }
    bool useShadedFills(int) override { return true; }

    // Declared without `override`: some of these have other parameters in other versions of poppler, and a version calls its own.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winconsistent-missing-override"
#pragma clang diagnostic ignored "-Woverloaded-virtual"
    void beginForm(Ref id);
    void beginForm(Object *, Ref id) { beginForm(id); }
    void endForm(Ref id);
    void endForm(Object *, Ref id) { endForm(id); }
    void beginActualText(GfxState *, const GooString *text) { beginReplacement(poppler_versions::text(text)); }
    void beginActualText(GfxState *, const std::string &text) { beginReplacement(text); }
#pragma clang diagnostic pop

    void endActualText(GfxState *) override;
    void beginMarkedContent(const char *name, Dict *properties) override;
    void endMarkedContent(GfxState *) override;

    void restoreState(GfxState *) override { textDirty = fillDirty = true; }
    void updateFont(GfxState *) override { textDirty = true; }
    void updateTextMat(GfxState *) override { textDirty = true; }
    void updateCTM(GfxState *, double, double, double, double, double, double) override { textDirty = true; }
    void updateFillColorSpace(GfxState *) override { fillDirty = true; }
    void updateFillColor(GfxState *) override { fillDirty = true; }

    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode code, int bytes,
                  const Unicode *unicode, int length) override;

    void stroke(GfxState *state) override;
    void fill(GfxState *state) override { fillPath(state); }
    void eoFill(GfxState *state) override { fillPath(state); }
    bool tilingPatternFill(GfxState *state, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int, int, int, double, double) override { return addClip(state); }
    bool functionShadedFill(GfxState *state, GfxFunctionShading *) override { return addClip(state); }
    bool axialShadedFill(GfxState *state, GfxAxialShading *, double, double) override { return addClip(state); }
    bool radialShadedFill(GfxState *state, GfxRadialShading *, double, double) override { return addClip(state); }
    bool gouraudTriangleShadedFill(GfxState *state, GfxGouraudTriangleShading *) override { return addClip(state); }
    bool patchMeshShadedFill(GfxState *state, GfxPatchMeshShading *) override { return addClip(state); }

    void drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *map, bool interpolate, const int *mask, bool isInline) override;
    void drawImageMask(GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert, bool interpolate, bool isInline) override;
    void drawMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, bool, bool) override;
    void drawSoftMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, GfxImageColorMap *, bool) override;

private:
    struct Content {
        int32_t element;
        bool artifact;
        bool pagination = false;
    };
    struct Metrics {
        float size, ascent, descent;
        int32_t font;
        uint8_t turn;
    };

    FontTable &fonts;
    const StructureTree &structure;
    PageMarks &marks;
    size_t limit = 0;
    double width = 0, height = 0;
    bool full = false;
    bool textDirty = true, fillDirty = true;
    Metrics metrics{};
    uint32_t fillColour = 0;
    std::vector<int> containers;
    std::vector<Content> contents;
    std::vector<size_t> formDepths;
    std::string replacement;
    size_t replacementStart = 0;
    bool replacing = false;

    bool hasRoom();
    void readMetrics(GfxState *state);
    uint32_t fillColourOf(GfxState *state);
    void beginReplacement(const std::string &text);
    void fillPath(GfxState *state);
    void addRule(GfxState *state, double x0, double y0, double x1, double y1, double thickness, uint32_t colour);
    void addImage(GfxState *state, bool opaque);
    void addGround(GfxState *state, double x0, double y0, double x1, double y1, uint32_t colour);
    bool addClip(GfxState *state);
    void addBounds(GfxState *state, const GfxSubpath *sub, double margin);
    uint32_t inkOf(GfxState *state);
};
