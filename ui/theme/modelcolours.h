#pragma once

#include <QSet>
#include <QStringList>

namespace ui {

/// Gives each model one series colour on every page: the first five models seen get colours of their own and
/// keep them, the rest are "Other". A model that was only remembered from an earlier start, and not seen
/// since, makes room for a new one. Application owns it and keeps `order()` in the settings.
class ModelColours
{
public:
    /// The index for Theme::seriesColour of a model id (without the account: whoever sells it, it is one
    /// model).
    int indexOf(const QString &model);

    /// The models with colours of their own, by index; to be remembered over restarts.
    QStringList order() const { return m_order; }
    void setOrder(const QStringList &order);

private:
    QStringList m_order;
    QSet<QString> m_seen;
};

} // namespace ui
