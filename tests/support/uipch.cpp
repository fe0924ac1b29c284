#include "tests/support/uipch.h"
