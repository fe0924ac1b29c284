#include "core/insight/trafficimport.h"

#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/insight/insightwords.h"
#include "core/ledger/ledgerwriter.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace core {

namespace {

/// How much of a file one step reads: some tens of milliseconds of reading and of writing.
constexpr qint64 kTrafficStepBytes = 1024 * 1024;
/// Longest line that is read.
constexpr qint64 kLongestLine = 64 * 1024 * 1024;
/// Lines that isTrafficFile() looks at for one that is not empty.
constexpr int kFirstLines = 20;

Error unreadableFile(const QFile &file)
{
    return Error{ErrorKind::InvalidRequest,
                 InsightWords::tr("%1 could not be read: %2")
                     .arg(QFileInfo(file.fileName()).fileName(), file.errorString())};
}

QByteArray withoutMark(QByteArray line)
{
    if (line.startsWith("\xEF\xBB\xBF"))
        line.remove(0, 3);
    return line.trimmed();
}

/// The object of a line. The error says what is wrong with it.
Result<QJsonObject> objectOfLine(const QByteArray &line)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{ErrorKind::InvalidRequest,
                     InsightWords::tr("it is no JSON: %1 at its character %2")
                         .arg(problem.errorString(), QString::number(problem.offset))};
    if (!document.isObject())
        return Error{ErrorKind::InvalidRequest, InsightWords::tr("it is no JSON object")};
    return document.object();
}

} // namespace

struct TrafficImport::Batch
{
    QList<ImportedRequest> requests = {};
    QList<TrafficFault> faults = {};
    /// Read so far in this pass, and in all.
    qint64 position = 0;
    qint64 size = 0;
    qint64 count = 0;
    bool end = false;
};

/// One reading of all files. Only one step uses it at a time.
class TrafficImport::Pass
{
public:
    Pass(const QStringList &files, const TrafficOptions &options, std::shared_ptr<std::atomic_bool> cancelled)
        : m_files(files), m_options(options), m_cancelled(std::move(cancelled))
    {
        for (const QString &file : files)
            m_size += QFileInfo(file).size();
    }

    Result<Batch> step()
    {
        Batch batch;
        const qint64 until = position() + kTrafficStepBytes;
        while (position() < until && !*m_cancelled && !batch.end) {
            if (!m_file) {
                batch.end = m_files.isEmpty();
                if (batch.end)
                    break;
                if (const Result<void> opened = openNext(); !opened)
                    return opened.error();
            }
            if (m_file->atEnd()) {
                m_before += m_file->size();
                m_file.reset();
                continue;
            }
            if (const Result<void> read = readLine(batch); !read)
                return read.error();
        }
        batch.position = position();
        batch.size = m_size;
        batch.count = m_count;
        return batch;
    }

    const ImportLosses &losses() const { return m_losses; }

private:
    Result<void> openNext()
    {
        m_file = std::make_unique<QFile>(m_files.takeFirst());
        if (!m_file->open(QIODevice::ReadOnly))
            return unreadableFile(*m_file);
        const QFileInfo info(m_file->fileName());
        m_name = info.fileName();
        // With a limit Qt sets so much aside for every line.
        m_mostBytes = info.size() > kLongestLine ? kLongestLine : 0;
        m_changedMs = info.lastModified().toMSecsSinceEpoch();
        m_losses.setConversation(m_name);
        m_line = 0;
        m_seen.clear();
        return {};
    }

    Result<void> readLine(Batch &batch)
    {
        ++m_line;
        const QByteArray raw = m_file->readLine(m_mostBytes);
        if (raw.isEmpty())
            return unreadableFile(*m_file);
        if (!raw.endsWith('\n') && !m_file->atEnd()) {
            skipLine();
            batch.faults.append({m_name, m_line, InsightWords::tr("it is longer than 64 MB")});
            return {};
        }
        const QByteArray line = withoutMark(raw);
        if (line.isEmpty())
            return {};
        const Result<QJsonObject> object = objectOfLine(line);
        const Result<ImportedRequest> request = object
            ? readTrafficLine(*object, m_options, m_changedMs, m_losses)
            : Result<ImportedRequest>(object.error());
        if (!request) {
            batch.faults.append({m_name, m_line, request.error().message});
            return {};
        }
        ++m_count;
        batch.requests.append(*request);
        const QByteArray mark = trafficMark(*object);
        // The same was asked again when a file has a line several times.
        batch.requests.last().externalId =
            QStringLiteral("%1#%2").arg(QString::fromLatin1(mark), QString::number(m_seen[mark]++));
        return {};
    }

    void skipLine()
    {
        while (!m_file->atEnd() && !m_file->readLine(m_mostBytes).endsWith('\n')) { }
    }

    qint64 position() const { return m_before + (m_file ? m_file->pos() : 0); }

    QStringList m_files;
    const TrafficOptions m_options;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    std::unique_ptr<QFile> m_file;
    QString m_name;
    qint64 m_changedMs = 0;
    qint64 m_mostBytes = 0;
    qint64 m_line = 0;
    QHash<QByteArray, int> m_seen;
    ImportLosses m_losses;
    qint64 m_before = 0;
    qint64 m_size = 0;
    qint64 m_count = 0;
};

QString TrafficFault::toString() const
{
    return InsightWords::tr("%1, line %2: %3.").arg(file, QString::number(line), what);
}

bool isTrafficFile(const QString &filePath)
{
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    for (int line = 0; line < kFirstLines && !file.atEnd(); ++line) {
        const QByteArray text = withoutMark(file.readLine(kLongestLine));
        if (text.isEmpty())
            continue;
        const Result<QJsonObject> object = objectOfLine(text);
        return object && isTrafficLine(*object);
    }
    return false;
}

TrafficImport::TrafficImport(LedgerWriter &writer, const QStringList &files, const TrafficOptions &options,
                             QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_files(files)
    , m_options(options)
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
{
}

TrafficImport::~TrafficImport()
{
    *m_cancelled = true;
}

void TrafficImport::start()
{
    // Whether a line is a request does not depend on its task, which takes longest to find.
    TrafficOptions checking = m_options;
    checking.suggestTasks = false;
    m_pass = std::make_shared<Pass>(m_files, checking, m_cancelled);
    next();
}

void TrafficImport::cancel()
{
    *m_cancelled = true;
}

void TrafficImport::next()
{
    continued(onWorker([pass = m_pass] { return pass->step(); }), this,
              [this](const Result<Batch> &batch) { take(batch); });
}

void TrafficImport::take(const Result<Batch> &batch)
{
    if (!batch) {
        emit finished(batch.error());
        return;
    }
    if (*m_cancelled) {
        m_report.cancelled = true;
        emit finished(m_report);
        return;
    }
    if (!m_writing)
        note(*batch);
    if (!m_writing || batch->requests.isEmpty()) {
        progress(*batch);
        return;
    }
    continued(m_writer.importRequests(batch->requests), this,
              [this, read = *batch](const Result<RequestCount> &count) {
                  if (!count) {
                      emit finished(count.error());
                      return;
                  }
                  m_report.count += *count;
                  progress(read);
              });
}

void TrafficImport::note(const Batch &batch)
{
    m_report.faultCount += batch.faults.size();
    m_report.faults.append(batch.faults.mid(0, kMostFaults - m_report.faults.size()));
    for (const ImportedRequest &request : batch.requests) {
        m_report.unpriced += request.lane.cost.amount ? 0 : 1;
        m_report.estimated += request.lane.completion.usage.basis == UsageBasis::Estimated ? 1 : 0;
    }
}

void TrafficImport::progress(const Batch &batch)
{
    const double share =
        batch.size > 0 ? static_cast<double>(batch.position) / static_cast<double>(batch.size) : 1.0;
    emit progressed((m_writing ? 0.5 : 0.0) + share / 2.0, batch.count);
    if (!batch.end)
        next();
    else
        endPass();
}

Error TrafficImport::faultError() const
{
    const QString first = m_report.faults.constFirst().toString();
    if (m_report.faultCount == 1)
        return Error{ErrorKind::InvalidRequest, first};
    return Error{ErrorKind::InvalidRequest,
                 InsightWords::tr("%1 %n more lines are no requests either.", nullptr,
                                  static_cast<int>(m_report.faultCount - 1))
                     .arg(first)};
}

void TrafficImport::endPass()
{
    if (m_writing) {
        emit finished(m_report);
        return;
    }
    if (m_report.faultCount > 0 && !m_skipFaults) {
        emit finished(faultError());
        return;
    }
    m_writing = true;
    m_report.losses = m_pass->losses().list();
    m_pass = std::make_shared<Pass>(m_files, m_options, m_cancelled);
    next();
}

} // namespace core
