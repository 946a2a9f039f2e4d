#include "build.h"

#ifndef SCRUTINEER_COMMIT
#define SCRUTINEER_COMMIT "unknown"
#endif

const char *build_commit(void) { return SCRUTINEER_COMMIT; }
