#include "core/compare/rundocument.h"

#include "core/chat/imagetype.h"
#include "core/chat/parametersjson.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>

namespace core {

namespace {

struct RunDocumentWords
{
    Q_DECLARE_TR_FUNCTIONS(RunDocument)
};

/// What reading has met so far.
struct Findings
{
    std::optional<Error> error = {};
    QStringList unknown = {};

    void fail(const QString &message)
    {
        if (!error)
            error = Error{ErrorKind::InvalidRequest, message};
    }
};

/// One object of the document: takes its members by name and lists those nobody took.
class Member
{
public:
    Member(const QJsonValue &value, QString path, Findings &findings)
        : m_object(value.toObject()), m_path(std::move(path)), m_findings(findings)
    {
        if (!value.isObject() && !value.isNull() && !value.isUndefined())
            m_findings.fail(RunDocumentWords::tr("%1 is not an object")
                                .arg(m_path.isEmpty() ? RunDocumentWords::tr("A run") : m_path));
    }
    ~Member()
    {
        for (auto member = m_object.begin(); member != m_object.end(); ++member) {
            if (!m_taken.contains(member.key()))
                m_findings.unknown.append(pathOf(member.key()));
        }
    }
    Member(const Member &) = delete;
    Member &operator=(const Member &) = delete;

    QJsonValue take(const char *name)
    {
        const QString key = QString::fromLatin1(name);
        m_taken.insert(key);
        return m_object.value(key);
    }
    QString pathOf(const QString &name) const
    {
        return m_path.isEmpty() ? name : QString(m_path + u'.' + name);
    }
    QString pathOf(const char *name) const { return pathOf(QString::fromLatin1(name)); }
    bool isEmpty() const { return m_object.isEmpty(); }
    Findings &findings() { return m_findings; }

    QString text(const char *name)
    {
        const QJsonValue value = take(name);
        if (!value.isString() && !value.isNull() && !value.isUndefined())
            m_findings.fail(RunDocumentWords::tr("%1 is not a text").arg(pathOf(name)));
        return value.toString();
    }
    std::optional<double> number(const char *name)
    {
        const QJsonValue value = take(name);
        if (value.isNull() || value.isUndefined())
            return std::nullopt;
        if (!value.isDouble() || value.toDouble() < 0) {
            m_findings.fail(RunDocumentWords::tr("%1 is not a number from 0").arg(pathOf(name)));
            return std::nullopt;
        }
        return value.toDouble();
    }
    std::optional<qint64> count(const char *name)
    {
        /// Whole numbers beyond this are no longer exact in JSON.
        constexpr double kMost = 9007199254740992.0;
        const std::optional<double> value = number(name);
        if (value && (*value > kMost || std::floor(*value) != *value)) {
            m_findings.fail(RunDocumentWords::tr("%1 is not a whole number").arg(pathOf(name)));
            return std::nullopt;
        }
        return value ? std::optional(static_cast<qint64>(*value)) : std::nullopt;
    }
    bool flag(const char *name) { return take(name).toBool(); }
    std::optional<Money> money(const char *name)
    {
        const QString text = this->text(name);
        if (text.isEmpty())
            return std::nullopt;
        const std::optional<Money> amount = Money::fromDecimal(text);
        if (!amount || *amount < Money()) {
            m_findings.fail(
                RunDocumentWords::tr("%1 is not an amount of dollars: “%2”").arg(pathOf(name), text));
            return std::nullopt;
        }
        return amount;
    }
    QJsonArray list(const char *name)
    {
        const QJsonValue value = take(name);
        if (!value.isArray() && !value.isNull() && !value.isUndefined())
            m_findings.fail(RunDocumentWords::tr("%1 is not a list").arg(pathOf(name)));
        return value.toArray();
    }

private:
    const QJsonObject m_object;
    const QString m_path;
    Findings &m_findings;
    QSet<QString> m_taken;
};

Timing readTiming(Member &lane)
{
    Member json(lane.take("timing_ms"), lane.pathOf("timing_ms"), lane.findings());
    Timing timing;
    timing.queued = json.number("queued").value_or(0.0);
    timing.connected = json.number("connected");
    timing.headers = json.number("headers");
    timing.firstReasoning = json.number("first_reasoning");
    timing.firstText = json.number("first_text");
    timing.last = json.number("last");
    return timing;
}

Usage readUsage(Member &lane)
{
    Member json(lane.take("usage"), lane.pathOf("usage"), lane.findings());
    Usage usage;
    usage.input = json.count("input");
    usage.cachedInput = json.count("cached_input");
    usage.cacheWrite = json.count("cache_write");
    usage.output = json.count("output");
    usage.reasoning = json.count("reasoning");
    usage.basis = usageBasisFromName(json.text("basis")).value_or(UsageBasis::Missing);
    return usage;
}

Cost readCost(Member &lane)
{
    Member json(lane.take("cost"), lane.pathOf("cost"), lane.findings());
    Cost cost;
    cost.amount = json.money("usd");
    cost.basis = costBasisFromName(json.text("basis")).value_or(CostBasis::Unknown);
    cost.priceVersion = json.text("price_version");
    cost.lower = json.money("lower_usd");
    cost.upper = json.money("upper_usd");
    json.take("unknown_attempts"); // the earlier ones are not described
    // An amount without a basis is no known cost.
    if (!cost.amount || cost.basis == CostBasis::Unknown)
        cost = {};
    return cost;
}

std::optional<Error> readError(Member &lane)
{
    Member json(lane.take("error"), lane.pathOf("error"), lane.findings());
    if (json.isEmpty())
        return std::nullopt;
    Error error;
    const QString kind = json.text("kind");
    error.kind = errorKindFromName(kind).value_or(ErrorKind::Protocol);
    error.message = json.text("message");
    if (const std::optional<qint64> status = json.count("http_status"))
        error.httpStatus = static_cast<int>(std::min<qint64>(*status, 999));
    if (const std::optional<qint64> wait = json.count("retry_after_ms"))
        error.retryAfter = std::chrono::milliseconds(*wait);
    return error;
}

QList<ToolCall> readToolCalls(Member &lane)
{
    QList<ToolCall> calls;
    const QJsonArray array = lane.list("tool_calls");
    for (qsizetype at = 0; at < array.size(); ++at) {
        Member json(array.at(at), lane.pathOf(QStringLiteral("tool_calls[%1]").arg(at)), lane.findings());
        calls.append({json.text("id"), json.text("name"), json.text("arguments")});
    }
    return calls;
}

CallRoute readRoute(Member &lane)
{
    Member json(lane.take("route"), lane.pathOf("route"), lane.findings());
    CallRoute route;
    if (json.isEmpty())
        return route;
    route.ruleSet = json.text("rule_set");
    if (route.ruleSet.isEmpty())
        lane.findings().fail(RunDocumentWords::tr("%1 is missing").arg(json.pathOf("rule_set")));
    const qint64 version = json.count("version").value_or(0);
    route.version = static_cast<int>(std::min<qint64>(version, std::numeric_limits<int>::max()));
    route.rule = json.text("rule");
    const QJsonValue decision = json.take("decision");
    if (!decision.isObject() && !decision.isUndefined())
        lane.findings().fail(RunDocumentWords::tr("%1 is not an object").arg(json.pathOf("decision")));
    route.decision = decision.toObject();
    return route;
}

LaneStatus readStatus(Member &lane)
{
    const QString name = lane.text("status");
    const std::optional<LaneStatus> status = laneStatusFromName(name);
    if (!status)
        lane.findings().fail(
            RunDocumentWords::tr("%1 is not a known state: “%2”").arg(lane.pathOf("status"), name));
    return status && isSettled(*status) ? *status : LaneStatus::Interrupted;
}

LaneRecord readLane(const QJsonValue &value, const QString &path, Findings &findings)
{
    Member json(value, path, findings);
    LaneRecord lane;
    lane.laneId = json.count("lane_id").value_or(0);
    lane.parentLane = json.count("parent_lane").value_or(0);
    lane.parameters = parametersFromJson(json.take("parameters").toObject());
    AttemptRecord &attempt = lane.latest;
    attempt.accountName = json.text("account");
    attempt.model = json.text("model");
    if (attempt.model.isEmpty())
        findings.fail(RunDocumentWords::tr("%1 is missing").arg(json.pathOf("model")));
    attempt.vendor = json.text("vendor");
    attempt.simulated = json.flag("simulated");
    Completion &completion = attempt.completion;
    completion.status = readStatus(json);
    completion.finishReason = json.text("finish_reason");
    completion.modelAnswered = json.text("model_answered");
    completion.text = json.text("text");
    completion.reasoning = json.text("reasoning");
    completion.refusal = json.text("refusal");
    completion.systemFingerprint = json.text("system_fingerprint");
    completion.error = readError(json);
    completion.timing = readTiming(json);
    completion.usage = readUsage(json);
    completion.toolCalls = readToolCalls(json);
    attempt.cost = readCost(json);
    attempt.route = readRoute(json);
    json.take("tokens_per_second"); // follows from the times and the tokens
    const qint64 attempts = json.count("attempts").value_or(1);
    if (attempts > 1)
        findings.unknown.append(RunDocumentWords::tr("%1: %2, of which only the last is described")
                                    .arg(json.pathOf("attempts"), QString::number(attempts)));
    lane.attempts = 1;
    return lane;
}

QList<ImagePart> readImages(Member &run)
{
    QList<ImagePart> images;
    const QJsonArray array = run.list("images");
    for (qsizetype at = 0; at < array.size(); ++at) {
        Member json(array.at(at), run.pathOf(QStringLiteral("images[%1]").arg(at)), run.findings());
        json.take("type"); // the content tells
        const QByteArray data = QByteArray::fromBase64(json.text("data").toLatin1());
        const QString type = imageTypeOf(data);
        if (type.isEmpty())
            run.findings().fail(
                RunDocumentWords::tr("%1 is not a PNG, JPEG, GIF or WebP picture").arg(json.pathOf("data")));
        images.append({data, type});
    }
    return images;
}

void readTurn(Member &run, TurnPlace &turn)
{
    Member json(run.take("turn"), run.pathOf("turn"), run.findings());
    turn.parentRun = json.count("parent_run").value_or(0);
    turn.conversation = json.count("conversation").value_or(0);
    turn.lineage = lineageFromName(json.text("lineage")).value_or(Lineage::Own);
}

qint64 readTime(Member &run, qint64 nowMs)
{
    const QString text = run.text("at");
    if (text.isEmpty())
        return nowMs;
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!at.isValid())
        run.findings().fail(RunDocumentWords::tr("%1 is not a time: “%2”").arg(run.pathOf("at"), text));
    return at.toMSecsSinceEpoch();
}

RunRecord readRunObject(const QJsonValue &value, const QString &path, Findings &findings, qint64 nowMs)
{
    Member json(value, path, findings);
    RunRecord run;
    run.id = json.count("run_id").value_or(0);
    run.createdAtMs = readTime(json, nowMs);
    run.prompt = json.text("prompt");
    run.system = json.text("system");
    run.task = json.text("task");
    run.taskOrigin = taskOriginFromName(json.text("task_origin")).value_or(TaskOrigin::Import);
    run.images = readImages(json);
    readTurn(json, run.turn);
    const QJsonObject tags = json.take("tags").toObject();
    for (auto tag = tags.begin(); tag != tags.end(); ++tag)
        run.tags.insert(tag.key(), tag.value().toString());
    json.take("source"); // it is `import` from now on
    json.take("cost"); // the sum of its lanes
    const QJsonArray lanes = json.list("lanes");
    if (lanes.isEmpty())
        findings.fail(RunDocumentWords::tr("%1 has no lane")
                          .arg(path.isEmpty() ? RunDocumentWords::tr("The run") : path));
    for (qsizetype at = 0; at < lanes.size() && !findings.error; ++at) {
        run.lanes.append(readLane(lanes.at(at), json.pathOf(QStringLiteral("lanes[%1]").arg(at)), findings));
        run.lanes.last().position = static_cast<int>(at);
    }
    return run;
}

} // namespace

Result<RunDocument> readRunDocument(const QByteArray &json, qint64 nowMs)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (document.isNull())
        return Error{ErrorKind::InvalidRequest,
                     RunDocumentWords::tr("The file is no JSON document: %1 at byte %2")
                         .arg(problem.errorString())
                         .arg(problem.offset)};
    Findings findings;
    RunDocument read;
    const QJsonObject object = document.object();
    const bool wrapped = object.contains(QStringLiteral("runs"));
    if (document.isObject() && !wrapped) {
        if (!object.contains(QStringLiteral("lanes")))
            return Error{
                ErrorKind::InvalidRequest,
                RunDocumentWords::tr("The file is JSON, but no run: it has neither “lanes” nor “runs”")};
        read.runs.append(readRunObject(object, {}, findings, nowMs));
    }
    const QJsonArray runs = wrapped ? object.value(QStringLiteral("runs")).toArray() : document.array();
    const QString stem = wrapped ? QStringLiteral("runs[%1]") : QStringLiteral("[%1]");
    for (qsizetype at = 0; at < runs.size() && !findings.error; ++at)
        read.runs.append(readRunObject(runs.at(at), stem.arg(at), findings, nowMs));
    for (const QString &key : object.keys()) {
        if (wrapped && key != QLatin1StringView("runs"))
            findings.unknown.append(key);
    }
    if (read.runs.isEmpty())
        findings.fail(RunDocumentWords::tr("The file has no run in it"));
    if (findings.error)
        return *findings.error;
    read.unknown = findings.unknown;
    return read;
}

} // namespace core
