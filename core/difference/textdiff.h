#pragma once

#include "core/difference/textpieces.h"

#include <optional>

namespace core {

enum class DiffUnit { Words, Lines, Blocks };

/// A part of two texts that is equal, or that only one of them has. Positions and lengths are UTF-16 units.
struct DiffRun
{
    enum class Kind { Equal, Removed, Added };

    Kind kind = Kind::Equal;
    qsizetype before = 0;
    qsizetype beforeLength = 0;
    qsizetype after = 0;
    qsizetype afterLength = 0;

    bool operator==(const DiffRun &) const = default;
};

/// How a text became another one.
struct TextDiff
{
    DiffUnit unit = DiffUnit::Words;
    /// Cover both texts without a gap and in order: the equal and removed runs are the first text, the equal
    /// and added ones the second. An equal run may differ in whitespace, see cutWords() and the like.
    QList<DiffRun> runs;
    qsizetype removed = 0; ///< in units
    qsizetype added = 0;
    /// Parts of the texts were too large and too different for this unit: they are told apart by lines, or as
    /// one whole.
    bool coarse = false;

    bool isSame() const { return removed == 0 && added == 0; }
    bool operator==(const TextDiff &) const = default;
};

/// Compares two texts of Markdown or of anything else. It takes up to a second for texts that are large and
/// have little in common: call it from a worker. Nothing only when `stopped` said so.
std::optional<TextDiff> diffTexts(const QString &before, const QString &after, DiffUnit unit,
                                  const StopCheck &stopped = {});

/// A part of both texts that stands side by side: its runs, cut at the end of a line that both texts have.
struct DiffRow
{
    QList<DiffRun> runs;

    bool isChanged() const;
    bool operator==(const DiffRow &) const = default;
};

/// The runs of `diff` in rows; the texts are those it was made from.
QList<DiffRow> diffRows(const TextDiff &diff, const QString &before, const QString &after);

} // namespace core
