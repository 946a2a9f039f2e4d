// Debian's libxml2 includes the headers of ICU, whose copy in Foundation is another version: a module that sees both doesn't compile. Only
// the last fields of xmlCharEncodingHandler depend on it, which nobody here touches.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/SAX2.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <libxml/xmlerror.h>

// xmlFree is a variable that holds a function, which Swift can't read safely from several threads.
static inline void xmlFreeText(xmlChar *text) { xmlFree(text); }

// Messages that libxml2 prints where no structured handler is asked; a variadic function can't be written in Swift.
static inline void xmlIgnoreMessage(void *context, const char *message, ...) { (void)context; (void)message; }
static inline void xmlIgnoreMessages(void) { xmlSetGenericErrorFunc(NULL, xmlIgnoreMessage); }
