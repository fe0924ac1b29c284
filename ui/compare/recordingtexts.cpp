#include "ui/compare/recordingtexts.h"

#include "core/base/formatting.h"
#include "ui/compare/lanewords.h"

#include <QJsonDocument>
#include <QLocale>

namespace ui {

namespace {

/// A plain text field lays out this much in a moment.
constexpr qsizetype kLongest = 512 * 1024;

QString headersText(const QList<core::Header> &headers)
{
    QString text;
    for (const core::Header &header : headers)
        text += QString::fromUtf8(header.first) + QStringLiteral(": ") + QString::fromUtf8(header.second)
            + QLatin1Char('\n');
    return text;
}

QString stamp(double ms)
{
    return QLocale().toString(ms, 'f', 1).rightJustified(9);
}

QString byTime(const core::Recording &recording)
{
    QString text;
    qsizetype offset = 0;
    double before = recording.timing.headers.value_or(0.0);
    for (const core::RecordedChunk &chunk : recording.chunks) {
        text += LaneWords::tr("%1 ms   +%2 ms   %3", "when, how much later, how much")
                    .arg(stamp(chunk.atMs), QLocale().toString(chunk.atMs - before, 'f', 1),
                         sizeText(chunk.size, chunk.size))
            + QLatin1Char('\n');
        const QByteArray bytes = recording.response.mid(offset, chunk.size);
        offset += chunk.size;
        before = chunk.atMs;
        text += QString::fromUtf8(bytes).trimmed() + QStringLiteral("\n\n");
        if (text.size() > kLongest * 2)
            break; // more is never shown
    }
    return text;
}

} // namespace

QString requestBody(const core::Recording &recording, RequestForm form)
{
    if (form == RequestForm::Formatted && !recording.isRequestCut()) {
        const QJsonDocument json = QJsonDocument::fromJson(recording.request);
        if (!json.isNull())
            return QString::fromUtf8(json.toJson(QJsonDocument::Indented)).trimmed();
    }
    return QString::fromUtf8(recording.request);
}

QString requestText(const core::Recording &recording, RequestForm form)
{
    return QString::fromLatin1(recording.method) + QLatin1Char(' ') + recording.url + QLatin1Char('\n')
        + headersText(recording.requestHeaders) + QLatin1Char('\n') + requestBody(recording, form);
}

QString responseBody(const core::Recording &recording)
{
    return QString::fromUtf8(recording.response);
}

QString responseText(const core::Recording &recording, ResponseForm form)
{
    QString text = recording.status == 0
        ? LaneWords::tr("No answer came.")
        : LaneWords::tr("Status %1, headers after %2 ms")
              .arg(recording.status)
              .arg(QLocale().toString(recording.timing.headers.value_or(0.0), 'f', 1));
    text += QLatin1Char('\n') + headersText(recording.headers) + QLatin1Char('\n');
    text += form == ResponseForm::ByTime ? byTime(recording) : responseBody(recording);
    if (recording.error)
        text += QLatin1Char('\n') + LaneWords::tr("Ended by: %1").arg(recording.error->message);
    return text;
}

QString sizeText(qint64 size, qint64 kept)
{
    const QString whole = LaneWords::tr("%1 bytes").arg(core::formatCount(size));
    if (kept >= size)
        return whole;
    return LaneWords::tr("%1, the first %2 kept").arg(whole, core::formatCount(kept));
}

QString shortened(const QString &text)
{
    if (text.size() <= kLongest)
        return text;
    return text.first(kLongest) + QStringLiteral("\n\n")
        + LaneWords::tr("%1 more characters are not shown; Copy and the saved recording have them.")
              .arg(core::formatCount(text.size() - kLongest));
}

} // namespace ui
