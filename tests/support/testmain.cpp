#include "tests/support/testunit.h"

#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace {

struct Unit
{
    const char *file = nullptr;
    test::RunUnit run = nullptr;
};

using Units = std::map<std::string, Unit, std::less<>>;

/// Filled before main() begins.
Units &units()
{
    static Units all;
    return all;
}

/// "ssedecoder" of "tests/core/chat/tst_ssedecoder.cpp".
std::string unitName(std::string_view file)
{
    constexpr std::string_view prefix = "tst_";
    constexpr std::string_view suffix = ".cpp";
    file.remove_prefix(file.rfind('/') + 1);
    return std::string(file.substr(prefix.size(), file.size() - prefix.size() - suffix.size()));
}

void listUnits(const char *program)
{
    std::fprintf(stderr, "%s UNIT [arguments of QtTest], where UNIT is one of\n", program);
    for (const auto &[name, unit] : units())
        std::fprintf(stderr, "    %s\n", name.c_str());
}

} // namespace

bool test::addUnit(const char *file, RunUnit run)
{
    return units().emplace(unitName(file), Unit{file, run}).second;
}

int main(int argc, char *argv[])
{
    const auto found = argc > 1 ? units().find(std::string_view(argv[1])) : units().end();
    if (found == units().end()) {
        listUnits(argv[0]);
        return 2;
    }
    // The unit stands for the program from here on, so that each has an application name of its own.
    --argc;
    ++argv;
    QTEST_MAIN_SETUP()
    QTest::setMainSourcePath(found->second.file);
    return found->second.run(argc, argv);
}
