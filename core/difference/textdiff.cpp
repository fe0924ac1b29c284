#include "core/difference/textdiff.h"

#include "core/difference/sequencediff.h"

#include <QHash>

#include <algorithm>

namespace core {

namespace {

using Stretch = SequenceStretch;
using Pieces = QList<TextPiece>;

/// For one comparison of two sequences. 5,000 words against 5,000 unrelated ones need more; there lines come
/// first and then words within each change, for which a quarter has to do.
constexpr qint64 kMostComparisons = 2'000'000;
/// Equal words between two changes that are not worth a stretch of their own: it would only tear the changes
/// apart for the reader.
constexpr qsizetype kShortIsland = 2;

Pieces cut(const QString &text, DiffUnit unit)
{
    switch (unit) {
    case DiffUnit::Words:
        return cutWords(text);
    case DiffUnit::Lines:
        return cutLines(text);
    case DiffUnit::Blocks:
        break;
    }
    return cutBlocks(text);
}

struct Side
{
    Pieces pieces;
    std::vector<int> keys;

    std::vector<int> keysOf(qsizetype first, qsizetype count) const
    {
        return {keys.cbegin() + first, keys.cbegin() + first + count};
    }
    qsizetype begin(qsizetype piece, qsizetype size) const
    {
        return piece < pieces.size() ? pieces.at(piece).begin : size;
    }
};

std::pair<Side, Side> sides(const QString &before, const QString &after, DiffUnit unit)
{
    std::pair<Side, Side> both{{cut(before, unit), {}}, {cut(after, unit), {}}};
    QHash<QString, int> known;
    for (Side *side : {&both.first, &both.second}) {
        for (const TextPiece &piece : std::as_const(side->pieces)) {
            const auto number = static_cast<int>(known.size());
            const auto found = known.constFind(piece.key);
            side->keys.push_back(found == known.cend() ? *known.insert(piece.key, number) : *found);
        }
    }
    return both;
}

/// Pieces of `side` that begin within [begin, end).
std::pair<qsizetype, qsizetype> piecesWithin(const Side &side, qsizetype begin, qsizetype end)
{
    const auto byBegin = [](const TextPiece &piece, qsizetype position) { return piece.begin < position; };
    const auto first = std::lower_bound(side.pieces.cbegin(), side.pieces.cend(), begin, byBegin);
    const auto last = std::lower_bound(first, side.pieces.cend(), end, byBegin);
    return {first - side.pieces.cbegin(), last - first};
}

QList<Stretch> wholly(qsizetype before, qsizetype beforeCount, qsizetype after, qsizetype afterCount)
{
    QList<Stretch> stretches;
    if (beforeCount > 0)
        stretches.append({Stretch::Kind::Removed, before, beforeCount, after, 0});
    if (afterCount > 0)
        stretches.append({Stretch::Kind::Added, before + beforeCount, 0, after, afterCount});
    return stretches;
}

/// Joins neighbours: within one change all that is removed comes first.
QList<Stretch> joined(const QList<Stretch> &stretches)
{
    QList<Stretch> result;
    for (qsizetype i = 0; i < stretches.size();) {
        const Stretch &first = stretches.at(i);
        Stretch sum{first.kind, first.before, 0, first.after, 0};
        const bool equal = first.kind == Stretch::Kind::Equal;
        for (; i < stretches.size() && (stretches.at(i).kind == Stretch::Kind::Equal) == equal; ++i) {
            sum.beforeCount += stretches.at(i).beforeCount;
            sum.afterCount += stretches.at(i).afterCount;
        }
        if (equal)
            result.append(sum);
        else
            result += wholly(sum.before, sum.beforeCount, sum.after, sum.afterCount);
    }
    return result;
}

/// Makes short islands part of the changes around them when those are longer on both sides.
QList<Stretch> withoutIslands(const QList<Stretch> &stretches)
{
    QList<Stretch> result = stretches;
    const auto sizeOfChange = [&result](qsizetype i, qsizetype step) {
        qsizetype size = 0;
        for (i += step; i >= 0 && i < result.size() && result.at(i).kind != Stretch::Kind::Equal; i += step)
            size = std::max(size, result.at(i).beforeCount + result.at(i).afterCount);
        return size;
    };
    QList<qsizetype> islands;
    for (qsizetype i = 1; i + 1 < result.size(); ++i) {
        const Stretch &stretch = result.at(i);
        if (stretch.kind == Stretch::Kind::Equal && stretch.beforeCount <= kShortIsland
            && stretch.beforeCount < std::min(sizeOfChange(i, -1), sizeOfChange(i, 1)))
            islands.append(i);
    }
    for (const qsizetype i : std::as_const(islands))
        result[i].kind = Stretch::Kind::Removed;
    return joined(result);
}

/// Compares part of two sides; the limit turns it into one whole change, which sets `coarse`.
std::optional<QList<Stretch>> compare(const Side &before, const Side &after, const Stretch &part,
                                      bool &coarse, const StopCheck &stopped, qint64 most = kMostComparisons)
{
    SequenceDiff diff = diffSequences(before.keysOf(part.before, part.beforeCount),
                                      after.keysOf(part.after, part.afterCount), most, stopped);
    if (diff.state == SequenceDiff::State::Stopped)
        return std::nullopt;
    if (diff.state == SequenceDiff::State::TooDifferent) {
        coarse = true;
        return wholly(part.before, part.beforeCount, part.after, part.afterCount);
    }
    for (Stretch &stretch : diff.stretches) {
        stretch.before += part.before;
        stretch.after += part.after;
    }
    return diff.stretches;
}

/// Lines first, then words within each change of them.
std::optional<QList<Stretch>> compareByLines(const Side &before, const Side &after, const QString &beforeText,
                                             const QString &afterText, bool &coarse, const StopCheck &stopped)
{
    const auto [lines, otherLines] = sides(beforeText, afterText, DiffUnit::Lines);
    const auto byLine = compare(lines, otherLines, {{}, 0, lines.pieces.size(), 0, otherLines.pieces.size()},
                                coarse, stopped);
    if (!byLine)
        return std::nullopt;
    QList<Stretch> result;
    for (qsizetype i = 0; i < byLine->size(); ++i) {
        Stretch part = byLine->at(i);
        if (part.kind == Stretch::Kind::Removed && i + 1 < byLine->size()
            && byLine->at(i + 1).kind == Stretch::Kind::Added)
            part.afterCount = byLine->at(++i).afterCount;
        const auto [first, count] =
            piecesWithin(before, lines.begin(part.before, beforeText.size()),
                         lines.begin(part.before + part.beforeCount, beforeText.size()));
        const auto [otherFirst, otherCount] =
            piecesWithin(after, otherLines.begin(part.after, afterText.size()),
                         otherLines.begin(part.after + part.afterCount, afterText.size()));
        const auto words = compare(before, after, {part.kind, first, count, otherFirst, otherCount}, coarse,
                                   stopped, kMostComparisons / 4);
        if (!words)
            return std::nullopt;
        result += *words;
    }
    return result;
}

DiffRun runOf(const Stretch &stretch, const Side &before, const Side &after, const QString &beforeText,
              const QString &afterText)
{
    DiffRun run;
    run.kind = stretch.kind == Stretch::Kind::Equal ? DiffRun::Kind::Equal
        : stretch.kind == Stretch::Kind::Removed    ? DiffRun::Kind::Removed
                                                    : DiffRun::Kind::Added;
    run.before = before.begin(stretch.before, beforeText.size());
    run.beforeLength = before.begin(stretch.before + stretch.beforeCount, beforeText.size()) - run.before;
    run.after = after.begin(stretch.after, afterText.size());
    run.afterLength = after.begin(stretch.after + stretch.afterCount, afterText.size()) - run.after;
    return run;
}

/// Where an equal run may be cut: both texts have a line end between the same two words.
class RowCutter
{
public:
    RowCutter(const QString &before, const QString &after) : m_before(before), m_after(after) { }

    /// The parts of `run`; all but the last end with a line end.
    QList<DiffRun> parts(const DiffRun &run) const
    {
        QList<DiffRun> parts;
        const qsizetype end = run.before + run.beforeLength;
        const qsizetype otherEnd = run.after + run.afterLength;
        DiffRun part{run.kind, run.before, 0, run.after, 0};
        qsizetype i = run.before;
        qsizetype j = run.after;
        while (i < end && j < otherEnd) {
            const qsizetype cut = skipSpace(m_before, i, end);
            const qsizetype otherCut = skipSpace(m_after, j, otherEnd);
            if (cut >= 0 && otherCut >= 0) {
                part.beforeLength = cut - part.before;
                part.afterLength = otherCut - part.after;
                parts.append(part);
                part = {run.kind, cut, 0, otherCut, 0};
            }
            if (i < end && j < otherEnd) {
                ++i;
                ++j;
            }
        }
        part.beforeLength = end - part.before;
        part.afterLength = otherEnd - part.after;
        if (part.beforeLength > 0 || part.afterLength > 0)
            parts.append(part);
        return parts;
    }

    bool beginsLine(const DiffRun &run) const
    {
        const auto begins = [](const QString &text, qsizetype position) {
            return position == 0 || text.at(position - 1) == u'\n';
        };
        return begins(m_before, run.before) && begins(m_after, run.after);
    }
    bool endsLine(const DiffRun &run) const
    {
        return endsLine(QStringView(m_before).mid(run.before, run.beforeLength))
            && endsLine(QStringView(m_after).mid(run.after, run.afterLength));
    }

private:
    /// Behind the last line end of the space at `position`, before the indentation; -1: there is none.
    static qsizetype skipSpace(const QString &text, qsizetype &position, qsizetype end)
    {
        qsizetype cut = -1;
        for (; position < end && text.at(position).isSpace(); ++position)
            cut = text.at(position) == u'\n' ? position + 1 : cut;
        return cut;
    }
    static bool endsLine(QStringView text)
    {
        for (; !text.isEmpty() && text.back().isSpace(); text.chop(1)) {
            if (text.back() == u'\n')
                return true;
        }
        return false;
    }

    const QString &m_before;
    const QString &m_after;
};

} // namespace

std::optional<TextDiff> diffTexts(const QString &before, const QString &after, DiffUnit unit,
                                  const StopCheck &stopped)
{
    TextDiff diff;
    diff.unit = unit;
    const auto [first, second] = sides(before, after, unit);
    auto stretches =
        compare(first, second, {{}, 0, first.pieces.size(), 0, second.pieces.size()}, diff.coarse, stopped);
    if (stretches && diff.coarse && unit == DiffUnit::Words) {
        diff.coarse = false;
        stretches = compareByLines(first, second, before, after, diff.coarse, stopped);
    }
    if (!stretches)
        return std::nullopt;
    QList<Stretch> readable = joined(*stretches);
    if (unit == DiffUnit::Words)
        readable = withoutIslands(readable);
    for (const Stretch &stretch : std::as_const(readable)) {
        diff.runs.append(runOf(stretch, first, second, before, after));
        diff.removed += stretch.kind == Stretch::Kind::Removed ? stretch.beforeCount : 0;
        diff.added += stretch.kind == Stretch::Kind::Added ? stretch.afterCount : 0;
    }
    return diff;
}

bool DiffRow::isChanged() const
{
    return std::any_of(runs.cbegin(), runs.cend(),
                       [](const DiffRun &run) { return run.kind != DiffRun::Kind::Equal; });
}

QList<DiffRow> diffRows(const TextDiff &diff, const QString &before, const QString &after)
{
    const RowCutter cutter(before, after);
    QList<DiffRow> rows;
    bool open = false;
    for (const DiffRun &run : diff.runs) {
        const QList<DiffRun> parts =
            run.kind == DiffRun::Kind::Equal ? cutter.parts(run) : QList<DiffRun>{run};
        for (const DiffRun &part : parts) {
            if (!open || (part.kind == DiffRun::Kind::Equal && cutter.beginsLine(part)))
                rows.append(DiffRow{});
            rows.last().runs.append(part);
            open = part.kind != DiffRun::Kind::Equal || !cutter.endsLine(part);
        }
    }
    return rows;
}

} // namespace core
