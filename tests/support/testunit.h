#pragma once

#include <QTest>

namespace test {

/// Runs the tests of one source file with the arguments of QtTest and returns what failed.
using RunUnit = int (*)(int argc, char **argv);

/// Gives the program of a folder the unit NAME of the source file tst_NAME.cpp.
bool addUnit(const char *file, RunUnit run);

template <typename Tests>
int runUnit(int argc, char **argv)
{
    Tests tests;
    return QTest::qExec(&tests, argc, argv);
}

} // namespace test

/// What QTEST_MAIN is to a program of one class: every source file of tests ends with it, and the program of
/// the folder runs one of them, `tst_core_chat ssedecoder`.
#define SWITCHYARD_TEST(TestClass)                                                                           \
    [[maybe_unused]] static const bool unitOf##TestClass =                                                   \
        ::test::addUnit(__FILE__, ::test::runUnit<TestClass>);
