// Precompiled header of the widgets' tests.
#include "ui/pch.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
