/* One pass over the content of PDF pages, given back as flat arrays.
 *
 * All lengths are PDF points; the origin is the top left corner of the page as displayed (crop box and rotation applied), y grows
 * downwards. Arrays belong to the document and stay valid until the next page is read or the document is closed. No C++ exception
 * crosses this header; every index and count in a result lies within its array. A document is used from one thread at a time. */
#ifndef C_PAGE_CONTENT_H
#define C_PAGE_CONTENT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pc_document pc_document;

typedef enum {
    PC_OK = 0,
    PC_ENCRYPTED = 1,  /* needs a password */
    PC_DAMAGED = 2,    /* no readable cross-reference table, catalog or page */
    PC_NO_MEMORY = 3,
    PC_NO_PAGE = 4,    /* the page number is outside the document or its dictionary can't be read */
    PC_FAILED = 5      /* any other failure of the PDF library */
} pc_status;

/* What the PDF library has to say: `severity` 0 mended without loss, 1 probably with loss; `position` is a byte offset or -1. */
typedef void (*pc_message)(void *context, int severity, int64_t position, const char *text);

enum {
    PC_GLYPH_INVISIBLE = 1, /* text rendering mode 3 or 7, or no opacity: no ink (ISO 32000-1, 9.3.6) */
    PC_GLYPH_COVERED = 2,   /* under a later opaque fill or image */
    PC_GLYPH_ARTIFACT = 4,  /* inside a marked-content sequence /Artifact */
    PC_GLYPH_UNMAPPED = 8,  /* the font gives no character for it */
    PC_GLYPH_STROKED = 16,  /* fill and stroke: bold made by outlining */
    PC_GLYPH_PAGINATION = 32, /* inside a marked-content sequence /Artifact of type Pagination (ISO 32000-1, 14.8.2.2.2) */
    PC_GLYPH_SAME_COLOUR = 64, /* in the colour of what it stands on */
    PC_GLYPH_TINY = 128 /* smaller than anyone can read: under 1.5 pt */
};

typedef struct {
    float x0, y0, x1, y1;   /* box: advance width by ascent and descent */
    float baseline;         /* y of the baseline (x where the text runs vertically) */
    float size;             /* font size on the page */
    uint32_t scalars;       /* first of its scalars in pc_page.scalars */
    uint16_t count;         /* how many scalars; 0 inside a replacement text */
    uint16_t flags;         /* PC_GLYPH_… */
    uint8_t turn;           /* direction of the text: 0 right, 1 down, 2 left, 3 up, 4 oblique */
    int32_t font;           /* index into the document's fonts, -1 where unknown */
    int32_t element;        /* index into the structure elements, -1 where it is in none */
    uint32_t colour;        /* 0xRRGGBB; PC_NO_COLOUR where it is filled with a pattern or outlined */
    float spacing;          /* what character and word spacing add to its advance (ISO 32000-1, 9.3.2 and 9.3.3) */
} pc_glyph;

#define PC_NO_COLOUR 0xFF000000u

/* A straight line that runs along an axis: a stroked segment, or a filled box too thin to be anything else. */
typedef struct {
    float x0, y0, x1, y1;
    float width;
    uint32_t colour;
} pc_rule;

enum {
    PC_BOX_OPAQUE = 1,
    PC_BOX_IMAGE = 2
};

/* A filled rectangle or an image; `order` is the number of glyphs drawn before it. */
typedef struct {
    float x0, y0, x1, y1;
    uint32_t colour;
    uint32_t order;
    uint8_t flags;
} pc_box;

typedef struct {
    double width, height;
    int32_t rotation;       /* degrees clockwise, as the page asks for */
    const pc_glyph *glyphs;
    size_t glyph_count;
    const uint32_t *scalars;
    size_t scalar_count;
    const pc_rule *rules;
    size_t rule_count;
    const pc_box *boxes;
    size_t box_count;
    size_t curve_count;     /* painted paths with curves: what charts and logos are made of */
    uint8_t cut;            /* 1 where the mark limit was met and the rest of the page left out */
    uint8_t files;          /* 1 where files are attached to the page (ISO 32000-1, 12.5.6.15) */
} pc_page;

typedef struct {
    const char *name;       /* UTF-8, without the subset prefix */
    uint8_t bold, italic;
} pc_font;

/* Standard structure types (ISO 32000-1, 14.8.4) after the role map; those that layout doesn't need are PC_OTHER. */
typedef enum {
    PC_OTHER = 0, PC_DOCUMENT, PC_PART, PC_SECT, PC_DIV, PC_PARAGRAPH, PC_HEADING, PC_LIST, PC_LIST_ITEM, PC_LABEL, PC_LIST_BODY,
    PC_TABLE, PC_TABLE_HEAD, PC_TABLE_BODY, PC_TABLE_FOOT, PC_TABLE_ROW, PC_HEADER_CELL, PC_DATA_CELL, PC_CAPTION, PC_FIGURE,
    PC_NOTE, PC_SPAN, PC_LINK, PC_TOC, PC_TOC_ITEM, PC_ARTIFACT, PC_FORM
} pc_kind;

enum { PC_SCOPE_ROW = 1, PC_SCOPE_COLUMN = 2 };

typedef struct {
    int32_t parent;         /* index of the parent, always smaller; -1 at the top */
    uint16_t kind;          /* pc_kind */
    uint8_t level;          /* H1 to H6: 1 to 6; else 0 */
    uint8_t scope;          /* PC_SCOPE_… of a header cell */
    uint16_t row_span, column_span;
} pc_element;

/* Opens a PDF. `bytes` must stay in place until pc_close. Messages about the document come through `message` for as long as it is open. */
pc_status pc_open(const uint8_t *bytes, size_t length, pc_message message, void *context, pc_document **out);
void pc_close(pc_document *document);

int32_t pc_page_count(const pc_document *document);
/* The natural language of the text, a BCP 47 tag; empty where the document doesn't say. */
const char *pc_language(const pc_document *document);
/* 1 where the cross-reference table was broken and had to be rebuilt by scanning the file. */
int32_t pc_was_repaired(const pc_document *document);

/* 1 where the content is an XFA form that viewers without XFA can't show: their pages hold a placeholder. */
int32_t pc_is_xfa_form(const pc_document *document);

/* 1 where the document is a portfolio: its content is in attached files. */
int32_t pc_is_portfolio(const pc_document *document);

/* 1 where the labels of its pages can be asked for: a few bytes can ask for labels of any length. */
int32_t pc_has_short_labels(const pc_document *document);

/* Flattens the structure tree, parents before children, in document order. Call once, before the first page; without it the
 * glyphs' `element` is -1. At most `limit` elements and marked contents are taken: what is past it stays without an element. */
pc_status pc_read_structure(pc_document *document, size_t limit);
const pc_element *pc_elements(const pc_document *document, size_t *count);

/* Interprets page `number` (1-based). At most `mark_limit` glyphs, rules and boxes together are kept. */
pc_status pc_read_page(pc_document *document, int32_t number, size_t mark_limit, pc_page *out);

/* The fonts met so far; a font keeps its index. */
const pc_font *pc_fonts(const pc_document *document, size_t *count);

#ifdef __cplusplus
}
#endif
#endif
