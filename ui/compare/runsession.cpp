#include "ui/compare/runsession.h"

#include <algorithm>

namespace ui {

void addCost(RunSpend &spend, const core::LaneState &lane)
{
    if (lane.cost.amount) {
        spend.known += *lane.cost.amount;
        spend.unpriced += lane.unpricedAttempts;
    } else if (core::isSettled(lane.status())
               && (!lane.completion.text.isEmpty() || core::isSuccess(lane.status()))) {
        spend.unpriced += std::max(lane.unpricedAttempts, 1); // of a call of one attempt none are counted
    }
}

RunSession::RunSession(const CompareContext &context, QObject *parent) : QObject(parent), m_context(context)
{
}

RunSession::~RunSession() = default;

core::Result<core::Comparison *> RunSession::prepare(const core::CompareRequest &request)
{
    core::Result<std::unique_ptr<core::Comparison>> made =
        core::Comparison::create(m_context.services, request);
    if (!made)
        return made.error();
    leave();
    m_run = std::move(made.value());
    core::Comparison *const run = m_run.get();
    connect(run, &core::Comparison::started, this, &RunSession::started);
    connect(run, &core::Comparison::ledgerFailed, this, &RunSession::ledgerFailed);
    connect(run, &core::Comparison::finished, this, &RunSession::finished);
    connect(run, &core::Comparison::rejected, this, [this](const core::Error &error) {
        core::Comparison *const nothing = m_run.release();
        nothing->setParent(this);
        nothing->deleteLater();
        emit rejected(error);
    });
    for (int i = 0; i < run->laneCount(); ++i)
        countPast(&run->lane(i));
    return run;
}

void RunSession::countPast(core::Lane *lane)
{
    connect(lane, &core::Lane::settled, this, [this, lane] { m_settled.insert(lane, lane->state()); });
    connect(lane, &core::Lane::restarted, this, [this, lane] {
        // A call that goes on by hand still holds what its attempts cost.
        const bool isNewCall = lane->state().earlier.isEmpty();
        if (m_settled.contains(lane) && isNewCall)
            addCost(m_past, m_settled.value(lane));
        m_settled.remove(lane);
    });
}

void RunSession::begin()
{
    if (m_run)
        m_run->start();
}

void RunSession::leave()
{
    m_past = {};
    m_settled.clear();
    if (!m_run)
        return;
    core::Comparison *const run = m_run.release();
    run->disconnect(this);
    for (int i = 0; i < run->laneCount(); ++i)
        run->lane(i).disconnect(this);
    release(run);
}

void RunSession::release(core::Comparison *run)
{
    run->setParent(this); // gone with the session at the latest
    if (run->isSettled()) {
        run->deleteLater();
        return;
    }
    connect(run, &core::Comparison::finished, run, &QObject::deleteLater);
    connect(run, &core::Comparison::rejected, run, &QObject::deleteLater);
    run->cancel();
}

RunSpend RunSession::spend() const
{
    RunSpend spend = m_past;
    for (int i = 0; m_run && i < m_run->laneCount(); ++i)
        addCost(spend, m_run->lane(i).state());
    return spend;
}

} // namespace ui
