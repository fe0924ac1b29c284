#include "ui/compare/costestimator.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/catalog/modeldirectory.h"
#include "core/chat/parameterfield.h"
#include "core/compare/callplan.h"
#include "core/compare/lineage.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/tokenratios.h"

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto kTypingPause = 150ms;

} // namespace

CostEstimator::CostEstimator(const CompareContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    connect(&m_pause, &QTimer::timeout, this, &CostEstimator::update);
}

void CostEstimator::setRequest(const QList<core::Target> &targets, const QString &prompt,
                               const QString &system, const QString &task, int pictures)
{
    m_pictures = pictures;
    m_targets = targets;
    m_prompt = prompt;
    m_system = system;
    m_task = task;
    m_pause.start();
}

void CostEstimator::setContextTokens(const QList<qint64> &tokens)
{
    m_contextTokens = tokens;
    m_pause.start();
}

void CostEstimator::forgetSamples()
{
    m_samples.clear();
    m_pause.start();
}

void CostEstimator::update()
{
    askForSamples();
    emit changed();
}

void CostEstimator::askForSamples()
{
    for (const core::Target &target : std::as_const(m_targets)) {
        const SampleKey key(target.name.model, m_task);
        if (m_samples.contains(key))
            continue;
        m_samples.insert(key, std::nullopt);
        if (m_context.services.tokenRatios)
            m_context.services.tokenRatios->prepare(key.first);
        core::continued(m_context.reader.outputQuantiles(key.first, key.second), this,
                        [this, key](const core::Result<std::optional<core::OutputQuantiles>> &found) {
                            if (!found || !*found)
                                return;
                            m_samples.insert(key, core::OutputRange{(*found)->p10, (*found)->p90});
                            emit changed();
                        });
    }
}

core::LaneForecast CostEstimator::forecast(qsizetype lane) const
{
    const core::Target &target = m_targets.at(lane);
    core::LaneForecast forecast;
    const std::optional<core::Account> account = m_context.accounts.find(target.name.account);
    if (core::isRoute(target.name))
        forecast.prices = core::pricesFor(m_context.services,
                                          {target, core::messagesOf(m_system, {}, m_prompt, {}), m_task});
    else if (account)
        forecast.prices = m_context.services.directory.describe(*account, target.name.model).prices;
    forecast.ownOutput = m_samples.value(SampleKey(target.name.model, m_task));
    forecast.maxTokens = core::outputLimit(target.parameters);
    forecast.contextTokens = m_contextTokens.value(lane);
    if (core::TokenRatios *const ratios = m_context.services.tokenRatios)
        forecast.tokenRatio = ratios->of(target.name.model).value_or(core::TokenRatio()).middle;
    return forecast;
}

qint64 CostEstimator::inputTokens() const
{
    return core::estimateInputTokens({{core::Role::System, m_system}, {core::Role::User, m_prompt}})
        + m_pictures * core::kTokensOfAnImage;
}

core::RunEstimate CostEstimator::estimate() const
{
    QList<core::LaneForecast> forecasts;
    for (qsizetype lane = 0; lane < m_targets.size(); ++lane)
        forecasts.append(forecast(lane));
    return core::estimateRun(forecasts, inputTokens());
}

} // namespace ui
