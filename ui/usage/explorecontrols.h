#pragma once

#include "core/usage/explorequery.h"
#include "ui/usage/explorepicture.h"

#include <QWidget>

#include <optional>

namespace ui {

class ChoiceButton;
class FlatButton;
class SegmentedControl;
class Theme;

/// What of the usage is shown, split by what, in which steps and how. Its lines break where it is narrow.
class ExploreControls : public QWidget
{
    Q_OBJECT

public:
    explicit ExploreControls(const Theme &theme, QWidget *parent = nullptr);

    /// `query` with the choices made here; a rollup that follows the period is one that suits it.
    core::ExploreQuery applied(core::ExploreQuery query) const;
    void setQuery(const core::ExploreQuery &query);
    ExploreKind kind() const { return m_kind; }
    void setKind(ExploreKind kind);
    void setMetric(core::ExploreMetric metric);
    /// Whether the steps follow the length of the period.
    bool isRollupAutomatic() const { return m_automatic; }
    void setRollupAutomatic(bool automatic);
    /// Says which steps a view really has.
    void showRollup(core::ExploreRollup rollup);
    /// Keys of tags that requests have, to split by.
    void setTags(const QStringList &keys);
    /// A further segment beside the metrics.
    void addLatency();
    bool showsLatency() const { return m_showsLatency; }
    void setLatencyShown();
    /// Another button at the end, such as one for saved views.
    void addButton(QWidget *button);

    static core::ExploreRollup rollupFor(const core::ReportPeriod &period);

signals:
    /// The user chose.
    void changed();

private:
    void fillMenus();
    void fillDimensions();
    void chooseSegment(int segment);
    void showState();
    void orderTabStops();

    SegmentedControl *const m_metrics;
    ChoiceButton *const m_more;
    ChoiceButton *const m_group;
    ChoiceButton *const m_subgroup;
    ChoiceButton *const m_top;
    ChoiceButton *const m_rollup;
    FlatButton *const m_cumulative;
    ChoiceButton *const m_kinds;
    QList<QWidget *> m_added;
    core::ExploreQuery m_query;
    core::ExploreMetric m_further;
    QStringList m_tags;
    ExploreKind m_kind = ExploreKind::Bars;
    int m_latency = -1;
    bool m_showsLatency = false;
    /// The steps that the view really has.
    std::optional<core::ExploreRollup> m_shownRollup;
    bool m_automatic = true;
    bool m_settingUp = false;
};

} // namespace ui
