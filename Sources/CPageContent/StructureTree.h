// The structure tree (ISO 32000-1, 14.7), flattened once from its raw dictionaries.
#pragma once

#include "PopplerVersions.h"
#include "include/CPageContent.h"

#include <string>
#include <unordered_map>
#include <vector>

class StructureTree {
public:
    // Reads the tree of a document; at most `limit` elements and marked contents.
    void read(PDFDoc &document, size_t limit);

    // The element that holds marked content `id` of a content stream (a page's or form's object number); -1 where none does.
    int32_t element(int container, int id) const;
    const std::vector<pc_element> &elements() const { return flat; }

private:
    std::vector<pc_element> flat;
    std::unordered_map<uint64_t, int32_t> contents;

    static uint64_t key(int container, int id) { return (uint64_t(uint32_t(container)) << 32) | uint32_t(id); }
};
