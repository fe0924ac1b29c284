#include "core/difference/sequencediff.h"

#include <QLoggingCategory>

#include <algorithm>
#include <exception>

#include <dtl/dtl.hpp>

namespace core {

namespace {

Q_LOGGING_CATEGORY(logDifference, "switchyard.difference")

using Kind = SequenceStretch::Kind;

constexpr qint64 kChecked = 4096;

/// What a comparison under way has used up.
struct Watch
{
    qint64 left = 0;
    const StopCheck &stopped;
    SequenceDiff::State state = SequenceDiff::State::Done;
};

/// Compares while there is something left. After that it calls everything equal, which brings the library to
/// its end at once: it has no other way out, and an exception would leak its table.
class WatchedCompare : public dtl::Compare<int>
{
public:
    explicit WatchedCompare(Watch *watch) : m_watch(watch) { }

    bool impl(const int &a, const int &b) const override
    {
        if (m_watch->state != SequenceDiff::State::Done)
            return true;
        if (--m_watch->left < 0)
            m_watch->state = SequenceDiff::State::TooDifferent;
        else if (m_watch->left % kChecked == 0 && m_watch->stopped && m_watch->stopped())
            m_watch->state = SequenceDiff::State::Stopped;
        return m_watch->state != SequenceDiff::State::Done || a == b;
    }

private:
    Watch *m_watch;
};

/// Puts stretches one behind the other.
class Builder
{
public:
    void equal(qsizetype count)
    {
        flush();
        if (count == 0)
            return;
        if (m_stretches.isEmpty() || m_stretches.constLast().kind != Kind::Equal)
            m_stretches.append({Kind::Equal, m_before, 0, m_after, 0});
        m_stretches.last().beforeCount += count;
        m_stretches.last().afterCount += count;
        m_before += count;
        m_after += count;
    }
    void removed(qsizetype count) { m_removed += count; }
    void added(qsizetype count) { m_added += count; }

    qsizetype before() const { return m_before + m_removed; }
    qsizetype after() const { return m_after + m_added; }

    QList<SequenceStretch> take()
    {
        flush();
        return std::move(m_stretches);
    }

private:
    void flush()
    {
        if (m_removed > 0)
            m_stretches.append({Kind::Removed, m_before, m_removed, m_after, 0});
        m_before += std::exchange(m_removed, 0);
        if (m_added > 0)
            m_stretches.append({Kind::Added, m_before, 0, m_after, m_added});
        m_after += std::exchange(m_added, 0);
    }

    QList<SequenceStretch> m_stretches;
    qsizetype m_before = 0;
    qsizetype m_after = 0;
    qsizetype m_removed = 0;
    qsizetype m_added = 0;
};

/// Adds what dtl finds between two sequences that share neither their first nor their last member.
void addMiddle(Builder &builder, const std::vector<int> &before, const std::vector<int> &after, Watch &watch)
{
    try {
        dtl::Diff<int, std::vector<int>, WatchedCompare> diff(before, after, true, WatchedCompare(&watch));
        diff.compose();
        if (watch.state != SequenceDiff::State::Done)
            return;
        for (const auto &[member, step] : diff.getSes().getSequence()) {
            if (step.type == dtl::SES_DELETE)
                builder.removed(1);
            else if (step.type == dtl::SES_ADD)
                builder.added(1);
            else
                builder.equal(1);
        }
    } catch (const std::exception &error) {
        qCWarning(logDifference) << "comparing texts failed:" << error.what();
        watch.state = SequenceDiff::State::TooDifferent;
    }
}

} // namespace

SequenceDiff diffSequences(const std::vector<int> &before, const std::vector<int> &after,
                           qint64 mostComparisons, const StopCheck &stopped)
{
    const auto [first, other] = std::mismatch(before.cbegin(), before.cend(), after.cbegin(), after.cend());
    const auto [last, otherLast] = std::mismatch(before.crbegin(), std::make_reverse_iterator(first),
                                                 after.crbegin(), std::make_reverse_iterator(other));
    const std::vector<int> middle(first, last.base());
    const std::vector<int> otherMiddle(other, otherLast.base());
    Builder builder;
    builder.equal(first - before.cbegin());
    Watch watch{mostComparisons, stopped};
    if (middle.empty() || otherMiddle.empty()) {
        builder.removed(static_cast<qsizetype>(middle.size()));
        builder.added(static_cast<qsizetype>(otherMiddle.size()));
    } else {
        addMiddle(builder, middle, otherMiddle, watch);
    }
    if (watch.state != SequenceDiff::State::Done)
        return {watch.state, {}};
    builder.equal(last - before.crbegin());
    const bool whole = builder.before() == static_cast<qsizetype>(before.size())
        && builder.after() == static_cast<qsizetype>(after.size());
    return whole ? SequenceDiff{SequenceDiff::State::Done, builder.take()}
                 : SequenceDiff{SequenceDiff::State::TooDifferent, {}};
}

} // namespace core
