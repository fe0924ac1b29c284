#pragma once

#include "core/accounts/account.h"
#include "ui/routes/tracklayout.h"

#include <QLine>

class QMimeData;

namespace ui {

/// What is dragged over the tracks: one of a rule, a target of the set, or a model from elsewhere. A value.
struct TrackLoad
{
    qsizetype rule = -1;
    /// Its `rule` is -1 for anything else.
    ChainPlace target = {};
    std::optional<core::TargetName> model = {};

    bool isEmpty() const { return rule < 0 && target.rule < 0 && !model; }

    /// Empty when the data is none of these, or of other rules than those of RuleEditor::stamp().
    static TrackLoad read(const QMimeData &data, const QByteArray &stamp);
    /// Adds what other lists understand.
    void write(QMimeData &data, const QByteArray &stamp) const;
};

/// Where a load would go: between two rules, or into a chain.
struct TrackDrop
{
    /// With a rule: before this one as they stand now.
    qsizetype rule = -1;
    /// With a target or model: before this place as they stand now.
    ChainPlace chain = {};
    /// Where the mark is drawn, in scene units; null when nothing would change.
    QLine mark = {};

    bool operator==(const TrackDrop &) const = default;
};

TrackDrop trackDropAt(const TrackPlan &plan, const TrackLoad &load, const QPoint &point);

/// Does it, as one step of the history.
void applyTrackDrop(RuleEditor &editor, const TrackLoad &load, const TrackDrop &drop);

} // namespace ui
