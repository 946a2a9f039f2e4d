#include "CPageContent.h"
