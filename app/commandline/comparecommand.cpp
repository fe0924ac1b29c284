#include "app/commandline/comparecommand.h"

#include "app/commandline/comparetargets.h"
#include "app/commandline/console.h"
#include "app/commandline/laneprogress.h"
#include "app/services.h"

#include "core/base/formatting.h"
#include "core/compare/callplan.h"
#include "core/compare/runestimate.h"
#include "core/compare/runjson.h"
#include "core/compare/runmarkdown.h"
#include "core/settings/lineupstore.h"

#include <QJsonObject>

using namespace core;

namespace app {

CompareCommand::CompareCommand(const CompareInvocation &invocation, Services &services, Console &console)
    : m_invocation(invocation), m_services(services), m_console(console)
{
}

CompareCommand::~CompareCommand() = default;

Result<CompareRequest> CompareCommand::request() const
{
    Result<QList<Target>> lanes = namedTargets(m_invocation, m_services.lineUps());
    if (!lanes)
        return lanes.error();
    CompareRequest request;
    request.targets = std::move(lanes).value();
    const Result<QString> prompt = promptOf(m_invocation);
    if (!prompt)
        return prompt.error();
    request.prompt = *prompt;
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
    for (qsizetype at = 0; at < request.targets.size(); ++at) {
        const CallQuestion question{request.targets.at(at), messagesOfLane(request, static_cast<int>(at)),
                                    request.task, request.tags, request.source};
        LaneForecast lane;
        lane.maxTokens = question.target.parameters.maxTokens;
        lane.prices = pricesFor(m_services.compareServices(), question);
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
    complainOfBudgets(record);
    const bool good = std::all_of(record.lanes.begin(), record.lanes.end(), [](const LaneRecord &lane) {
        return isSuccess(lane.latest.completion.status);
    });
    emit finished(good && !m_ledgerFailed ? ExitCode::Good : ExitCode::SomethingFailed);
}

/// Says once what kept lanes from being sent.
void CompareCommand::complainOfBudgets(const RunRecord &record)
{
    QStringList sentences;
    for (const LaneRecord &lane : record.lanes) {
        const std::optional<Error> &error = lane.latest.completion.error;
        if (error && error->kind == ErrorKind::Budget && !sentences.contains(error->message))
            sentences.append(error->message);
    }
    for (const QString &sentence : std::as_const(sentences))
        m_console.complain(sentence);
}

void CompareCommand::fail(const Error &error, ExitCode code)
{
    m_console.complain(error.message);
    emit finished(code);
}

} // namespace app
