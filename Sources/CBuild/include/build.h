#pragma once

// The commit of the checkout that the program was built from, with "+" where files differed from it; "unknown" outside a checkout.
const char *build_commit(void);
