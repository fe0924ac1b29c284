#include "core/ledger/records.h"

#include <array>

namespace core {

namespace {

constexpr std::array kTaskOrigins{
    std::pair{TaskOrigin::User, QLatin1StringView("user")},
    std::pair{TaskOrigin::Suggested, QLatin1StringView("suggested")},
    std::pair{TaskOrigin::Rule, QLatin1StringView("rule")},
    std::pair{TaskOrigin::Import, QLatin1StringView("import")},
};

constexpr std::array kCallSources{
    std::pair{CallSource::Window, QLatin1StringView("window")},
    std::pair{CallSource::Cli, QLatin1StringView("cli")},
    std::pair{CallSource::Gateway, QLatin1StringView("gateway")},
    std::pair{CallSource::Import, QLatin1StringView("import")},
};

constexpr std::array kLineages{
    std::pair{Lineage::Own, QLatin1StringView("own")},
    std::pair{Lineage::Winner, QLatin1StringView("winner")},
    std::pair{Lineage::Shared, QLatin1StringView("shared")},
};

template <typename Names, typename Value>
QString nameOf(const Names &names, Value value)
{
    for (const auto &entry : names) {
        if (entry.first == value)
            return entry.second;
    }
    return {};
}

template <typename Value, std::size_t Size>
std::optional<Value> valueOf(const std::array<std::pair<Value, QLatin1StringView>, Size> &names,
                             QStringView name)
{
    for (const auto &entry : names) {
        if (entry.second == name)
            return entry.first;
    }
    return std::nullopt;
}

} // namespace

QString taskOriginName(TaskOrigin origin)
{
    return nameOf(kTaskOrigins, origin);
}

std::optional<TaskOrigin> taskOriginFromName(QStringView name)
{
    return valueOf(kTaskOrigins, name);
}

QString callSourceName(CallSource source)
{
    return nameOf(kCallSources, source);
}

std::optional<CallSource> callSourceFromName(QStringView name)
{
    return valueOf(kCallSources, name);
}

QString lineageName(Lineage lineage)
{
    return nameOf(kLineages, lineage);
}

std::optional<Lineage> lineageFromName(QStringView name)
{
    return valueOf(kLineages, name);
}

} // namespace core
