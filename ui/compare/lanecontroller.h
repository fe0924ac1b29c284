#pragma once

#include "core/compare/lane.h"
#include "ui/compare/comparecontext.h"
#include "ui/compare/lanepresenter.h"

#include <QObject>
#include <QPointer>

namespace ui {

class LaneView;

/// One place in the line-up: its target, the lane of the run that is shown there, if any, and its view.
/// Owned by LaneBoard; main thread.
class LaneController : public QObject
{
    Q_OBJECT

public:
    LaneController(const CompareContext &context, const core::Target &target, LaneView &view,
                   QObject *parent = nullptr);

    const core::Target &target() const { return m_target; }
    LaneView &view() const { return m_view; }

    /// Shows a lane about to run. `inputTokens` is the estimate of what it is asked, for the cost so far.
    void attach(core::Lane *lane, qint64 inputTokens);
    /// Forgets the run: the target stands there, not asked yet.
    void detach();
    /// Shows a lane of the ledger.
    void showRecord(const core::LaneRecord &record);

    /// The lane of a run of this window; null otherwise.
    core::Lane *lane() const { return m_lane; }
    bool isIdle() const { return !m_lane && !m_record; }
    bool isRunning() const;
    bool isSettled() const { return !isIdle() && !isRunning(); }
    /// As it stands; nothing when idle.
    std::optional<core::LaneState> state() const;
    const core::ModelInfo &info() const { return m_info; }

    void stop();
    void tryNow();
    void retry();
    /// Puts another target there. A lane of a run asks it the run's prompt at once, a running one is stopped
    /// first; elsewhere the next Send asks it.
    void swap(const core::Target &target);
    /// What is known of the model may have changed.
    void refreshInfo();
    /// Brings countdowns and figures up to date.
    void present();

signals:
    /// State or figures changed.
    void changed();
    void targetChanged();

private:
    void append(const QString &text, const QString &reasoning);
    void noteSettled();
    void reset();
    std::optional<core::Account> account() const;
    LaneFacts facts() const;
    std::optional<core::Money> costSoFar() const;

    const CompareContext &m_context;
    core::Target m_target;
    LaneView &m_view;
    QPointer<core::Lane> m_lane;
    std::optional<core::LaneState> m_record;
    core::ModelInfo m_info;
    qint64 m_inputTokens = 0;
    qint64 m_outputSoFar = 0;
    /// Characters of the answer that the view was given.
    qsizetype m_shownText = 0;
    std::optional<core::Target> m_pendingSwap;
    bool m_simulated = false;
};

} // namespace ui
