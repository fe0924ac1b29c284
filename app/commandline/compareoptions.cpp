#include "app/commandline/compareoptions.h"

#include "app/commandline/options.h"
#include "app/commandline/requestoptions.h"

#include <QCoreApplication>

using namespace core;

namespace app {

namespace {

constexpr int kMostRepeats = 100;
constexpr double kShortestTimeout = 0.001;
constexpr double kLongestTimeout = 86'400.0;

Result<void> readLimits(const Options &options, CompareInvocation *compare)
{
    bool ok = true;
    if (options.has(QStringLiteral("repeat")))
        compare->repeat = options.value(QStringLiteral("repeat")).toInt(&ok);
    if (!ok || compare->repeat < 1 || compare->repeat > kMostRepeats)
        return usageError(
            QCoreApplication::translate("CommandLine", "--repeat wants a whole number from 1 to 100."));
    if (options.has(QStringLiteral("timeout"))) {
        std::optional<double> seconds;
        if (!readNumber(options.value(QStringLiteral("timeout")), &seconds) || *seconds < kShortestTimeout
            || *seconds > kLongestTimeout)
            return usageError(QCoreApplication::translate(
                "CommandLine", "--timeout wants a number of seconds above 0, at most 86400."));
        compare->timeout = *seconds;
    }
    if (options.has(QStringLiteral("max-cost"))) {
        compare->maxCost = Money::fromDecimal(options.value(QStringLiteral("max-cost")));
        if (!compare->maxCost || *compare->maxCost < Money())
            return usageError(QCoreApplication::translate(
                "CommandLine", "--max-cost wants an amount of US dollars such as 0.05."));
    }
    return {};
}

Result<void> checkSet(const CompareInvocation &compare, const QStringList &words)
{
    if (!compare.set.isEmpty() && words.size() < 2)
        return {};
    if (compare.set.isEmpty() && (!compare.checks.isEmpty() || !compare.judge.isEmpty()))
        return usageError(
            QCoreApplication::translate("CommandLine", "--check and --judge want a --set FILE."));
    if (words.size() < 2)
        return usageError(QCoreApplication::translate(
            "CommandLine", "compare wants a prompt, or - to read it from standard input."));
    return {};
}

Result<void> check(const CompareInvocation &compare, const QStringList &words)
{
    // A file of another tool may name the models itself.
    if (compare.targets.isEmpty() && compare.lineUp.isEmpty() && compare.set.isEmpty())
        return usageError(QCoreApplication::translate(
            "CommandLine", "compare wants at least one -m ACCOUNT/MODEL or a --line-up NAME."));
    if (compare.json && compare.markdown)
        return usageError(
            QCoreApplication::translate("CommandLine", "--json and --markdown exclude each other."));
    if (const Result<void> good = checkSet(compare, words); !good)
        return good;
    if (words.size() > 2)
        return usageError(
            QCoreApplication::translate("CommandLine", "compare wants one prompt; put it in quotes."));
    return {};
}

} // namespace

Result<Invocation> parseCompare(const QStringList &arguments)
{
    Options options({QStringLiteral("json"), QStringLiteral("markdown")},
                    {QStringLiteral("line-up"), QStringLiteral("task"), QStringLiteral("system"),
                     QStringLiteral("param"), QStringLiteral("meta"), QStringLiteral("repeat"),
                     QStringLiteral("timeout"), QStringLiteral("max-cost"), QStringLiteral("set"),
                     QStringLiteral("check"), QStringLiteral("judge")});
    options.addValue({QStringLiteral("m"), QStringLiteral("model")});
    options.letRepeat(requestListOptions() + QStringList{QStringLiteral("m"), QStringLiteral("check")});
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    CompareInvocation compare;
    compare.targets = options.values(QStringLiteral("m"));
    compare.lineUp = options.value(QStringLiteral("line-up"));
    compare.task = options.value(QStringLiteral("task"));
    compare.system = options.value(QStringLiteral("system"));
    compare.set = options.value(QStringLiteral("set"));
    compare.checks = options.values(QStringLiteral("check"));
    compare.judge = options.value(QStringLiteral("judge"));
    if (options.has(QStringLiteral("set")) && compare.set.isEmpty())
        return usageError(QCoreApplication::translate("CommandLine", "--set wants a file."));
    compare.json = options.has(QStringLiteral("json"));
    compare.markdown = options.has(QStringLiteral("markdown"));
    if (const Result<void> read = readParameters(options, &compare.parameters); !read)
        return read.error();
    if (const Result<void> read = readTags(options, &compare.tags); !read)
        return read.error();
    if (const Result<void> read = readLimits(options, &compare); !read)
        return read.error();
    const QStringList words = options.positional();
    if (const Result<void> checked = check(compare, words); !checked)
        return checked.error();
    compare.prompt = words.value(1);
    Invocation invocation = options.invocation();
    invocation.command = compare;
    return invocation;
}

} // namespace app
