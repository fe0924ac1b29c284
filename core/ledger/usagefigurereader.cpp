#include "core/ledger/usagefigurereader.h"

#include <algorithm>

namespace core {

UsageFigureReader::UsageFigureReader(const QStringList &columns, int column) : m_column(column)
{
    for (const QString &name : columns) {
        const auto *const known = std::find_if(
            kUsageFigureMembers.cbegin(), kUsageFigureMembers.cend(),
            [&name](const UsageFigureMember &figure) { return name == QLatin1StringView(figure.column); });
        m_members.append(known == kUsageFigureMembers.cend() ? nullptr : known->member);
    }
}

} // namespace core
