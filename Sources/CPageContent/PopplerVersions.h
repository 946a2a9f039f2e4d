// The differences of poppler 22.02 to 25.x that this target meets, all in one place. No version number is asked: overloads and
// `requires` choose by what the installed headers declare. (ContentDevice.h declares both forms of the three virtual functions whose
// parameters changed.)
#pragma once

#include <Annot.h>
#include <GfxState.h>
#include <Object.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <goo/GooString.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace poppler_versions {

// Names and strings have been GooString pointers, optional std::string and std::string.
inline std::string text(const std::string &value) { return value; }
inline std::string text(const std::optional<std::string> &value) { return value.value_or(std::string()); }
template <class String = GooString> std::string text(const String *value) {
    if (!value) return {};
    if constexpr (requires { value->toStr(); }) return value->toStr();
    else return std::string(value->c_str(), value->size());
}
inline std::string text(const std::unique_ptr<GooString> &value) { return text(value.get()); }

// The null object has been a constructor's argument, later a function.
template <class Any = Object> Any nullObject() {
    if constexpr (requires { Any::null(); }) return Any::null();
    else return Any(objNull);
}

// PDFDoc has taken a raw stream pointer and passwords by pointer, then optional passwords, then a unique_ptr.
using Repaired = std::function<void()>;
using Password = std::optional<GooString>;
template <class Document = PDFDoc> std::unique_ptr<Document> open(std::unique_ptr<MemStream> stream, const Repaired &repaired) {
    if constexpr (std::is_constructible_v<Document, std::unique_ptr<BaseStream>, Password, Password, void *, Repaired>) {
        return std::make_unique<Document>(std::move(stream), Password(), Password(), nullptr, repaired);
    } else if constexpr (std::is_constructible_v<Document, BaseStream *, Password, Password, void *, Repaired>) {
        return std::make_unique<Document>(stream.release(), Password(), Password(), nullptr, repaired);
    } else {
        return std::make_unique<Document>(stream.release(), nullptr, nullptr, nullptr, repaired);
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

// Annotations have been asked for one by one, then given as a vector of pointers, raw and shared.
template <class List = Annots> bool holdsAnnotation(List *annotations, Annot::AnnotSubtype wanted) {
    if (!annotations) return false;
    if constexpr (requires { annotations->getAnnots(); }) {
        for (const auto &annotation : annotations->getAnnots())
            if (annotation && annotation->getType() == wanted) return true;
    } else {
        for (int i = 0; i < annotations->getNumAnnots(); i++)
            if (annotations->getAnnot(i) && annotations->getAnnot(i)->getType() == wanted) return true;
    }
    return false;
}

}  // namespace poppler_versions
