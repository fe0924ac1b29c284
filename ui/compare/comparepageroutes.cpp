// How ComparePage sends through rule sets; its layout and state are in comparepage.cpp.
#include "core/routing/rulesetstore.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/composer.h"
#include "ui/compare/conversation.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/laneplan.h"
#include "ui/compare/verdictdesk.h"
#include "ui/widgets/toastarea.h"

namespace ui {

void ComparePage::startOver(const QList<LanePlan> &plans)
{
    leaveSession();
    m_runId = 0;
    leaveVerdicts();
    m_conversation->begin();
    m_board->setPlans(plans);
}

void ComparePage::sendThroughRoutes(const QString &ruleSet)
{
    if (m_verdicts->isHidden())
        return m_toasts->showMessage(tr("The lanes can be changed after the vote."));
    const QList<LanePlan> before = m_board->plans();
    const QList<LanePlan> route{LanePlan{core::Target{core::TargetName{core::kRouteAccountName, ruleSet}}}};
    if (before == route)
        return send();
    startOver(route);
    send();
    if (!before.isEmpty())
        m_toasts->showMessage(tr("The rules of “%1” choose who is asked.").arg(ruleSet),
                              tr("Back to the other lanes"), [this, before, route] {
                                  // Only from that lane: others may have been chosen since.
                                  if (m_board->plans() == route && !m_verdicts->isHidden())
                                      startOver(before);
                              });
}

void ComparePage::sendThroughUsualRoutes()
{
    const core::RuleSetStore *const store = m_context.services.ruleSets;
    if (const QString usual = store ? store->defaultName() : QString(); !usual.isEmpty())
        sendThroughRoutes(usual);
}

void ComparePage::noteRoutes()
{
    QStringList sets;
    if (const core::RuleSetStore *const store = m_context.services.ruleSets) {
        for (const core::RuleSetEntry &entry : store->entries()) {
            if (entry.activeVersion > 0)
                sets.append(entry.name);
        }
        if (const qsizetype usual = sets.indexOf(store->defaultName()); usual > 0)
            sets.move(usual, 0);
    }
    const bool oneIsDone = m_board->running() == 0 || m_board->settled() > 0;
    m_composer->setRoutes(sets, m_composer->hasContent() && oneIsDone);
}

} // namespace ui
