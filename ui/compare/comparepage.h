#pragma once

#include "core/base/money.h"
#include "core/compare/lanestate.h"
#include "ui/compare/comparecontext.h"
#include "ui/page.h"

#include <QUrl>

#include <optional>

namespace ui {

/// The page of the main job: a line-up, its lanes side by side, the composer. MainWindow owns it.
class ComparePage : public Page
{
    Q_OBJECT

public:
    explicit ComparePage(const CompareContext &context, QWidget *parent = nullptr);
    ~ComparePage() override;

    void enter() override;
    void find() override;

    /// Replaces the lanes; a run that is shown is left, what of it still runs is stopped.
    void setLineUp(const QList<core::Target> &targets);
    QList<core::Target> targets() const;

    /// Shows a run of the ledger as it was. The next Send starts a new run of the same targets.
    void showRun(const core::RunRecord &run);

    /// Puts a prompt into the composer in the place of what stands there; `focusSend` makes Enter send it.
    void setPrompt(const QString &prompt, bool focusSend);

    bool hasRunningLanes() const;

signals:
    /// What the run shown has cost so far; nothing without a run. `unpriced`: it is a lower bound.
    void runSpendChanged(std::optional<core::Money> spend, bool unpriced);
    /// A short text for the status bar: "4 lanes, 2 streaming".
    void activityChanged(const QString &text);
    /// There is no account yet and the user wants one.
    void accountsWanted();
};

} // namespace ui
