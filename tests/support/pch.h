// Precompiled header of the core tests.
#include "core/base/pch.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
