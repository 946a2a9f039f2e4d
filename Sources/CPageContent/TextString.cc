#include "TextString.h"

void decodeTextString(const std::string &text, std::vector<uint32_t> &out) {
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
