#include "ui/theme/modelcolours.h"

#include "ui/theme/theme.h"

#include <algorithm>

namespace ui {

int ModelColours::indexOf(const QString &model)
{
    constexpr int other = Theme::kSeries - 1;
    if (model.isEmpty())
        return other;
    qsizetype index = m_order.indexOf(model);
    if (index < 0 && m_order.size() < other) {
        index = m_order.size();
        m_order.append(model);
    } else if (index < 0) {
        const auto forgotten = std::find_if(m_order.begin(), m_order.end(),
                                            [this](const QString &known) { return !m_seen.contains(known); });
        if (forgotten == m_order.end())
            return other;
        index = forgotten - m_order.begin();
        *forgotten = model;
    }
    m_seen.insert(model);
    return static_cast<int>(index);
}

void ModelColours::setOrder(const QStringList &order)
{
    m_order = order.mid(0, Theme::kSeries - 1);
    m_order.removeDuplicates();
    m_order.removeAll(QString());
    m_seen.clear();
}

} // namespace ui
