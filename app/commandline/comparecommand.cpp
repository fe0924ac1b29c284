#include "app/commandline/comparecommand.h"

#include "app/commandline/console.h"
#include "app/commandline/laneprogress.h"
#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/base/formatting.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/pricebook.h"
#include "core/chat/parametersjson.h"
#include "core/compare/runestimate.h"
#include "core/compare/runjson.h"
#include "core/compare/runmarkdown.h"
#include "core/settings/lineupstore.h"

#include <QJsonObject>

using namespace core;

namespace app {

namespace {

constexpr qint64 kLongestPrompt = 32 * 1024 * 1024;

} // namespace

CompareCommand::CompareCommand(const CompareInvocation &invocation, Services &services, Console &console)
    : m_invocation(invocation), m_services(services), m_console(console)
{
}

CompareCommand::~CompareCommand() = default;

Result<QList<Target>> CompareCommand::targets() const
{
    QList<LineUpTarget> named;
    if (!m_invocation.lineUp.isEmpty()) {
        const std::optional<LineUp> lineUp = m_services.lineUps().find(m_invocation.lineUp);
        if (!lineUp)
            return Error{ErrorKind::NotFound,
                         tr("There is no line-up named \"%1\".").arg(m_invocation.lineUp)};
        named = lineUp->targets;
    }
    for (const QString &target : m_invocation.targets)
        named.append({target});
    QList<Target> targets;
    for (const LineUpTarget &entry : std::as_const(named)) {
        const std::optional<TargetName> name = parseTargetName(entry.target);
        if (!name)
            return Error{ErrorKind::InvalidRequest,
                         tr("-m wants ACCOUNT/MODEL, not \"%1\".").arg(entry.target)};
        // What is given on the command line goes over what the line-up holds.
        const ChatParameters parameters =
            mergedParameters(parametersFromJson(entry.parameters), m_invocation.parameters);
        for (int index = 0; index < entry.repeats * m_invocation.repeat; ++index)
            targets.append({*name, parameters});
    }
    return targets;
}

Result<CompareRequest> CompareCommand::request() const
{
    Result<QList<Target>> lanes = targets();
    if (!lanes)
        return lanes.error();
    CompareRequest request;
    request.targets = std::move(lanes).value();
    request.prompt = m_invocation.prompt;
    if (m_invocation.prompt == QLatin1StringView("-")) {
        const Result<QString> input = Console::readInput(kLongestPrompt);
        if (!input)
            return input.error();
        request.prompt = *input;
    }
    request.system = m_invocation.system;
    request.task = m_invocation.task;
    request.tags = m_invocation.tags;
    request.source = CallSource::Cli;
    request.totalLimit = std::chrono::milliseconds(qRound64(m_invocation.timeout * 1000.0));
    request.refusal = overBudget(request);
    return request;
}

std::optional<Error> CompareCommand::overBudget(const CompareRequest &request) const
{
    if (!m_invocation.maxCost)
        return std::nullopt;
    QList<LaneForecast> lanes;
    for (const Target &target : request.targets) {
        LaneForecast lane;
        lane.maxTokens = target.parameters.maxTokens;
        if (const std::optional<Account> account = m_services.accounts().find(target.name.account)) {
            const std::optional<ModelInfo> info = m_services.directory().info(*account, target.name.model);
            lane.prices =
                m_services.prices().priceOf(*account, target.name.model, info, m_services.clock().utcMs());
        }
        lanes.append(lane);
    }
    const QList<Message> messages{{Role::System, request.system}, {Role::User, request.prompt}};
    const RunEstimate estimate = estimateRun(lanes, estimateInputTokens(messages));
    if (estimate.unpricedLanes > 0)
        m_console.complain(tr("%1 of %2 lanes have no known price, so --max-cost cannot hold for them.")
                               .arg(estimate.unpricedLanes)
                               .arg(estimate.lanes));
    if (estimate.high <= *m_invocation.maxCost)
        return std::nullopt;
    return Error{ErrorKind::Budget,
                 tr("Nothing was sent: the run may cost up to %1, more than --max-cost %2.")
                     .arg(formatMoney(estimate.high), formatMoney(*m_invocation.maxCost))};
}

void CompareCommand::start()
{
    const Result<CompareRequest> wanted = request();
    if (!wanted) {
        fail(wanted.error(), ExitCode::WrongUsage);
        return;
    }
    Result<std::unique_ptr<Comparison>> run = Comparison::create(m_services.compareServices(), *wanted);
    if (!run) {
        fail(run.error(), ExitCode::WrongUsage);
        return;
    }
    m_run = std::move(run).value();
    connect(m_run.get(), &Comparison::rejected, this,
            [this](const Error &error) { fail(error, ExitCode::ConfigurationError); });
    connect(m_run.get(), &Comparison::ledgerFailed, this, [this](const Error &error) {
        m_ledgerFailed = true;
        m_console.complain(error.message);
    });
    connect(m_run.get(), &Comparison::finished, this, &CompareCommand::print);
    if (m_console.isTerminal() && !m_invocation.json && !m_invocation.markdown) {
        m_progress = new LaneProgress(*m_run, m_console, m_services.clock(), this);
        m_progress->start();
    }
    m_run->start();
}

void CompareCommand::stop()
{
    if (m_run)
        m_run->cancel();
    else
        Command::stop();
}

void CompareCommand::print()
{
    if (m_progress)
        m_progress->stop();
    const RunRecord record = m_run->record();
    if (m_invocation.json)
        m_console.printJson(runToJson(record));
    else
        m_console.print(runToMarkdown(record));
    const bool good = std::all_of(record.lanes.begin(), record.lanes.end(), [](const LaneRecord &lane) {
        return isSuccess(lane.latest.completion.status);
    });
    emit finished(good && !m_ledgerFailed ? ExitCode::Good : ExitCode::SomethingFailed);
}

void CompareCommand::fail(const Error &error, ExitCode code)
{
    m_console.complain(error.message);
    emit finished(code);
}

} // namespace app
