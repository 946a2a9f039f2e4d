// Strings of a PDF that hold text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

// Appends the scalars of a PDF text string: UTF-16 with a byte order mark, UTF-8 with one, or PDFDocEncoding, whose letters are those of Latin-1
// (ISO 32000-1, 7.9.2.2).
void decodeTextString(const std::string &text, std::vector<uint32_t> &out);
