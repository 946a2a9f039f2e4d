// What the catalog of a document says of it as a whole.
#pragma once

#include <Object.h>

// Whether the document is a portfolio: a cover page, and attached files that are the content (ISO 32000-1, 12.3.5).
bool isPortfolio(const Object &catalog);

// Whether the content is a form that only XFA viewers lay out (XFA 3.3, 2.1: dynamic forms).
bool isXFAForm(const Object &catalog);

// Whether page labels can be spelled out without harm: a few bytes can ask for a label of a hundred million letters.
bool hasShortLabels(const Object &catalog);
