#include "app/commandline/matrixsource.h"

#include "app/commandline/comparetargets.h"
#include "app/commandline/comparewords.h"
#include "app/commandline/console.h"
#include "app/services.h"
#include "core/accounts/accountstore.h"
#include "core/accounts/presets.h"
#include "core/compare/callplan.h"
#include "core/evaluate/casereader.h"
#include "core/evaluate/promptfooimport.h"
#include "core/settings/lineupstore.h"

#include <QDir>
#include <QFileInfo>

using namespace core;

namespace app {

namespace {

Error wrong(const QString &message)
{
    return Error{ErrorKind::InvalidRequest, message};
}

Result<void> readFile(const CompareInvocation &invocation, Services &services, Console &console,
                      MatrixSource *source)
{
    if (!isPromptfooFile(invocation.set)) {
        Result<CaseTable> table = readCaseFile(invocation.set);
        if (!table)
            return table.error();
        source->draft.table = std::move(table).value();
        return {};
    }
    const Result<PromptfooImport> imported =
        importPromptfoo(invocation.set, services.accounts().accounts(), services.presets());
    if (!imported)
        return imported.error();
    for (const PromptfooLoss &loss : imported->losses)
        console.complain(QStringLiteral("%1: %2").arg(loss.path, loss.what));
    source->draft = imported->draft;
    source->targets = withOptions(imported->targets, invocation);
    source->options.judge = imported->judge;
    return {};
}

Result<void> addChecks(const CompareInvocation &invocation, MatrixSource *source)
{
    for (const QString &text : invocation.checks) {
        const Result<Check> check = parseCheck(text);
        if (!check)
            return check.error();
        source->draft.checks.append(*check);
    }
    return {};
}

Result<void> checkTargets(const QList<Target> &targets, const CompareServices &services)
{
    if (targets.isEmpty())
        return wrong(CompareWords::tr("compare wants at least one -m ACCOUNT/MODEL or a --line-up NAME."));
    for (const Target &target : targets) {
        if (const Result<void> askable = canAsk(services, target.name); !askable)
            return askable;
    }
    return {};
}

bool asksJudges(const PromptSetDraft &draft)
{
    const auto isJudge = [](const Check &check) { return check.kind == CheckKind::Judge; };
    const QList<PromptCase> &cases = draft.table.cases;
    return std::any_of(draft.checks.begin(), draft.checks.end(), isJudge)
        || std::any_of(cases.begin(), cases.end(), [&](const PromptCase &each) {
               return std::any_of(each.checks.begin(), each.checks.end(), isJudge);
           });
}

Result<void> chooseJudge(const CompareInvocation &invocation, const CompareServices &services,
                         MatrixSource *source)
{
    if (!invocation.judge.isEmpty())
        source->options.judge = invocation.judge;
    if (!asksJudges(source->draft))
        return {};
    const std::optional<TargetName> name = parseTargetName(source->options.judge);
    if (!name)
        return wrong(
            source->options.judge.isEmpty()
                ? CompareWords::tr("The check judge wants a --judge ACCOUNT/MODEL.")
                : CompareWords::tr("--judge wants ACCOUNT/MODEL, not \"%1\".").arg(source->options.judge));
    return checkTargets({Target{*name}}, services);
}

Result<void> readTargets(const CompareInvocation &invocation, Services &services, MatrixSource *source)
{
    const Result<QList<Target>> named = namedTargets(invocation, services.lineUps());
    if (!named)
        return named.error();
    if (!named->isEmpty())
        source->targets = *named;
    return checkTargets(source->targets, services.compareServices());
}

} // namespace

Result<MatrixSource> readMatrixSource(const CompareInvocation &invocation, Services &services,
                                      Console &console)
{
    MatrixSource source;
    if (const Result<void> read = readFile(invocation, services, console, &source); !read)
        return read.error();
    const Result<QString> prompt = promptOf(invocation);
    if (!prompt)
        return prompt.error();
    if (!prompt->isEmpty())
        source.draft.prompt = *prompt;
    if (!invocation.system.isEmpty())
        source.draft.system = invocation.system;
    if (source.draft.name.isEmpty())
        source.draft.name = QFileInfo(invocation.set).fileName();
    source.draft.source = invocation.set;
    if (const Result<void> added = addChecks(invocation, &source); !added)
        return added.error();
    if (const Result<void> valid = validateDraft(source.draft); !valid)
        return valid.error();
    if (const Result<void> read = readCheckFiles(&source.draft, QDir::currentPath()); !read)
        return read.error();
    if (const Result<void> read = readTargets(invocation, services, &source); !read)
        return read.error();
    if (const Result<void> chosen = chooseJudge(invocation, services.compareServices(), &source); !chosen)
        return chosen.error();
    source.options.maxCost = invocation.maxCost;
    source.options.totalLimit = std::chrono::milliseconds(qRound64(invocation.timeout * 1000.0));
    source.options.tags = invocation.tags;
    source.options.source = CallSource::Cli;
    return source;
}

} // namespace app
