#pragma once

#include <QAccessibleWidget>

namespace ui {

class TrackCanvas;
class TrackScene;

/// What assistive technology is told of the canvas: a list of its rules, each followed by its targets. Owned
/// by the cache of interfaces; main thread.
class TrackAccess : public QAccessibleWidget
{
public:
    /// From now on every TrackCanvas is described by this class. May be called again.
    static void install();

    explicit TrackAccess(TrackCanvas &canvas);
    ~TrackAccess() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

private:
    TrackCanvas &canvas() const;
    const TrackScene &scene() const;

    mutable QHash<int, QAccessible::Id> m_nodes;
};

} // namespace ui
