#include "tests/app/documents.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace test {

namespace {

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return QStringLiteral("bool");
    case QJsonValue::Double:
        return QStringLiteral("number");
    case QJsonValue::String:
        return QStringLiteral("string");
    case QJsonValue::Array:
        return QStringLiteral("array");
    case QJsonValue::Object:
        return QStringLiteral("object");
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("nothing");
}

void compare(const QString &place, const QJsonValue &value, const QJsonValue &shape, QStringList *found)
{
    const QStringList wanted = shape.isString() ? shape.toString().split(u'|') : QStringList{typeName(shape)};
    if (!wanted.contains(typeName(value))) {
        found->append(place + QStringLiteral(" is ") + typeName(value));
    } else if (shape.isArray()) {
        for (qsizetype index = 0; index < value.toArray().size(); ++index)
            compare(QStringLiteral("%1[%2]").arg(place).arg(index), value.toArray().at(index),
                    shape.toArray().first(), found);
    } else if (shape.isObject()) {
        const QJsonObject members = shape.toObject();
        for (const QString &name : members.keys())
            compare(place + u'.' + name, value.toObject().value(name), members.value(name), found);
    }
}

QByteArray figures()
{
    return R"("calls": "number", "attempts": "number", "errors": "number", "input": "number",
        "cached_input": "number", "cache_write": "number", "output": "number", "reasoning": "number",
        "cost_usd": "string|null", "unpriced_attempts": "number")";
}

QByteArray problemShape()
{
    return R"({"path": "string", "kind": "string", "text": "string"})";
}

QByteArray lossShape()
{
    return R"({"path": "string", "what": "string"})";
}

} // namespace

QStringList problems(const QJsonValue &value, const QByteArray &shape)
{
    const QJsonDocument document = QJsonDocument::fromJson("[" + shape + "]");
    if (document.isNull())
        qFatal("no shape: %s", shape.constData());
    QStringList found;
    compare(QStringLiteral("document"), value, document.array().first(), &found);
    return found;
}

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString();
}

QJsonObject part(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toObject();
}

QByteArray laneShape()
{
    return R"({"account": "string", "model": "string", "model_answered": "string|null", "status": "string",
        "finish_reason": "string|null", "text": "string", "reasoning": "string",
        "error": "object|null",
        "timing_ms": {"queued": "number|null", "connected": "number|null", "headers": "number|null",
            "first_reasoning": "number|null", "first_text": "number|null", "last": "number|null"},
        "usage": {"input": "number|null", "cached_input": "number|null", "cache_write": "number|null",
            "output": "number|null", "reasoning": "number|null", "basis": "string"},
        "cost": {"usd": "string|null", "basis": "string", "price_version": "string|null"},
        "tokens_per_second": "number|null", "attempts": "number"})";
}

QByteArray runShape()
{
    return R"({"run_id": "number", "prompt": "string", "lanes": [)" + laneShape()
        + R"(], "cost": {"usd": "string|null", "unknown_lanes": "number"}})";
}

QByteArray accountShape()
{
    return R"({"name": "string", "preset": "string", "base_url": "string",
        "key": {"store": "string", "present": "bool"}, "enabled": "bool"})";
}

QByteArray accountsShape()
{
    return "[" + accountShape() + "]";
}

QByteArray connectionShape()
{
    return R"({"name": "string", "ok": "bool", "error": "object|null", "models": "number",
        "latency_ms": "number"})";
}

QByteArray searchShape()
{
    return R"([{"run_id": "number", "at": "string", "prompt": "string", "snippet": "string",
        "lanes": "number", "cost_usd": "string|null"}])";
}

QByteArray decisionShape()
{
    return R"({"rule": "string", "trace": [{"rule": "string", "matched": "bool", "why": "string"}],
        "targets": ["string"]})";
}

QByteArray askShape()
{
    // A lane with two members more.
    QByteArray attempt = laneShape();
    attempt.chop(1);
    attempt += R"(, "waited_ms": "number", "why": "string"})";
    return R"({"call_id": "number|null", "rule_set": "string", "version": "number", "decision": )"
        + decisionShape() + R"(, "attempts": [)" + attempt + R"(], "answer": "object|null",
        "cost": {"usd": "string|null", "unknown_attempts": "number"}, "why_stopped": "string|null"})";
}

QByteArray ruleSetsShape()
{
    return R"([{"rule_set": "string", "active_version": "number", "newest_version": "number", "draft": "bool",
        "rules": "number|null", "default": "bool", "error": "string|null"}])";
}

QByteArray shownRulesShape()
{
    return R"({"rule_set": "string", "version": "number", "active_version": "number", "newest_version": "number",
        "draft": "bool", "document": {"schema": "number", "name": "string", "rules": "array",
        "default": "object"}, "problems": [)"
        + problemShape() + "]}";
}

QByteArray validationShape()
{
    return R"({"valid": "bool", "rule_set": "string|null", "format": "string|null", "rules": "number|null",
        "problems": [)"
        + problemShape() + R"(], "unknown": ["string"], "losses": [)" + lossShape() + "]}";
}

QByteArray ruleImportShape()
{
    return R"({"rule_set": "string", "version": "number", "draft": "bool", "format": "string",
        "accounts_created": ["string"], "losses": [)"
        + lossShape() + R"(], "unknown": ["string"], "problems": [)" + problemShape() + "]}";
}

QByteArray ruleExportShape()
{
    return R"({"rule_set": "string", "version": "number", "format": "string", "suffix": "string",
        "text": "string", "losses": [)"
        + lossShape() + "]}";
}

QByteArray ruleTestShape()
{
    return R"({"rule_set": "string", "version": "number", "decision": )" + decisionShape() + "}";
}

QByteArray ruleDiffShape()
{
    return R"({"before": {"rule_set": "string", "version": "number"},
        "after": {"rule_set": "string", "version": "number"},
        "changes": [{"kind": "string", "rule": "string", "details": ["string"]}]})";
}

QByteArray usageShape(const QStringList &by)
{
    QByteArray keys;
    for (const QString &dimension : by)
        keys += '"' + dimension.toUtf8() + R"(": "string", )";
    return R"({"since": "string", "until": "string", "zone": "string", "by": ["string"], "rows": [{)" + keys
        + figures() + R"(}], "total": {)" + figures() + "}}";
}

} // namespace test
