#include "core/catalog/modelinfo.h"

#include <array>

namespace core {

namespace {

struct CostBasisEntry
{
    CostBasis basis;
    QLatin1StringView name;
};

constexpr std::array<CostBasisEntry, 4> kCostBases{{
    {CostBasis::Reported, QLatin1StringView("reported")},
    {CostBasis::Computed, QLatin1StringView("computed")},
    {CostBasis::Estimated, QLatin1StringView("estimated")},
    {CostBasis::Unknown, QLatin1StringView("unknown")},
}};

} // namespace

QString costBasisName(CostBasis basis)
{
    for (const CostBasisEntry &entry : kCostBases) {
        if (entry.basis == basis)
            return entry.name;
    }
    return {};
}

std::optional<CostBasis> costBasisFromName(QStringView name)
{
    for (const CostBasisEntry &entry : kCostBases) {
        if (name == entry.name)
            return entry.basis;
    }
    return std::nullopt;
}

} // namespace core
