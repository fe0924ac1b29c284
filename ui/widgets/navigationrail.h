#pragma once

#include "ui/theme/icons.h"
#include "ui/widgets/surface.h"

class QAbstractButton;
class QVBoxLayout;

namespace ui {

/// The pages at the left edge, icon above label, 76 px wide at zoom 1; an item can stand at the foot. One tab
/// stop; up, down, Home and End choose. Assistive technology sees a list of page tabs.
class NavigationRail : public Surface
{
    Q_OBJECT

public:
    explicit NavigationRail(const Theme &theme, QWidget *parent = nullptr);

    /// The index of the new item; `hint` is its shortcut, for the tooltip.
    int addItem(const QString &text, Icon icon, const QString &hint = {});
    int addFootItem(const QString &text, Icon icon, const QString &hint = {});

    int count() const { return static_cast<int>(m_items.size()); }
    int current() const { return m_current; }
    /// Marks an item; `activated` is for the user's choice only.
    void setCurrent(int index);

signals:
    void activated(int index);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    int add(const QString &text, Icon icon, const QString &hint, bool foot);
    void choose(int index);
    QList<int> visualOrder() const;
    void applyTheme();

    QVBoxLayout *const m_column;
    QList<QAbstractButton *> m_items;
    int m_foot = -1;
    int m_current = -1;
};

} // namespace ui
