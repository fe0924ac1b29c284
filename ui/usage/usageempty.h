#pragma once

#include "core/usage/usagekpis.h"
#include "ui/widgets/emptystate.h"

namespace ui {

/// Why there is nothing to show of a period, and the one step that leads on.
class UsageEmpty : public EmptyState
{
    Q_OBJECT

public:
    explicit UsageEmpty(const Theme &theme, QWidget *parent = nullptr);

    void explain(const core::UsageKpis &kpis);

signals:
    void simulatedWanted();
    void allTimeWanted();
    void compareWanted();

private:
    void follow();

    bool m_hidden = false;
    bool m_elsewhere = false;
};

} // namespace ui
