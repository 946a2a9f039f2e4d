// The functions of Tesseract that are used, looked up when recognition is asked for: with its thirty libraries it takes a third of the
// program's start, and few papers are scans.
#include <dlfcn.h>
#include <tesseract/capi.h>
#include <tesseract/version.h>

#define TESSERACT_TEXT(number) #number
// Without it the name would be that of no library, and recognition would be missing in silence.
#ifndef TESSERACT_MAJOR_VERSION
#error "tesseract/version.h does not say which version this is"
#endif
#define TESSERACT_FILE(major) "libtesseract.so." TESSERACT_TEXT(major)

struct tesseract {
    __typeof__(&TessVersion) version;
    __typeof__(&TessDeleteText) delete_text;
    __typeof__(&TessBaseAPICreate) create;
    __typeof__(&TessBaseAPIInit3) start;
    __typeof__(&TessBaseAPIEnd) end;
    __typeof__(&TessBaseAPIDelete) delete_engine;
    __typeof__(&TessBaseAPISetVariable) set_variable;
    __typeof__(&TessBaseAPISetImage) set_image;
    __typeof__(&TessBaseAPISetSourceResolution) set_resolution;
    __typeof__(&TessBaseAPIRecognize) recognise;
    __typeof__(&TessBaseAPIGetIterator) results;
    __typeof__(&TessResultIteratorDelete) delete_results;
    __typeof__(&TessResultIteratorNext) next;
    __typeof__(&TessResultIteratorConfidence) confidence;
    __typeof__(&TessResultIteratorGetUTF8Text) text;
    __typeof__(&TessResultIteratorGetPageIteratorConst) place;
    __typeof__(&TessPageIteratorIsAtBeginningOf) begins;
    __typeof__(&TessPageIteratorBoundingBox) box;
    __typeof__(&TessPageIteratorBaseline) baseline;
};

// Opens the library of the version whose headers this was built with; 0 where it is missing or lacks a function.
static inline int tesseract_open(struct tesseract *library) {
    void *file = dlopen(TESSERACT_FILE(TESSERACT_MAJOR_VERSION), RTLD_NOW | RTLD_LOCAL);
    if (!file) return 0;
#define TESSERACT_FIND(member, function) \
    if (!(library->member = (__typeof__(&function))dlsym(file, #function))) return 0;
    TESSERACT_FIND(version, TessVersion)
    TESSERACT_FIND(delete_text, TessDeleteText)
    TESSERACT_FIND(create, TessBaseAPICreate)
    TESSERACT_FIND(start, TessBaseAPIInit3)
    TESSERACT_FIND(end, TessBaseAPIEnd)
    TESSERACT_FIND(delete_engine, TessBaseAPIDelete)
    TESSERACT_FIND(set_variable, TessBaseAPISetVariable)
    TESSERACT_FIND(set_image, TessBaseAPISetImage)
    TESSERACT_FIND(set_resolution, TessBaseAPISetSourceResolution)
    TESSERACT_FIND(recognise, TessBaseAPIRecognize)
    TESSERACT_FIND(results, TessBaseAPIGetIterator)
    TESSERACT_FIND(delete_results, TessResultIteratorDelete)
    TESSERACT_FIND(next, TessResultIteratorNext)
    TESSERACT_FIND(confidence, TessResultIteratorConfidence)
    TESSERACT_FIND(text, TessResultIteratorGetUTF8Text)
    TESSERACT_FIND(place, TessResultIteratorGetPageIteratorConst)
    TESSERACT_FIND(begins, TessPageIteratorIsAtBeginningOf)
    TESSERACT_FIND(box, TessPageIteratorBoundingBox)
    TESSERACT_FIND(baseline, TessPageIteratorBaseline)
#undef TESSERACT_FIND
    return 1;
}
