#include "tests/ui/pch.h"
