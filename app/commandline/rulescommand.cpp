#include "app/commandline/rulescommand.h"

#include "app/commandline/comparetargets.h"
#include "app/commandline/console.h"
#include "app/commandline/routetext.h"
#include "app/commandline/rulesbacktest.h"
#include "app/commandline/rulesdocuments.h"
#include "app/commandline/rulesfile.h"
#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/compare/callplan.h"
#include "core/routing/rulesetcheck.h"
#include "core/routing/rulesetdiff.h"
#include "core/ruleformats/exportcontext.h"

#include <QJsonObject>

using namespace core;

namespace app {

namespace {

using Verb = RulesInvocation::Verb;

ExitCode exitCodeOfLookup(const Error &error)
{
    return error.kind == ErrorKind::Storage ? ExitCode::ConfigurationError : ExitCode::WrongUsage;
}

} // namespace

RulesCommand::RulesCommand(const RulesInvocation &invocation, Services &services, Console &console)
    : m_invocation(invocation), m_services(services), m_console(console)
{
}

void RulesCommand::start()
{
    RuleSetStore &store = m_services.ruleSets();
    if (m_invocation.verb == Verb::List) {
        list();
    } else if (m_invocation.verb == Verb::Validate) {
        validate();
    } else if (m_invocation.verb == Verb::Diff) {
        with(findRulesOrFile(store, m_invocation.subject), [this, &store](const NamedRules &before) {
            with(findRulesOrFile(store, m_invocation.other),
                 [this, before](const NamedRules &after) { diff(before, after); });
        });
    } else {
        with(findRules(store, m_invocation.subject), [this](const NamedRules &rules) {
            if (m_invocation.verb == Verb::Show)
                show(rules);
            else if (m_invocation.verb == Verb::Export)
                exportAs(rules);
            else if (m_invocation.verb == Verb::Test)
                test(rules);
            else
                backtest(rules);
        });
    }
}

void RulesCommand::stop()
{
    if (m_cancel)
        m_cancel();
    else
        Command::stop();
}

void RulesCommand::with(const QFuture<Result<NamedRules>> &rules,
                        std::function<void(const NamedRules &)> then)
{
    continued(rules, this, [this, then = std::move(then)](const Result<NamedRules> &found) {
        if (found)
            then(*found);
        else
            fail(found.error(), exitCodeOfLookup(found.error()));
    });
}

void RulesCommand::list()
{
    const RuleSetStore &store = m_services.ruleSets();
    const QList<RuleSetEntry> &entries = store.entries();
    if (m_invocation.json)
        m_console.printJson(ruleSetsToJson(entries, store.defaultName()));
    else if (entries.isEmpty())
        m_console.print(tr("There are no rule sets yet. Import one: switchyard rules import FILE"));
    else
        m_console.print(ruleSetTable(entries, store.defaultName()));
    for (const RuleSetEntry &entry : entries) {
        if (!entry.problem.isEmpty())
            m_console.complain(entry.problem);
    }
    emit finished(ExitCode::Good);
}

void RulesCommand::validate()
{
    const Result<RulesFile> file = readRulesFile(m_invocation.subject, m_services);
    if (!file && file.error().kind == ErrorKind::NotFound) {
        fail(file.error(), ExitCode::WrongUsage);
        return;
    }
    if (!file) {
        if (m_invocation.json)
            m_console.printJson(unreadableToJson(m_invocation.subject, file.error().message));
        else
            m_console.complain(file.error().message);
        emit finished(ExitCode::SomethingFailed);
        return;
    }
    if (m_invocation.json)
        m_console.printJson(validationToJson(*file));
    else
        m_console.print(validationText(m_invocation.subject, *file));
    emit finished(canRun(file->problems) ? ExitCode::Good : ExitCode::SomethingFailed);
}

void RulesCommand::show(const NamedRules &rules)
{
    const RuleSetStore &store = m_services.ruleSets();
    const QList<RuleProblem> problems = checkRuleSet(rules.rules, m_services.targetBook(), store.lookup());
    const RuleSetEntry entry = store.find(rules.name) ? *store.find(rules.name) : RuleSetEntry{};
    if (m_invocation.json) {
        m_console.printJson(shownRulesToJson(rules, entry, problems));
    } else {
        m_console.print(shownRulesText(rules, entry));
        for (const RuleProblem &problem : problems)
            m_console.complain(problemText(problem));
    }
    emit finished(ExitCode::Good);
}

void RulesCommand::exportAs(const NamedRules &rules)
{
    ExportContext context = exportContextOf(m_services.accounts().accounts(), m_services.presets());
    context.others = m_services.ruleSets().lookup();
    context.targets = &m_services.targetBook();
    const Result<RuleExport> written = exportRules(rules.rules, m_invocation.format, context);
    if (!written) {
        fail(written.error(), ExitCode::SomethingFailed);
        return;
    }
    if (m_invocation.json) {
        m_console.printJson(exportToJson(rules, m_invocation.format, *written));
    } else {
        m_console.printData(QString::fromUtf8(written->text));
        for (const FormatLoss &loss : written->losses)
            m_console.complain(lossText(loss));
    }
    emit finished(ExitCode::Good);
}

PromptFacts RulesCommand::testFacts(const NamedRules &rules, const QString &prompt) const
{
    CallQuestion question;
    question.target = {{kRouteAccountName, rules.name}, m_invocation.parameters};
    question.messages = {{Role::User, prompt}};
    question.task = m_invocation.task;
    question.tags = m_invocation.tags;
    question.source = CallSource::Cli;
    return factsOfCall(m_services.compareServices(), question);
}

Decision RulesCommand::decisionOf(const NamedRules &rules, const PromptFacts &facts) const
{
    return Router(rules.rules, rules.version)
        .decide(facts, m_services.targetBook(), m_services.ruleSets().lookup());
}

void RulesCommand::test(const NamedRules &rules)
{
    const Result<QString> prompt = readPrompt(m_invocation.prompt);
    if (!prompt) {
        fail(prompt.error(), ExitCode::WrongUsage);
        return;
    }
    const Decision decision = decisionOf(rules, testFacts(rules, *prompt));
    if (m_invocation.json)
        m_console.printJson(QJsonObject{{QStringLiteral("rule_set"), rules.name},
                                        {QStringLiteral("version"), rules.version},
                                        {QStringLiteral("decision"), decisionToJson(decision)}});
    else
        m_console.print(decisionLines(decision).join(u'\n'));
    if (decision.targets.isEmpty())
        m_console.complain(decision.place < 0 ? tr("The rules cannot decide about this prompt.")
                                              : tr("The rule %1 leaves no model to ask.").arg(decision.rule));
    emit finished(decision.targets.isEmpty() ? ExitCode::SomethingFailed : ExitCode::Good);
}

void RulesCommand::diff(const NamedRules &before, const NamedRules &after)
{
    const QList<RuleChange> changes = diffRuleSets(before.rules, after.rules);
    if (m_invocation.json)
        m_console.printJson(diffToJson(before, after, changes));
    else
        m_console.print(diffText(changes));
    emit finished(ExitCode::Good);
}

void RulesCommand::backtest(const NamedRules &rules)
{
    m_cancel = runBacktest(m_invocation, rules, m_services, m_console, this,
                           [this](ExitCode code) { emit finished(code); });
}

void RulesCommand::fail(const Error &error, ExitCode code)
{
    m_console.complain(error.message);
    emit finished(code);
}

} // namespace app
