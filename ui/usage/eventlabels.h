#pragma once

#include <QList>
#include <QString>

class QFontMetrics;

namespace ui {

/// An event of a chart and where its line stands.
struct PlacedEvent
{
    double x = 0.0;
    QString label;
};

/// Words beside the line of an event, or beside those of several.
struct EventLabel
{
    double left = 0.0;
    double width = 0.0;
    QString text;

    double right() const { return left + width; }
};

/// Labels for `events`, which stand from the left to the right, between `left` and `right`: beside the last
/// line that they tell of, before the first one where there is no room. Those of lines too close together
/// become one that says how many there are, so that no label covers another one or a line; only where all of
/// them are so close that neither side has room, that one stands across its lines.
QList<EventLabel> eventLabels(const QList<PlacedEvent> &events, const QFontMetrics &metrics, double left,
                              double right, double gap);

} // namespace ui
