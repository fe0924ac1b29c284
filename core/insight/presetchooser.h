#pragma once

#include "core/insight/rulepresets.h"

namespace core {

/// A model that was chosen, and why.
struct ChosenModel
{
    const PresetCandidate *candidate = nullptr;
    QString why = {};

    explicit operator bool() const { return candidate != nullptr; }
};

/// Finds models of some kind among those that are there. The candidates must outlive it.
class PresetChooser
{
public:
    /// The newest models of each family among `candidates`: those that are not local, unless there are no
    /// others or only local ones are wanted.
    explicit PresetChooser(const QList<PresetCandidate> &candidates, bool onlyLocal = false);

    bool isEmpty() const { return m_pool.isEmpty(); }
    /// Only local models are there although others would have been preferred.
    bool hasOnlyLocal() const { return m_onlyLocal; }

    /// The one that own votes on the task prefer; else the dearest that reasons, short of those that cost
    /// many times what is usual.
    ChosenModel strong(const QString &task) const;
    /// The cheapest, or, of those that cost little more, the one that own votes on one of the tasks prefer.
    ChosenModel cheap(const QStringList &tasks) const;
    /// Another cheap one to choose from beside `first`, best at another account.
    ChosenModel secondCheap(const ChosenModel &first) const;
    /// Of middle price.
    ChosenModel everyday() const;
    /// Cheap ones, those that answered soonest first, at most three.
    QList<ChosenModel> cheapAndFast() const;
    /// The cheapest of those whose window is close to the largest.
    ChosenModel longest() const;
    /// By own votes, else as they are listed, at most `most`.
    QList<ChosenModel> listed(qsizetype most) const;
    /// What helps when those of the chain are out of order: another account and vendor if possible, and then
    /// the nearest in price to the last of the chain. With a window of at least `window` tokens.
    ChosenModel fallbackFor(const QList<ChosenModel> &chain, qint64 window = 0) const;

private:
    QList<const PresetCandidate *> byPrice() const;
    ChosenModel preferred(const QList<const PresetCandidate *> &among, const QStringList &tasks) const;

    QList<const PresetCandidate *> m_pool;
    bool m_onlyLocal = false;
};

} // namespace core
