#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace ui {

/// Something that happened at a moment and is marked on a chart, such as the activation of a rule set.
struct ChartEvent
{
    qint64 ms = 0;
    QString label;

    bool operator==(const ChartEvent &) const = default;
};

/// What a chart of the usage page draws, in words and values; it asks nothing but this.
struct ChartPicture
{
    enum class Kind { Bars, Lines, Shares };
    enum class Unit { Dollars, Tokens, Count, Milliseconds, Percent, TokensPerSecond };

    /// A place on the time axis; of shares there is one, the whole period.
    struct Bin
    {
        qint64 sinceMs = 0;
        /// Exclusive.
        qint64 untilMs = 0;
        QString tick; ///< below the axis
        QString name; ///< in sentences
        /// The tick with its year, for the first of a year on an axis that needs years; else empty.
        QString datedTick = {};
        int year = 0;
    };
    struct Mark
    {
        /// Unset where it is unknown.
        std::optional<double> value = {};
        QString text = {}; ///< the amount for people
        QString exact = {}; ///< more of it, for the tooltip; may be empty
        bool leads = false; ///< whether there are attempts behind it
    };
    struct Series
    {
        QString name;
        int colour = 0; ///< for chartColour()
        /// One a bin.
        QList<Mark> marks = {};
    };
    /// A mark; series -1 is the whole bin, bar -1 nothing.
    struct Spot
    {
        int bar = -1;
        int series = -1;

        bool operator==(const Spot &) const = default;
    };

    Kind kind = Kind::Bars;
    Unit unit = Unit::Dollars;
    QList<Bin> bins = {};
    /// Drawn from the bottom up.
    QList<Series> series = {};
    /// All series of a bin together, one a bin; empty where they have no sum.
    QList<Mark> wholes = {};
    QList<ChartEvent> events = {};

    /// What stands below the axis with a label at every so manieth bin; empty at the others. The first label
    /// of each year tells it where the bins do.
    QStringList ticks(qsizetype every) const;
    /// The upper end of what is drawn: of a stack, a point or a share.
    double highest() const;
    /// What a mark amounts to: `12 Nov, gpt-5-mini: $0.42`.
    QString spotText(const Spot &spot) const;
    /// That, with what is known exactly and what happened then below it.
    QString spotDetails(const Spot &spot) const;
    /// What happened in the bin of a mark; shares are of no time.
    QStringList eventsAt(const Spot &spot) const;
    bool leads(const Spot &spot) const;
    const Mark *markAt(const Spot &spot) const;
    bool isKnown(const Spot &spot) const;
    /// How high a mark is; nothing where it is unknown.
    double heightOf(const Spot &spot) const;
};

} // namespace ui
