#include "app/commandline/requestoptions.h"

#include "app/commandline/options.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>

using namespace core;

namespace app {

namespace {

Result<std::pair<QString, QString>> keyAndValue(const QString &text, const QString &option)
{
    const qsizetype split = text.indexOf(u'=');
    if (split < 1)
        return usageError(QCoreApplication::translate("CommandLine", "--%1 wants NAME=VALUE, not \"%2\".")
                              .arg(option, text));
    return std::pair(text.left(split), text.mid(split + 1));
}

/// A value as JSON when it is that, else as text.
QJsonValue jsonOrText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray("[" + text.toUtf8() + "]"));
    const QJsonArray array = document.array();
    return array.size() == 1 ? array.first() : QJsonValue(text);
}

bool readWhole(const QString &text, std::optional<qint64> *target)
{
    bool ok = false;
    *target = text.toLongLong(&ok);
    return ok;
}

bool readParameter(const QString &name, const QString &text, ChatParameters *parameters)
{
    if (name == QLatin1StringView("temperature"))
        return readNumber(text, &parameters->temperature);
    if (name == QLatin1StringView("top_p"))
        return readNumber(text, &parameters->topP);
    if (name == QLatin1StringView("frequency_penalty"))
        return readNumber(text, &parameters->frequencyPenalty);
    if (name == QLatin1StringView("presence_penalty"))
        return readNumber(text, &parameters->presencePenalty);
    if (name == QLatin1StringView("max_tokens") || name == QLatin1StringView("max_completion_tokens"))
        return readWhole(text, &parameters->maxTokens) && *parameters->maxTokens > 0;
    if (name == QLatin1StringView("seed"))
        return readWhole(text, &parameters->seed);
    if (name == QLatin1StringView("reasoning_effort"))
        parameters->reasoningEffort = text;
    else if (name == QLatin1StringView("stop"))
        parameters->stop.append(text);
    else
        parameters->extra.insert(name, jsonOrText(text));
    return true;
}

} // namespace

QStringList requestListOptions()
{
    return {QStringLiteral("param"), QStringLiteral("meta")};
}

bool readNumber(const QString &text, std::optional<double> *target)
{
    bool ok = false;
    *target = text.toDouble(&ok);
    return ok && std::isfinite(**target);
}

Result<void> readParameters(const Options &options, ChatParameters *parameters)
{
    for (const QString &text : options.values(QStringLiteral("param"))) {
        const Result<std::pair<QString, QString>> pair = keyAndValue(text, QStringLiteral("param"));
        if (!pair)
            return pair.error();
        const QString &name = pair->first;
        // The ledger would name another model, or another prompt, than was sent.
        if (name == QLatin1StringView("model") || name == QLatin1StringView("messages"))
            return usageError(
                QCoreApplication::translate("CommandLine", "--param cannot set \"%1\".").arg(name));
        if (!readParameter(name, pair->second, parameters))
            return usageError(QCoreApplication::translate(
                                  "CommandLine", "--param %1 has a value that is no number in range: \"%2\".")
                                  .arg(name, pair->second));
    }
    return {};
}

Result<void> readTags(const Options &options, QHash<QString, QString> *tags)
{
    for (const QString &text : options.values(QStringLiteral("meta"))) {
        const Result<std::pair<QString, QString>> pair = keyAndValue(text, QStringLiteral("meta"));
        if (!pair)
            return pair.error();
        // A request without the tag would count as the same.
        if (pair->second.trimmed().isEmpty())
            return usageError(QCoreApplication::translate(
                                  "CommandLine", "--meta %1= has no value; name one, or leave the tag out.")
                                  .arg(pair->first));
        tags->insert(pair->first, pair->second);
    }
    return {};
}

} // namespace app
