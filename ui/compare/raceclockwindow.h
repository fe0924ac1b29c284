#pragma once

#include "core/compare/raceclock.h"
#include "ui/compare/instrumentwindow.h"

class QCheckBox;

namespace ui {

class KeyValueGrid;
class RaceTrack;
class ThemedLabel;

/// What is known of a run's times beside its lanes.
struct RaceFacts
{
    QList<core::LaneState> lanes = {};
    QList<core::AttemptRecording> recorded = {};
    /// How late the window's thread got texts, in ms, in any order.
    QList<double> windowDelays = {};
    std::optional<double> preconnectMs = {};
    qint64 nowNs = 0;
};

/// A name, a figure and how it was measured.
struct OwnDelayRow
{
    QString name;
    QString value;
    QString method;

    bool operator==(const OwnDelayRow &) const = default;
};

/// What the program itself added to the times of a run, as far as it can be measured from inside.
QList<OwnDelayRow> ownDelayRows(const RaceFacts &facts);

/// The race clock: bars by lane over one time axis, what the phases mean, and the program's own share.
class RaceClockWindow : public InstrumentWindow
{
    Q_OBJECT

public:
    RaceClockWindow(const Theme &theme, QWidget *page);

    void setFacts(const QString &source, const RaceFacts &facts);
    void setPreconnect(bool on);
    RaceTrack &track() const { return *m_track; }

signals:
    void preconnectChosen(bool on);

private:
    QWidget *makeLegend();
    QWidget *makeFoot();

    RaceTrack *const m_track;
    ThemedLabel *const m_words;
    KeyValueGrid *m_own = nullptr;
    QCheckBox *m_preconnect = nullptr;
    QList<OwnDelayRow> m_rows;
};

} // namespace ui
