#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <thread>

namespace {

/// Threads of Qt and of its libraries that have done their work may still be leaving when a program ends;
/// LeakSanitizer, which looks after the last static object is gone, would find what they are about to free
/// unreachable. So a test, and with sanitizers the program itself, waits a moment for them.
class LeavingThreads
{
public:
    LeavingThreads() = default;
    LeavingThreads(const LeavingThreads &) = delete;
    LeavingThreads &operator=(const LeavingThreads &) = delete;
    ~LeavingThreads()
    {
        using namespace std::chrono_literals;
        const auto end = std::chrono::steady_clock::now() + 50ms;
        while (running() > 1 && std::chrono::steady_clock::now() < end)
            std::this_thread::yield();
    }

private:
    static std::ptrdiff_t running()
    {
        std::error_code error;
        return std::distance(std::filesystem::directory_iterator("/proc/self/task", error), {});
    }
};

const LeavingThreads leavingThreads;

} // namespace
