#pragma once

#include "core/ledger/attemptquery.h"
#include "core/ledger/reportperiod.h"

#include <QList>
#include <QObject>

namespace core {
class Settings;
}

namespace ui {

class PeriodPicker;

/// What the figures of the usage page count: the period of its picker, in the reporting zone, with simulated
/// requests or without. It remembers the period over restarts and knows the way back from a zoom. Part of the
/// page; settings and picker outlive it.
class UsageScope : public QObject
{
    Q_OBJECT

public:
    UsageScope(core::Settings &settings, PeriodPicker &picker, QObject *parent = nullptr);

    /// The period of last time, if it has a name.
    void restore();
    /// Takes the reporting zone from the settings.
    void followZone();
    bool isSimulatedIncluded() const;
    /// Every request of it.
    core::AttemptFilter attempts() const;

    void zoomInto(const core::ReportPeriod &period);
    /// To the longer period that was zoomed into; without one it does nothing.
    void zoomOut();
    bool isZoomed() const { return !m_zoomedFrom.isEmpty(); }

signals:
    /// Another period was chosen.
    void changed();

private:
    void takePeriod();

    core::Settings &m_settings;
    PeriodPicker &m_picker;
    /// The periods that were zoomed into, the longest first.
    QList<core::ReportPeriod> m_zoomedFrom;
    bool m_zooming = false;
};

} // namespace ui
