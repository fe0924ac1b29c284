#include "app/commandline/comparetargets.h"

#include "app/commandline/comparewords.h"
#include "app/commandline/console.h"
#include "core/chat/parametersjson.h"
#include "core/settings/lineupstore.h"

using namespace core;

namespace app {

namespace {

constexpr qint64 kLongestPrompt = 32 * 1024 * 1024;

} // namespace

Result<QList<Target>> namedTargets(const CompareInvocation &invocation, const LineUpStore &lineUps)
{
    QList<LineUpTarget> named;
    if (!invocation.lineUp.isEmpty()) {
        const std::optional<LineUp> lineUp = lineUps.find(invocation.lineUp);
        if (!lineUp)
            return Error{ErrorKind::NotFound,
                         CompareWords::tr("There is no line-up named \"%1\".").arg(invocation.lineUp)};
        named = lineUp->targets;
    }
    for (const QString &target : invocation.targets)
        named.append({target});
    QList<Target> targets;
    for (const LineUpTarget &entry : std::as_const(named)) {
        const std::optional<TargetName> name = parseTargetName(entry.target);
        if (!name)
            return Error{ErrorKind::InvalidRequest,
                         CompareWords::tr("-m wants ACCOUNT/MODEL, not \"%1\".").arg(entry.target)};
        for (int index = 0; index < entry.repeats; ++index)
            targets.append({*name, parametersFromJson(entry.parameters)});
    }
    return withOptions(targets, invocation);
}

QList<Target> withOptions(const QList<Target> &targets, const CompareInvocation &invocation)
{
    QList<Target> all;
    for (const Target &target : targets) {
        // What is given on the command line goes over what the line-up holds.
        const Target whole{target.name, mergedParameters(target.parameters, invocation.parameters)};
        for (int index = 0; index < invocation.repeat; ++index)
            all.append(whole);
    }
    return all;
}

Result<QString> readPrompt(const QString &prompt)
{
    return prompt == QLatin1StringView("-") ? Console::readInput(kLongestPrompt) : Result<QString>(prompt);
}

Result<QString> promptOf(const CompareInvocation &invocation)
{
    return readPrompt(invocation.prompt);
}

} // namespace app
