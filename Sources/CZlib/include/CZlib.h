// CZlib: zlib as Debian ships it; what its macros do, as functions.
#ifndef DRAGOMAN_CZLIB_H
#define DRAGOMAN_CZLIB_H

#include <zlib.h>

// 16 more than the largest window asks for gzip (RFC 1952) and nothing else.

static inline int dragoman_inflate_begin(z_stream *stream) { return inflateInit2(stream, MAX_WBITS + 16); }

static inline int dragoman_deflate_begin(z_stream *stream) {
    return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
