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

    /// With the lane's own parameters.
    const core::Target &target() const { return m_target; }
    /// As it is asked: run defaults below.
    core::Target askedTarget() const;
    /// For what is asked from now on.
    void setParameters(const core::ChatParameters &parameters);
    /// How many lanes ask this target.
    void setRepeats(int repeats);
    LaneView &view() const { return m_view; }

    /// Shows a lane about to run. `inputTokens` is the estimate of what it is asked, for the cost so far.
    void attach(core::Lane *lane, qint64 inputTokens);
    /// Forgets the run: the target stands there, not asked yet.
    void detach();
    /// Shows a lane of the ledger.
    void showRecord(const core::LaneRecord &record);
    /// The task of the run, for what a month of such calls costs.
    void setTask(const QString &task);

    /// The lane of a run of this window; null otherwise.
    core::Lane *lane() const { return m_lane; }
    bool isIdle() const { return !m_lane && !m_record; }
    bool isRunning() const;
    bool isSettled() const { return !isIdle() && !isRunning(); }
    /// As it stands; nothing when idle.
    std::optional<core::LaneState> state() const;
    const core::ModelInfo &info() const { return m_info; }
    /// The lane of an earlier turn that this one continues; 0 is none.
    qint64 parentLane() const { return m_lane ? m_lane->parentLane() : m_parentLane; }

    void stop();
    void tryNow();
    void retry();
    /// Asks the next target of the lane's rule after a broken answer.
    void continueOnNext();
    /// Puts another target there. A lane of a run asks it the run's prompt at once, a running one is stopped
    /// first; elsewhere the next Send asks it.
    void swap(const core::Target &target);
    /// What is known of the model may have changed.
    void refreshInfo();
    /// A name hides everything that tells which model it is, and masks what the answer says of itself; empty
    /// shows all again.
    void setAlias(const QString &alias);
    /// Keeps the answer and how it stands to itself: who is fast would be known by that.
    void setWithheld(bool withheld);
    void setVerdict(const LaneVerdict &verdict);
    const LaneVerdict &verdict() const { return m_verdict; }
    /// Brings countdowns and figures up to date.
    void present();

signals:
    /// State or figures changed.
    void changed();
    void targetChanged();
    /// What was wanted could not be done.
    void refused(const core::Error &error);

private:
    void append(const QString &text, const QString &reasoning);
    void showWhole(const core::Completion &completion);
    void showAgain();
    bool isVeiled() const { return m_withheld || (isRunning() && !m_alias.isEmpty()); }
    void noteSettled();
    void reset();
    /// Who is asked: that of a rule set once it has decided.
    core::TargetName askedName() const;
    void noteLane();
    void restart(const std::optional<core::Target> &swap);
    LaneFacts facts() const;
    void addAvailability(LaneFacts &facts) const;
    std::optional<core::Money> costSoFar() const;

    const CompareContext &m_context;
    core::Target m_target;
    LaneView &m_view;
    QPointer<core::Lane> m_lane;
    std::optional<core::LaneState> m_record;
    core::ModelInfo m_info;
    /// Whose info that is.
    core::TargetName m_infoName;
    qint64 m_parentLane = 0;
    QString m_task;
    qint64 m_inputTokens = 0;
    qint64 m_outputSoFar = 0;
    /// Characters of the answer that the view was given.
    qsizetype m_shownText = 0;
    std::optional<core::Target> m_pendingSwap;
    int m_repeats = 1;
    QString m_alias;
    bool m_withheld = false;
    LaneVerdict m_verdict;
    bool m_simulated = false;
};

} // namespace ui
