#pragma once

#include "core/spending/anomalies.h"
#include "ui/widgets/card.h"

#include <QTimeZone>

class QLineEdit;
class QVBoxLayout;

namespace core {
class Settings;
class SpendingReader;
} // namespace core

namespace ui {

class FieldRow;
class PaneStack;

/// Days on which a model, an account or a task cost far more than on its other days. Each leads to its calls.
/// What a day must cost at least is asked here and kept.
class AnomalyList : public Card
{
    Q_OBJECT

public:
    AnomalyList(const Theme &theme, const core::SpendingReader &reader, core::Settings &settings,
                QWidget *parent = nullptr);

    /// Reads anew, also for the same period.
    void setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated);
    const QList<core::SpendAnomaly> &anomalies() const { return m_anomalies; }

signals:
    /// The attempts of an anomaly; all filters hold. `what` says what they are.
    void openRequested(const QList<core::UsageFilter> &only, const core::TimeRange &range,
                       const QString &what);

private:
    void buildFloor();
    void takeFloor();
    void load();
    void showAnomalies(const QList<core::SpendAnomaly> &anomalies);
    QString dayText(QDate day) const;
    void addRow(const core::SpendAnomaly &anomaly);
    core::AnomalyRule rule() const;

    const Theme &m_theme;
    const core::SpendingReader &m_reader;
    core::Settings &m_settings;
    core::AnomalyQuery m_query;
    QList<core::SpendAnomaly> m_anomalies;
    quint64 m_generation = 0;
    QLineEdit *const m_floor;
    FieldRow *m_floorRow = nullptr;
    QWidget *const m_content;
    QVBoxLayout *m_rows = nullptr;
    PaneStack *m_stack = nullptr;
};

} // namespace ui
