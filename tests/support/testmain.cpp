#include "tests/support/testunit.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <thread>

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

/// Threads of Qt and of its libraries that have done their work may still be leaving when the unit is done;
/// LeakSanitizer would find what they are about to free unreachable.
void letThreadsLeave()
{
    using namespace std::chrono_literals;
    const auto running = [] {
        std::error_code error;
        return std::distance(std::filesystem::directory_iterator("/proc/self/task", error), {});
    };
    const auto end = std::chrono::steady_clock::now() + 50ms;
    while (running() > 1 && std::chrono::steady_clock::now() < end)
        std::this_thread::yield();
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
    const int failed = found->second.run(argc, argv);
    letThreadsLeave();
    return failed;
}
