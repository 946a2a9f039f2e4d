// The differences of poppler 22.02 to 25.x that this target meets, all in one place. POPPLER_VERSION is a string, so the
// headers' own types decide where overloads can, and the build gives PC_POPPLER (major * 100 + minor) where they can't.
#pragma once

#include <Object.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <goo/GooString.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace poppler_versions {

// Names and strings have been GooString pointers, optional std::string and std::string.
inline std::string text(const std::string &value) { return value; }
inline std::string text(const std::optional<std::string> &value) { return value.value_or(std::string()); }
inline std::string text(const GooString *value) { return value ? std::string(value->c_str(), value->getLength()) : std::string(); }
inline std::string text(const std::unique_ptr<GooString> &value) { return text(value.get()); }

// PDFDoc has taken a raw stream pointer, later a unique_ptr.
template <class Document = PDFDoc> std::unique_ptr<Document> open(std::unique_ptr<MemStream> stream, const std::function<void()> &repaired) {
    if constexpr (std::is_constructible_v<Document, std::unique_ptr<BaseStream>, std::optional<GooString>, std::optional<GooString>, void *, std::function<void()>>) {
        return std::make_unique<Document>(std::move(stream), std::optional<GooString>(), std::optional<GooString>(), nullptr, repaired);
    } else {
        return std::make_unique<Document>(stream.release(), std::optional<GooString>(), std::optional<GooString>(), nullptr, repaired);
    }
}

// A page's reference has been given by pointer and by value.
inline Ref reference(const Ref *value) { return value ? *value : Ref::INVALID(); }
inline Ref reference(const Ref &value) { return value; }

// The state's font has been a raw pointer and a shared_ptr.
template <class Pointer> auto *font(const Pointer &value) {
    if constexpr (std::is_pointer_v<Pointer>) return value;
    else return value.get();
}

}  // namespace poppler_versions
