#pragma once

#include <QAccessibleWidget>

namespace ui {

class KpiBox;

/// What assistive technology is told of a KpiBox: one that leads somewhere is a button that can be pressed.
/// Owned by the cache of interfaces; main thread.
class KpiAccess : public QAccessibleWidget
{
public:
    /// From now on every KpiBox is described by this class. May be called again.
    static void install();

    explicit KpiAccess(KpiBox *box);

    QAccessible::Role role() const override;
    QStringList actionNames() const override;
    /// Does it once control is back in the event loop.
    void doAction(const QString &name) override;

private:
    KpiBox &box() const;
    bool canBePressed() const;
};

} // namespace ui
