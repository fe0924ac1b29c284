#pragma once

#include "core/spending/changesplit.h"
#include "ui/widgets/card.h"

#include <QTimeZone>

namespace core {
class SpendingReader;
}

namespace ui {

class PaneStack;
class ThemedLabel;
class WaterfallChart;

/// Why the cost of a period differs from that of the one before, as a waterfall whose steps lead to their
/// calls.
class ChangePane : public Card
{
    Q_OBJECT

public:
    ChangePane(const Theme &theme, const core::SpendingReader &reader, QWidget *parent = nullptr);

    /// Reads anew, also for the same period.
    void setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated);
    const core::CostChange &change() const { return m_change; }

    /// `Tokens per call`.
    static QString factorName(core::ChangeFactor factor);

signals:
    /// A step, or a target in it. All filters hold; `status` may be `errors`. `what` says what it is.
    void openRequested(const QList<core::UsageFilter> &only, const core::TimeRange &range,
                       const QString &what);

private:
    void load();
    void showChange(const core::CostChange &change);
    QString summary() const;
    QString note() const;

    const core::SpendingReader &m_reader;
    core::ReportPeriod m_period;
    QTimeZone m_zone;
    bool m_includeSimulated = false;
    core::CostChange m_change;
    quint64 m_generation = 0;
    ThemedLabel *const m_summary;
    WaterfallChart *const m_chart;
    ThemedLabel *const m_note;
    PaneStack *m_stack = nullptr;
};

} // namespace ui
