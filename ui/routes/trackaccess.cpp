#include "ui/routes/trackaccess.h"

#include "ui/routes/trackcanvas.h"
#include "ui/routes/trackscene.h"

#include <QWindow>

namespace ui {

namespace {

/// A rule or target by its number in the list; it is whatever stands there when it is asked.
class TrackNodeAccess : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    TrackNodeAccess(TrackCanvas &canvas, int node) : m_canvas(canvas), m_node(node) { }

    int node() const { return m_node; }

    bool isValid() const override { return m_canvas.scene() && m_node < scene().nodes(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_canvas.window()->windowHandle(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&m_canvas); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? scene().spoken(place()) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        const QRect shown = m_canvas.mapFromScene(QRectF(scene().plan().rectOf(place()))).boundingRect();
        return {m_canvas.viewport()->mapToGlobal(shown.topLeft()), shown.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        const bool selected = m_canvas.selection() == place();
        state.selectable = true;
        state.focusable = true;
        state.selected = selected;
        state.active = selected;
        state.focused = selected && m_canvas.hasFocus();
        state.offscreen = !QRect(m_canvas.viewport()->mapToGlobal(QPoint()), m_canvas.viewport()->size())
                               .intersects(rect());
        return state;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        m_canvas.select(place());
        if (name == setFocusAction())
            m_canvas.setFocus(Qt::OtherFocusReason);
        else if (name == pressAction())
            QMetaObject::invokeMethod(&m_canvas, &TrackCanvas::activateSelection, Qt::QueuedConnection);
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }

private:
    const TrackScene &scene() const { return *static_cast<const TrackScene *>(m_canvas.scene()); }
    RulePlace place() const { return scene().nodeAt(m_node); }

    TrackCanvas &m_canvas;
    const int m_node;
};

QAccessibleInterface *describeCanvas(const QString &, QObject *object)
{
    auto *const canvas = qobject_cast<TrackCanvas *>(object);
    return canvas ? new TrackAccess(*canvas) : nullptr;
}

} // namespace

void TrackAccess::install()
{
    static const bool once = [] {
        QAccessible::installFactory(describeCanvas);
        return true;
    }();
    Q_UNUSED(once)
}

TrackAccess::TrackAccess(TrackCanvas &canvas) : QAccessibleWidget(&canvas, QAccessible::List) { }

TrackAccess::~TrackAccess()
{
    for (const QAccessible::Id id : std::as_const(m_nodes))
        QAccessible::deleteAccessibleInterface(id);
}

TrackCanvas &TrackAccess::canvas() const
{
    return *static_cast<TrackCanvas *>(object());
}

const TrackScene &TrackAccess::scene() const
{
    return *static_cast<const TrackScene *>(canvas().scene());
}

int TrackAccess::childCount() const
{
    return canvas().scene() ? scene().nodes() : 0;
}

QAccessibleInterface *TrackAccess::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto known = m_nodes.constFind(index);
    if (known != m_nodes.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto *const node = new TrackNodeAccess(canvas(), index);
    m_nodes.insert(index, QAccessible::registerAccessibleInterface(node));
    return node;
}

int TrackAccess::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *const node = dynamic_cast<const TrackNodeAccess *>(child);
    return node ? node->node() : -1;
}

QAccessibleInterface *TrackAccess::childAt(int x, int y) const
{
    if (!canvas().scene())
        return nullptr;
    const QPointF point = canvas().mapToScene(canvas().viewport()->mapFromGlobal(QPoint(x, y)));
    return child(scene().nodeOf(scene().hitAt(point).place));
}

QAccessibleInterface *TrackAccess::focusChild() const
{
    return canvas().scene() && canvas().hasFocus() ? child(scene().nodeOf(canvas().selection())) : nullptr;
}

} // namespace ui
