#include "ui/compare/lineupdesk.h"

#include "core/settings/lineupstore.h"
#include "ui/compare/comparebar.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/lineuppicker.h"
#include "ui/compare/modelpicker.h"
#include "ui/compare/picturelanes.h"
#include "ui/compare/verdictdesk.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

namespace ui {

LineUpDesk::LineUpDesk(const CompareContext &context, const LineUpParts &parts, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_parts(parts)
    , m_lineUps(new LineUpPicker(context, page))
    , m_models(new ModelPicker(context, page))
{
    connect(&parts.bar.lineUp(), &QToolButton::clicked, this, &LineUpDesk::pickLineUp);
    connect(&parts.bar.addLane(), &QToolButton::clicked, this, &LineUpDesk::addLane);
    connect(&parts.board, &LaneBoard::swapWanted, this, &LineUpDesk::pickSwap);
    connect(&parts.board, &LaneBoard::removed, this, &LineUpDesk::noteRemoved);
    connect(m_lineUps, &LineUpPicker::applied, this, &LineUpDesk::applied);
    connect(m_lineUps, &LineUpPicker::toggled, this, &LineUpDesk::toggle);
    connect(m_lineUps, &LineUpPicker::removed, this, [this](const core::LineUp &lineUp, qsizetype place) {
        m_parts.toasts.showMessage(tr("“%1” deleted.").arg(lineUp.name), tr("Undo"),
                                   [this, lineUp, place] { m_lineUps->bringBack(lineUp, place); });
    });
    connect(m_models, &ModelPicker::picked, this, &LineUpDesk::takePicked);
    connect(&context.lineUps, &core::LineUpStore::changed, this, &LineUpDesk::nameLineUp);
}

/// Whether names are hidden, which a choice of lanes would tell; then it is said.
bool LineUpDesk::refusesBlind()
{
    if (m_parts.verdicts.isHidden())
        m_parts.toasts.showMessage(tr("The lanes can be changed after the vote."));
    return m_parts.verdicts.isHidden();
}

void LineUpDesk::pickLineUp()
{
    if (refusesBlind())
        return;
    m_lineUps->choose(&m_parts.bar.lineUp(), m_parts.board.plans(), m_parts.strip.layoutJson());
}

void LineUpDesk::addLane()
{
    m_models->pick(&m_parts.bar.addLane(), -1, namesOf(m_parts.board.plans()));
}

bool LineUpDesk::removePictureless()
{
    if (refusesBlind())
        return false;
    const QSet<int> lanes = lanesWithoutPictures(m_context, m_parts.board.targets());
    for (int lane = m_parts.board.count() - 1; lane >= 0; --lane) {
        if (!lanes.contains(lane))
            continue;
        const int first = m_parts.board.members(lane).constFirst(); // its repeats go with it
        m_parts.board.remove(lane);
        lane = first;
    }
    return true;
}

void LineUpDesk::describe()
{
    if (!m_parts.verdicts.isHidden())
        m_lineUps->setPlans(m_parts.board.plans());
    nameLineUp();
}

void LineUpDesk::nameLineUp()
{
    const QList<core::LineUpTarget> now = lineUpOf(m_parts.board.plans());
    QString name;
    for (const core::LineUp &lineUp : m_context.lineUps.lineUps()) {
        if (!now.isEmpty() && lineUp.targets == now)
            name = lineUp.name;
    }
    if (name.isEmpty())
        name = now.isEmpty()  ? tr("Choose models")
            : now.size() == 1 ? tr("1 model")
                              : tr("%n models", nullptr, static_cast<int>(now.size()));
    m_parts.bar.setLineUpName(name);
}

void LineUpDesk::pickSwap(int lane)
{
    m_models->pick(m_parts.strip.lane(lane), lane, namesOf(m_parts.board.plans()));
}

void LineUpDesk::takePicked(int lane, const core::TargetName &name)
{
    if (lane < 0) {
        m_parts.board.addTarget({name});
        m_parts.strip.setCurrent(m_parts.strip.count() - 1);
    } else if (lane < m_parts.board.count()) {
        m_parts.board.swap(lane, {name, m_parts.board.lane(lane).target().parameters});
    }
}

void LineUpDesk::toggle(const core::TargetName &name)
{
    if (refusesBlind())
        return;
    const QList<core::Target> now = m_parts.board.targets();
    for (qsizetype i = now.size() - 1; i >= 0; --i) {
        if (now.at(i).name == name)
            return m_parts.board.remove(static_cast<int>(i));
    }
    m_parts.board.addTarget({name});
}

void LineUpDesk::noteRemoved(int place, const LanePlan &plan, bool asked)
{
    const QString name = plan.target.name.toString();
    m_parts.toasts.showMessage(asked ? tr("%1 was removed. What it answered stays in the history.").arg(name)
                                     : tr("%1 was removed.").arg(name),
                               tr("Undo"), [this, place, plan] { m_parts.board.insert(place, plan); });
}

} // namespace ui
