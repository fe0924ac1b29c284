#include "ui/usage/eventlabels.h"

#include <QCoreApplication>
#include <QFontMetrics>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

/// Events that share a label.
struct EventGroup
{
    double first = 0.0;
    double last = 0.0;
    int count = 1;
    EventLabel label = {};

    double begin() const { return std::min(first, label.left); }
    double end() const { return std::max(last, label.right()); }
};

} // namespace

QList<EventLabel> eventLabels(const QList<PlacedEvent> &events, const QFontMetrics &metrics, double left,
                              double right, double gap)
{
    const auto place = [&](EventGroup &group) {
        EventLabel &label = group.label;
        label.width = metrics.horizontalAdvance(label.text) + 1.0;
        const bool fits = group.last + gap + label.width <= right;
        label.left = fits ? group.last + gap : std::max(left, group.first - gap - label.width);
    };
    QList<EventGroup> groups;
    for (const PlacedEvent &event : events) {
        EventGroup group{event.x, event.x, 1, {0.0, 0.0, event.label}};
        place(group);
        while (!groups.isEmpty() && group.begin() < groups.constLast().end() + gap) {
            const EventGroup before = groups.takeLast();
            group.first = before.first;
            group.count += before.count;
            group.label.text =
                QCoreApplication::translate("ui::ChartPicture", "%n activations", "on a chart", group.count);
            place(group);
        }
        groups.append(group);
    }
    QList<EventLabel> labels;
    for (const EventGroup &group : std::as_const(groups))
        labels.append(group.label);
    return labels;
}

} // namespace ui
