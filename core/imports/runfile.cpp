#include "core/imports/runfile.h"

#include "core/compare/rundocument.h"
#include "core/imports/importwords.h"
#include "core/imports/jsonelements.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace core {

namespace {

/// Far above any export of a person's own; a document is read whole.
constexpr qint64 kMostBytes = 512'000'000;

} // namespace

bool isRunFile(const QString &filePath)
{
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    JsonElements elements(file);
    const Result<std::optional<QJsonObject>> first = elements.next();
    if (!first || !first->has_value())
        return false;
    const auto holds = [&first](const char *list) { return (**first)[QLatin1StringView(list)].isArray(); };
    return holds("lanes") || holds("runs");
}

Result<QList<RunRecord>> readRunFile(const QString &filePath, ImportLosses &losses)
{
    const QFileInfo info(filePath);
    const auto fault = [&info](const QString &what) {
        return unreadable(
            ImportWords::tr("%1: %2", "a file and what is wrong with it").arg(info.fileName(), what));
    };
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return fault(file.errorString());
    if (file.size() > kMostBytes)
        return fault(ImportWords::tr("the file is larger than 512 MB"));
    const Result<RunDocument> read = readRunDocument(file.readAll(), info.lastModified().toMSecsSinceEpoch());
    if (!read)
        return fault(read.error().message);
    losses.setConversation(info.fileName());
    for (const QString &path : read->unknown)
        losses.add(LossKind::Field, path);
    return read->runs;
}

int conversationsOf(const QList<RunRecord> &runs)
{
    // One for each turn that follows none of the document.
    QSet<qint64> ids;
    for (const RunRecord &run : runs)
        ids.insert(run.id);
    return static_cast<int>(std::count_if(runs.cbegin(), runs.cend(), [&ids](const RunRecord &run) {
        return run.turn.parentRun == 0 || !ids.contains(run.turn.parentRun);
    }));
}

} // namespace core
