#pragma once

#include "core/compare/recordingfile.h"
#include "core/compare/replay.h"
#include "ui/compare/comparecontext.h"
#include "ui/compare/instrumentwindow.h"

#include <vector>

namespace ui {

class FlatButton;
class LaneStrip;
class LaneView;
class SegmentedControl;

/// Recorded lanes played again side by side, at the speed they had, ten times as fast or at once. Nothing is
/// sent and nothing is written.
class ReplayWindow : public InstrumentWindow
{
    Q_OBJECT

public:
    ReplayWindow(const CompareContext &context, QWidget *page);
    ~ReplayWindow() override;

    /// Plays the newest ended attempt of each lane. `source` says what is played: a prompt or a file.
    void play(const QString &source, const QList<core::AttemptRecording> &attempts);
    bool isPlaying() const;

signals:
    void saveRequested(const QList<core::AttemptRecording> &attempts);
    void inspectRequested(const core::AttemptRecording &attempt);
    void finished();

private:
    struct Track
    {
        core::AttemptRecording attempt;
        LaneView *view = nullptr;
        std::unique_ptr<core::Replay> replay;
        qsizetype shownText = 0;
    };

    QWidget *makeNotice();
    void makeControls();
    void addTrack(const core::AttemptRecording &attempt);
    void restart();
    void presentTrack(const Track &track);
    void noteFinished(Track &track);
    void perform(const Track &track, int action);
    double speed() const;

    const CompareContext m_context;
    QList<core::AttemptRecording> m_attempts;
    std::vector<std::unique_ptr<Track>> m_tracks;
    SegmentedControl *m_speed = nullptr;
    FlatButton *m_again = nullptr;
    FlatButton *m_save = nullptr;
    LaneStrip *m_strip = nullptr;
};

} // namespace ui
