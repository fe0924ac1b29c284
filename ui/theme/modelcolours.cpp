#include "ui/theme/modelcolours.h"

#include "ui/theme/theme.h"

namespace ui {

int ModelColours::indexOf(const QString &model)
{
    constexpr int other = Theme::kSeries - 1;
    const qsizetype known = m_order.indexOf(model);
    if (known >= 0)
        return static_cast<int>(known);
    if (model.isEmpty() || m_order.size() >= other)
        return other;
    m_order.append(model);
    return static_cast<int>(m_order.size()) - 1;
}

void ModelColours::setOrder(const QStringList &order)
{
    m_order.clear();
    for (const QString &model : order)
        indexOf(model);
}

} // namespace ui
