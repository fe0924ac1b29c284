#include "ui/evaluate/setestimator.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/catalog/modeldirectory.h"
#include "core/compare/callplan.h"
#include "core/ledger/ledgerreader.h"

using namespace std::chrono_literals;

namespace ui {

namespace {

/// Input is counted on so many cases and taken as the mean of all.
constexpr int kCountedCases = 200;
constexpr auto kEstimateAfter = 150ms;

} // namespace

SetEstimator::SetEstimator(const EvaluateContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kEstimateAfter);
    connect(&m_pause, &QTimer::timeout, this, &SetEstimator::update);
}

void SetEstimator::setRequest(const core::PromptSet &set, const QList<core::Target> &targets,
                              const QString &task)
{
    m_set = set;
    m_targets = targets;
    m_task = task;
    if (m_casesOf != set.id)
        readCases();
    m_pause.start();
}

void SetEstimator::update()
{
    askForSamples();
    emit changed();
}

void SetEstimator::readCases()
{
    m_casesOf = m_set.id;
    m_cases.clear();
    core::continued(m_context.services.sets.cases(m_set.id, 0, kCountedCases), this,
                    [this, id = m_set.id](const core::Result<QList<core::PromptCase>> &cases) {
                        if (!cases || id != m_casesOf)
                            return;
                        m_cases = *cases;
                        emit changed();
                    });
}

void SetEstimator::askForSamples()
{
    for (const core::Target &target : std::as_const(m_targets)) {
        const SampleKey key(target.name.model, m_task);
        if (m_samples.contains(key))
            continue;
        m_samples.insert(key, std::nullopt);
        core::continued(m_context.reader.outputQuantiles(key.first, key.second), this,
                        [this, key](const core::Result<std::optional<core::OutputQuantiles>> &found) {
                            if (!found || !*found)
                                return;
                            m_samples.insert(key, core::OutputRange{(*found)->p10, (*found)->p90});
                            emit changed();
                        });
    }
}

int SetEstimator::cells() const
{
    return m_set.cases * static_cast<int>(m_targets.size());
}

core::RunEstimate SetEstimator::estimate() const
{
    qint64 input = 0;
    qint64 counted = 0;
    for (const core::PromptCase &one : m_cases) {
        const core::Result<core::CasePrompt> asked = core::promptOfCase(m_set, one);
        if (!asked)
            continue;
        input += core::estimateInputTokens(
            {{core::Role::System, asked->system}, {core::Role::User, asked->prompt}});
        ++counted;
    }
    QList<core::LaneForecast> forecasts;
    const core::CompareServices &services = m_context.services.compare;
    for (const core::Target &target : m_targets) {
        core::LaneForecast forecast;
        const std::optional<core::Account> account = services.accounts.find(target.name.account);
        // A rule set decides for each case; what it says of none stands for all.
        if (core::isRoute(target.name))
            forecast.prices = core::pricesFor(services, {target, {}, m_task});
        else if (account)
            forecast.prices = services.directory.describe(*account, target.name.model).prices;
        forecast.ownOutput = m_samples.value(SampleKey(target.name.model, m_task));
        forecast.maxTokens = target.parameters.maxTokens;
        forecasts.append(forecast);
    }
    core::RunEstimate estimate = core::estimateRun(forecasts, counted > 0 ? input / counted : 0);
    estimate.low = estimate.low * m_set.cases;
    estimate.high = estimate.high * m_set.cases;
    return estimate;
}

QString SetEstimator::range(const core::RunEstimate &estimate)
{
    const QString low = core::formatMoney(estimate.low);
    const QString high = core::formatMoney(estimate.high);
    return low == high ? low : tr("%1 to %2", "amounts of money").arg(low, high);
}

QString SetEstimator::text() const
{
    if (m_targets.isEmpty())
        return {};
    const core::RunEstimate estimate = this->estimate();
    QStringList parts{tr("%1 cells").arg(core::formatCount(cells()))};
    if (estimate.unpricedLanes < estimate.lanes) {
        const QString amounts = range(estimate);
        parts += estimate.guessedLanes > 0 ? tr("est. %1, a guess").arg(amounts) : tr("est. %1").arg(amounts);
    }
    if (estimate.unpricedLanes > 0)
        parts += tr("%n unpriced", "models", estimate.unpricedLanes);
    return parts.join(QStringLiteral(" · "));
}

} // namespace ui
