#include "app/commandline/askcommand.h"

#include "app/commandline/comparetargets.h"
#include "app/commandline/console.h"
#include "app/commandline/laneprogress.h"
#include "app/commandline/routetext.h"
#include "app/services.h"

#include "core/compare/runjson.h"
#include "core/routing/rulesetstore.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace core;

namespace app {

namespace {

/// The document of `ask --json`.
QJsonObject askToJson(const RunRecord &run, const LaneState &state)
{
    const RouteState route = state.route.value_or(RouteState{});
    const bool answered = isSuccess(state.status()) && !run.lanes.isEmpty();
    return {{QStringLiteral("call_id"), state.callId},
            {QStringLiteral("run_id"), run.id},
            {QStringLiteral("rule_set"), route.ruleSet},
            {QStringLiteral("version"), route.version},
            {QStringLiteral("decision"), decisionToJson(route.decision)},
            {QStringLiteral("attempts"), attemptsToJson(state)},
            {QStringLiteral("cost"),
             QJsonObject{{QStringLiteral("usd"),
                          state.cost.amount ? QJsonValue(state.cost.amount->toDecimal())
                                            : QJsonValue(QJsonValue::Null)},
                         {QStringLiteral("unknown_attempts"), state.unpricedAttempts}}},
            {QStringLiteral("why_stopped"),
             state.whyStopped.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(state.whyStopped)},
            {QStringLiteral("answer"),
             answered ? QJsonValue(laneToJson(run.lanes.first())) : QJsonValue(QJsonValue::Null)}};
}

/// That of a call for which the rules left nobody to ask: nothing was sent, and it has no id.
QJsonObject refusedToJson(const Decision &decision, const Error &error)
{
    const QJsonValue none(QJsonValue::Null);
    return {
        {QStringLiteral("call_id"), none},
        {QStringLiteral("run_id"), none},
        {QStringLiteral("rule_set"), decision.ruleSet},
        {QStringLiteral("version"), decision.version},
        {QStringLiteral("decision"), decisionToJson(decision)},
        {QStringLiteral("attempts"), QJsonArray()},
        {QStringLiteral("cost"),
         QJsonObject{{QStringLiteral("usd"), Money().toDecimal()}, {QStringLiteral("unknown_attempts"), 0}}},
        {QStringLiteral("why_stopped"), error.message},
        {QStringLiteral("answer"), none}};
}

} // namespace

AskCommand::AskCommand(const AskInvocation &invocation, Services &services, Console &console)
    : m_invocation(invocation), m_services(services), m_console(console)
{
}

AskCommand::~AskCommand() = default;

QString AskCommand::ruleSet()
{
    const RuleSetStore &store = m_services.ruleSets();
    const QString name = m_invocation.rules.isEmpty() ? store.defaultName() : m_invocation.rules;
    const RuleSetEntry *entry = store.find(name);
    if (store.router(name))
        return name;
    if (entry && entry->activeVersion > 0)
        fail({ErrorKind::Storage, entry->problem}, ExitCode::ConfigurationError);
    else if (entry)
        fail({ErrorKind::InvalidRequest,
              tr("No version of the rule set \"%1\" is active; activate one on the page Routes.").arg(name)},
             ExitCode::ConfigurationError);
    else if (!name.isEmpty())
        fail({ErrorKind::NotFound,
              tr("There is no rule set named \"%1\"; see switchyard rules list.").arg(name)},
             ExitCode::WrongUsage);
    else
        fail({ErrorKind::NotFound,
              store.entries().isEmpty() ? tr("There is no rule set yet; make one on the page Routes or with "
                                             "switchyard rules import FILE.")
                                        : tr("No rule set is active; activate one on the page Routes or "
                                             "import one with switchyard rules "
                                             "import FILE.")},
             ExitCode::ConfigurationError);
    return {};
}

CompareRequest AskCommand::request(const QString &ruleSet, const QString &prompt) const
{
    CompareRequest request;
    request.prompt = prompt;
    request.system = m_invocation.system;
    request.task = m_invocation.task;
    request.tags = m_invocation.tags;
    request.source = CallSource::Cli;
    request.targets = {Target{{kRouteAccountName, ruleSet}, m_invocation.parameters}};
    return request;
}

void AskCommand::start()
{
    const QString name = ruleSet();
    if (name.isEmpty())
        return;
    const Result<QString> prompt = readPrompt(m_invocation.prompt);
    if (!prompt) {
        fail(prompt.error(), ExitCode::WrongUsage);
        return;
    }
    if (prompt->trimmed().isEmpty()) {
        fail({ErrorKind::InvalidRequest, tr("The prompt is empty.")}, ExitCode::WrongUsage);
        return;
    }
    run(request(name, *prompt));
}

void AskCommand::run(const CompareRequest &request)
{
    Result<std::unique_ptr<Comparison>> run = Comparison::create(m_services.compareServices(), request);
    if (!run) {
        tellRefused(request, run.error());
        fail(run.error(), ExitCode::SomethingFailed);
        return;
    }
    m_run = std::move(run).value();
    connect(m_run.get(), &Comparison::rejected, this,
            [this](const Error &error) { fail(error, ExitCode::ConfigurationError); });
    connect(m_run.get(), &Comparison::ledgerFailed, this, [this](const Error &error) {
        m_ledgerFailed = true;
        m_console.complain(error.message);
    });
    connect(m_run.get(), &Comparison::finished, this, &AskCommand::conclude);
    const std::optional<RouteState> &route = m_run->lane(0).state().route;
    if (m_invocation.explain && route)
        m_console.note(decisionLines(route->decision));
    if (m_console.isTerminal() && !m_invocation.json)
        watchTerminal();
    m_run->start();
}

/// What the rules said although nothing could be sent.
void AskCommand::tellRefused(const CompareRequest &request, const Error &error)
{
    if (!m_invocation.explain && !m_invocation.json)
        return;
    const Router *router = m_services.ruleSets().router(request.targets.first().name.model);
    if (!router)
        return;
    const CallQuestion question{request.targets.first(), messagesOfLane(request, 0), request.task,
                                request.tags, request.source};
    const Decision decision = router->decide(factsOfCall(m_services.compareServices(), question),
                                             m_services.targetBook(), m_services.ruleSets().lookup());
    if (m_invocation.explain)
        m_console.note(decisionLines(decision));
    if (m_invocation.json)
        m_console.printJson(refusedToJson(decision, error));
}

void AskCommand::watchTerminal()
{
    m_progress = new LaneProgress(*m_run, m_console, m_services.clock(), this);
    m_progress->start();
    connect(&m_run->lane(0), &Lane::appended, this, [this](const QString &text) {
        if (text.isEmpty())
            return;
        m_progress->stop();
        m_console.printPart(text);
        m_shown += text;
    });
}

void AskCommand::stop()
{
    if (m_run)
        m_run->cancel();
    else
        Command::stop();
}

void AskCommand::conclude()
{
    if (m_progress)
        m_progress->stop();
    const LaneState &state = m_run->lane(0).state();
    const bool answered = isSuccess(state.status());
    if (m_invocation.json)
        m_console.printJson(askToJson(m_run->record(), state));
    else
        printText(state);
    if (m_invocation.explain)
        m_console.note(attemptLines(state));
    if (!answered)
        complainOfFailure(state);
    else if (!m_invocation.json)
        m_console.note({tr("Used model: %1, rule %2, attempt %3")
                            .arg(state.target.name.toString(), state.route ? state.route->rule : QString(),
                                 QString::number(state.attempts))});
    emit finished(answered && !m_ledgerFailed ? ExitCode::Good : ExitCode::SomethingFailed);
}

/// The text of an answer that broke off is shown too: it was paid for.
void AskCommand::printText(const LaneState &state)
{
    const QString &text = state.completion.text;
    if (text.isEmpty())
        return;
    if (m_shown.isEmpty())
        m_console.print(text);
    else if (!m_shown.endsWith(u'\n'))
        m_console.print(QString());
}

void AskCommand::complainOfFailure(const LaneState &state)
{
    const QString target = state.target.name.toString();
    const std::optional<Error> &error = state.completion.error;
    if (error && error->kind == ErrorKind::Budget) {
        m_console.complain(error->message);
        return;
    }
    switch (state.status()) {
    case LaneStatus::Cancelled:
        m_console.complain(tr("It was cancelled before the answer was whole."));
        return;
    case LaneStatus::Refused:
        m_console.complain(state.completion.refusal.isEmpty()
                               ? tr("%1 declined to answer.").arg(target)
                               : tr("%1 declined to answer: %2").arg(target, state.completion.refusal));
        return;
    case LaneStatus::Interrupted:
        m_console.complain(error ? tr("The answer of %1 broke off: %2").arg(target, error->message)
                                 : tr("The answer of %1 broke off before its end.").arg(target));
        return;
    default:
        break;
    }
    m_console.complain(tr("There is no answer; attempt %1, the last, asked %2, which said: %3")
                           .arg(QString::number(state.attempts), target, error ? error->message : QString()));
}

void AskCommand::fail(const Error &error, ExitCode code)
{
    m_console.complain(error.message);
    emit finished(code);
}

} // namespace app
