#include <zlib.h>

// What zlib gives as macros, for gzip files (RFC 1952): 16 more than the window's bits asks for their header and trailer.
static inline int gzip_begin_writing(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
}

static inline int gzip_begin_reading(z_stream *stream) { return inflateInit2(stream, MAX_WBITS + 16); }
