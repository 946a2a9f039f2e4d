// Numbers and colours of a graphics state.
#pragma once

#include <GfxState.h>

#include <cmath>
#include <cstdint>

inline bool isFinite(double a, double b, double c, double d) { return std::isfinite(a) && std::isfinite(b) && std::isfinite(c) && std::isfinite(d); }

// A colour as 0xRRGGBB.
inline uint32_t packed(const GfxRGB &colour) {
    return (uint32_t(colToByte(colour.r)) << 16) | (uint32_t(colToByte(colour.g)) << 8) | colToByte(colour.b);
}
