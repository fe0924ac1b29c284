#pragma once

namespace test {

// How many times as long as usual a test gives the work of the program itself: sanitizers slow that down, not
// the waiting for others.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr int kSlowness = 3;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr int kSlowness = 3;
#else
inline constexpr int kSlowness = 1;
#endif
#else
inline constexpr int kSlowness = 1;
#endif

} // namespace test
