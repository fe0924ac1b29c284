#pragma once

#include <QLatin1StringView>

namespace core {

/// A setting as its users know it: its key, what holds until it is set, and which values are allowed.
template <typename T>
struct Setting
{
    QLatin1StringView key;
    T defaultValue;
    bool (*isValid)(const T &value) = nullptr;
};

} // namespace core
