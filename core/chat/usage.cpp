#include "core/chat/usage.h"

namespace core {

QString usageBasisName(UsageBasis basis)
{
    switch (basis) {
    case UsageBasis::Reported:
        return QStringLiteral("reported");
    case UsageBasis::Estimated:
        return QStringLiteral("estimated");
    case UsageBasis::Missing:
        break;
    }
    return QStringLiteral("missing");
}

std::optional<UsageBasis> usageBasisFromName(QStringView name)
{
    for (const UsageBasis basis : {UsageBasis::Reported, UsageBasis::Estimated, UsageBasis::Missing}) {
        if (usageBasisName(basis) == name)
            return basis;
    }
    return std::nullopt;
}

} // namespace core
