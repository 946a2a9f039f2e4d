#include "FontTable.h"

#include "PopplerVersions.h"

int32_t FontTable::index(const GfxFont &font) {
    Ref id = *font.getID();
    uint64_t key = (uint64_t(uint32_t(id.num)) << 32) | uint32_t(id.gen);
    auto [entry, isNew] = known.try_emplace(key, int32_t(entries.size()));
    if (!isNew) return entry->second;
    std::string name = poppler_versions::text(font.getName());
    if (name.size() > 7 && name[6] == '+') name.erase(0, 7);
    auto has = [&](const char *word) { return name.find(word) != std::string::npos; };
    pc_font described{};
    described.bold = font.isBold() || font.getWeight() >= GfxFont::W600 || has("Bold") || has("bold") || has("Black") || has("Heavy");
    described.italic = font.isItalic() || has("Italic") || has("Oblique") || has("italic");
    names.push_back(std::move(name));
    described.name = names.back().c_str();
    entries.push_back(described);
    return entry->second;
}
