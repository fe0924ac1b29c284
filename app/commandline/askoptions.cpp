#include "app/commandline/askoptions.h"

#include "app/commandline/options.h"
#include "app/commandline/requestoptions.h"

#include <QCoreApplication>

using namespace core;

namespace app {

Result<Invocation> parseAsk(const QStringList &arguments)
{
    const QString rules = QStringLiteral("rules");
    Options options({QStringLiteral("json"), QStringLiteral("explain")},
                    {rules, QStringLiteral("task"), QStringLiteral("system"), QStringLiteral("param"),
                     QStringLiteral("meta")});
    options.letRepeat(requestListOptions());
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    AskInvocation ask;
    ask.rules = options.value(rules);
    if (options.has(rules) && ask.rules.isEmpty())
        return usageError(
            QCoreApplication::translate("CommandLine", "--rules wants the name of a rule set."));
    ask.task = options.value(QStringLiteral("task"));
    ask.system = options.value(QStringLiteral("system"));
    ask.explain = options.has(QStringLiteral("explain"));
    ask.json = options.has(QStringLiteral("json"));
    if (const Result<void> read = readParameters(options, &ask.parameters); !read)
        return read.error();
    if (const Result<void> read = readTags(options, &ask.tags); !read)
        return read.error();
    const QStringList words = options.positional();
    if (words.size() < 2)
        return usageError(QCoreApplication::translate(
            "CommandLine", "ask wants a prompt, or - to read it from standard input."));
    if (words.size() > 2)
        return usageError(
            QCoreApplication::translate("CommandLine", "ask wants one prompt; put it in quotes."));
    ask.prompt = words[1];
    Invocation invocation = options.invocation();
    invocation.command = ask;
    return invocation;
}

} // namespace app
