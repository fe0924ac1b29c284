#include "core/imports/conversationimport.h"

#include "core/base/continuation.h"
#include "core/imports/conversationfile.h"
#include "core/imports/runfile.h"
#include "core/ledger/ledgerwriter.h"

#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

namespace core {

namespace {

/// How much of a file one step reads: some tens of milliseconds of reading and of writing.
constexpr qint64 kStepBytes = 1024 * 1024;

} // namespace

struct ConversationImport::Batch
{
    QList<ImportedConversation> conversations = {};
    /// Those of one document.
    QList<RunRecord> runs = {};
    /// Read so far in this pass, and in all.
    qint64 position = 0;
    qint64 size = 0;
    int count = 0;
    bool end = false;
};

/// One reading of all files. Only one step uses it at a time.
class ConversationImport::Pass
{
public:
    Pass(const QStringList &files, std::shared_ptr<std::atomic_bool> cancelled)
        : m_files(files), m_cancelled(std::move(cancelled))
    {
        for (const QString &file : files)
            m_size += QFileInfo(file).size();
    }

    Result<Batch> step()
    {
        Batch batch;
        const qint64 until = position() + kStepBytes;
        while (position() < until && !*m_cancelled && !batch.end) {
            if (!m_file) {
                batch.end = m_files.isEmpty();
                if (batch.end)
                    break;
                const QString path = m_files.takeFirst();
                if (isRunFile(path)) {
                    if (const Result<void> read = readRuns(path, batch); !read)
                        return read.error();
                    break;
                }
                Result<std::unique_ptr<ConversationFile>> opened = ConversationFile::open(path);
                if (!opened)
                    return opened.error();
                m_file = std::move(*opened);
            }
            Result<std::optional<ImportedConversation>> conversation = m_file->next(m_losses);
            if (!conversation)
                return conversation.error();
            if (conversation->has_value()) {
                batch.conversations.append(**conversation);
                ++m_count;
            } else {
                m_before += m_file->size();
                m_file.reset();
            }
        }
        batch.position = position();
        batch.size = m_size;
        batch.count = m_count;
        return batch;
    }

    const ImportLosses &losses() const { return m_losses; }

private:
    Result<void> readRuns(const QString &path, Batch &batch)
    {
        Result<QList<RunRecord>> runs = readRunFile(path, m_losses);
        if (!runs)
            return runs.error();
        batch.runs = *runs;
        m_count += conversationsOf(*runs);
        m_before += QFileInfo(path).size();
        return {};
    }

    qint64 position() const { return m_before + (m_file ? m_file->position() : 0); }

    QStringList m_files;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    std::unique_ptr<ConversationFile> m_file;
    ImportLosses m_losses;
    qint64 m_before = 0;
    qint64 m_size = 0;
    int m_count = 0;
};

ConversationImport::ConversationImport(LedgerWriter &writer, const QStringList &files, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_files(files)
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
{
}

ConversationImport::~ConversationImport()
{
    *m_cancelled = true;
}

void ConversationImport::start()
{
    m_pass = std::make_shared<Pass>(m_files, m_cancelled);
    next();
}

void ConversationImport::cancel()
{
    *m_cancelled = true;
}

void ConversationImport::next()
{
    const auto promise = std::make_shared<QPromise<Result<Batch>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, pass = m_pass] {
        promise->addResult(pass->step());
        promise->finish();
    });
    continued(promise->future(), this, [this](const Result<Batch> &batch) { take(batch); });
}

void ConversationImport::take(const Result<Batch> &batch)
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
    if (m_writing)
        write(*batch);
    else
        progress(*batch);
}

void ConversationImport::write(const Batch &batch)
{
    if (batch.conversations.isEmpty()) {
        writeRuns(batch);
        return;
    }
    continued(m_writer.importConversations(batch.conversations), this,
              [this, batch](const Result<ImportCount> &count) {
                  if (!count) {
                      emit finished(count.error());
                      return;
                  }
                  m_report.count += *count;
                  writeRuns(batch);
              });
}

void ConversationImport::writeRuns(const Batch &batch)
{
    if (batch.runs.isEmpty()) {
        progress(batch);
        return;
    }
    continued(m_writer.importRuns(batch.runs), this, [this, batch](const Result<ImportOutcome> &outcome) {
        if (!outcome) {
            emit finished(outcome.error());
            return;
        }
        m_report.count += ImportCount{conversationsOf(batch.runs), static_cast<int>(outcome->runs.size()),
                                      static_cast<int>(outcome->known.size())};
        progress(batch);
    });
}

void ConversationImport::progress(const Batch &batch)
{
    const double share =
        batch.size > 0 ? static_cast<double>(batch.position) / static_cast<double>(batch.size) : 1.0;
    emit progressed((m_writing ? 0.5 : 0.0) + share / 2.0, batch.count);
    if (!batch.end)
        next();
    else
        endPass();
}

void ConversationImport::endPass()
{
    if (m_writing) {
        emit finished(m_report);
        return;
    }
    m_writing = true;
    m_report.losses = m_pass->losses().list();
    m_pass = std::make_shared<Pass>(m_files, m_cancelled);
    next();
}

} // namespace core
