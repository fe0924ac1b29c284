#include "core/chat/errorreader.h"

#include "core/base/redaction.h"
#include "core/chat/errorclassifier.h"
#include "core/chat/retryafter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype kLongestMessage = 1000;
// What an error page says stands at its beginning.
constexpr qsizetype kMostTextRead = 16 * 1024;

/// Collects what the shapes of an error say; whatever is said first stays.
struct Reading
{
    ErrorFacts facts;
    QString code;
    bool codeIsNumber = false;
    std::optional<std::chrono::milliseconds> retryAfter;
};

QString oneLine(const QString &text)
{
    QString line = redacted(text.left(kMostTextRead).simplified());
    if (line.size() > kLongestMessage)
        line = line.left(kLongestMessage - 1) + QChar(0x2026);
    return line;
}

/// An object, an array or a string; undefined for anything else.
QJsonValue parseJson(const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    if (text.startsWith('"')) {
        const QJsonArray wrapped = QJsonDocument::fromJson('[' + text + ']').array();
        return wrapped.size() == 1 ? wrapped.first() : QJsonValue(QJsonValue::Undefined);
    }
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isObject())
        return document.object();
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(QJsonValue::Undefined);
}

QString scalarText(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.toString();
}

void addCode(Reading *reading, const QJsonValue &value)
{
    const QString code = scalarText(value).trimmed();
    if (code.isEmpty() || code == QLatin1StringView("error"))
        return;
    bool isNumber = false;
    const int number = code.toInt(&isNumber);
    if (isNumber && reading->facts.status == 0 && number >= 400 && number < 600)
        reading->facts.status = number;
    reading->facts.codes.append(code.toLower());
    // A name says more than a number, which mostly repeats the status.
    if (reading->code.isEmpty() || (!isNumber && std::exchange(reading->codeIsNumber, false)))
        reading->code = oneLine(code).left(100);
    reading->codeIsNumber = isNumber && reading->facts.codes.size() == 1;
}

/// FastAPI's list: `[{"loc": ["body", "messages"], "msg": "field required"}]`.
QString detailListText(const QJsonArray &list)
{
    QStringList sentences;
    for (const QJsonValue &entry : list) {
        const QJsonObject object = entry.toObject();
        const QString sentence =
            entry.isString() ? entry.toString() : object.value(QLatin1StringView("msg")).toString();
        QStringList location;
        for (const QJsonValue &step : object.value(QLatin1StringView("loc")).toArray())
            location.append(scalarText(step));
        const QString where = location.join(QLatin1Char('.'));
        if (!sentence.isEmpty())
            sentences.append(where.isEmpty() ? sentence : where + QStringLiteral(": ") + sentence);
        if (sentences.size() == 8)
            break;
    }
    return sentences.join(QStringLiteral("; "));
}

void readErrorValue(const QJsonValue &value, Reading *reading, int depth);

/// Google's `details`: a precise reason, and when to come back.
void readDetails(const QJsonArray &details, Reading *reading)
{
    for (const QJsonValue &entry : details) {
        const QJsonObject detail = entry.toObject();
        addCode(reading, detail.value(QLatin1StringView("reason")));
        const QByteArray delay = detail.value(QLatin1StringView("retryDelay")).toString().toLatin1();
        if (!delay.isEmpty() && !reading->retryAfter)
            reading->retryAfter = parseGoDuration(delay);
    }
}

/// OpenRouter wraps the upstream's own answer as text: `metadata.raw`.
QString upstreamSentence(const QJsonObject &error, int depth)
{
    const QString raw =
        error.value(QLatin1StringView("metadata")).toObject().value(QLatin1StringView("raw")).toString();
    Reading upstream;
    const QJsonValue value = parseJson(raw.toUtf8());
    if (value.isUndefined())
        return raw;
    readErrorValue(value, &upstream, depth + 1);
    return upstream.facts.message;
}

void readErrorObjectMembers(const QJsonObject &object, Reading *reading, int depth)
{
    addCode(reading, object.value(QLatin1StringView("code")));
    addCode(reading, object.value(QLatin1StringView("type")));
    addCode(reading, object.value(QLatin1StringView("status")));
    const QJsonValue details = object.value(QLatin1StringView("details"));
    readDetails(details.toArray(), reading);
    const QJsonValue inner = object.value(QLatin1StringView("error"));
    if (!inner.isString())
        readErrorValue(inner, reading, depth + 1);
    // Beside a `message`, a textual `error` is only its heading ("Not Found").
    for (const char *name :
         {"message", "detail", "msg", "error_message", "error_msg", "errors", "error", "title", "details"}) {
        if (reading->facts.message.isEmpty())
            readErrorValue(object.value(QLatin1StringView(name)), reading, depth + 1);
    }
    const QString parameter = object.value(QLatin1StringView("param")).toString();
    if (!parameter.isEmpty() && !reading->facts.message.contains(parameter))
        reading->facts.message += QStringLiteral(" (parameter: %1)").arg(parameter);
    const QString upstream = upstreamSentence(object, depth);
    if (!upstream.isEmpty() && !reading->facts.message.contains(upstream))
        reading->facts.message += QStringLiteral(": ") + upstream;
}

void readErrorValue(const QJsonValue &value, Reading *reading, int depth)
{
    constexpr int kDeepest = 4;
    if (depth > kDeepest)
        return;
    if (value.isString()) {
        if (reading->facts.message.isEmpty())
            reading->facts.message = value.toString().left(kMostTextRead);
    } else if (value.isArray()) {
        const QJsonArray list = value.toArray();
        const QJsonObject first = list.first().toObject();
        if (first.contains(QLatin1StringView("msg")) || list.first().isString())
            reading->facts.message = detailListText(list);
        else
            readErrorObjectMembers(first, reading, depth);
    } else if (value.isObject()) {
        readErrorObjectMembers(value.toObject(), reading, depth);
    }
}

/// The title of an error page, else its text without tags.
QString htmlText(const QString &html)
{
    const auto options =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption;
    static const QRegularExpression title(QStringLiteral("<title[^>]*>([^<]*)</title"), options);
    static const QRegularExpression hidden(QStringLiteral("<(script|style|head)\\b.*?</\\1\\s*>"), options);
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    const QString heading = title.match(html).captured(1).simplified();
    if (!heading.isEmpty())
        return heading;
    QString text = html;
    text.remove(hidden);
    text.replace(tag, QStringLiteral(" "));
    return text.simplified().left(200);
}

bool isHtml(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray start = body.left(64).trimmed().toLower();
    return contentType.toLower().contains("html") || start.startsWith("<!doctype")
        || start.startsWith("<html");
}

QString fallbackMessage(int httpStatus)
{
    return httpStatus > 0 ? QStringLiteral("The server answered HTTP %1 without a reason.").arg(httpStatus)
                          : QStringLiteral("The server reported an error without a reason.");
}

Error toError(const Reading &reading, std::optional<int> httpStatus)
{
    Error error;
    error.kind = classifyError(reading.facts);
    error.message = oneLine(reading.facts.message);
    if (error.message.isEmpty())
        error.message = fallbackMessage(httpStatus.value_or(0));
    error.httpStatus = httpStatus;
    error.retryAfter = reading.retryAfter;
    error.code = reading.code;
    return error;
}

} // namespace

Error readErrorResponse(int httpStatus, const QByteArray &contentType, const QByteArray &body,
                        const QList<std::pair<QByteArray, QByteArray>> &headers, qint64 nowUtcMs)
{
    Reading reading;
    reading.facts.status = httpStatus;
    const QJsonValue value = parseJson(body);
    if (!value.isUndefined())
        readErrorValue(value, &reading, 0);
    else if (isHtml(contentType, body))
        reading.facts.message = htmlText(QString::fromUtf8(body.left(kMostTextRead)));
    else
        reading.facts.message = QString::fromUtf8(body.left(kMostTextRead));

    if (const auto wait = readRetryAfter(headers, nowUtcMs))
        reading.retryAfter = wait;
    reading.facts.namesWait = reading.retryAfter.has_value();
    if (!reading.retryAfter && (httpStatus == 429 || httpStatus == 503))
        reading.retryAfter = readRateLimitReset(headers, nowUtcMs);
    return toError(reading, httpStatus);
}

Error readErrorObject(const QJsonValue &value)
{
    Reading reading;
    readErrorValue(value, &reading, 0);
    reading.facts.namesWait = reading.retryAfter.has_value();
    return toError(reading, std::nullopt);
}

} // namespace core
