// The fonts that a document's pages use.
#pragma once

#include "include/CPageContent.h"

#include <GfxFont.h>

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

// The fonts of a document, each with a stable index.
class FontTable {
public:
    int32_t index(const GfxFont &font);
    const std::vector<pc_font> &fonts() const { return entries; }

private:
    std::unordered_map<uint64_t, int32_t> known;
    std::deque<std::string> names;  // a deque, so that the names stay in place
    std::vector<pc_font> entries;
};
