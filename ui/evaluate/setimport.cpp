#include "ui/evaluate/setimport.h"

#include "core/evaluate/casereader.h"
#include "core/evaluate/promptfooimport.h"

#include <QFile>
#include <QFileInfo>

namespace ui {

namespace {

core::Result<SetImport> readConfiguration(const QString &path, const QList<core::Account> &accounts,
                                          const core::Presets &presets)
{
    const core::Result<core::PromptfooImport> read = core::importPromptfoo(path, accounts, presets);
    if (!read)
        return read.error();
    SetImport found{read->draft, {}, read->targets, {}, read->judge};
    QStringList lines;
    for (const core::PromptfooLoss &loss : read->losses)
        lines += QStringLiteral("%1: %2").arg(loss.path, loss.what);
    found.losses = lines.join(QLatin1Char('\n'));
    return found;
}

core::Result<SetImport> readEvaluation(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::Error{core::ErrorKind::InvalidRequest,
                           QStringLiteral("%1: %2").arg(path, file.errorString())};
    core::Result<core::MatrixImport> read = core::readMatrixDocument(file.readAll());
    if (!read)
        return read.error();
    const QString losses = read->unknown.join(QLatin1Char('\n'));
    return SetImport{read->draft, losses, read->targets, std::move(read.value()), {}};
}

} // namespace

core::Result<SetImport> readSet(const QString &path, const QList<core::Account> &accounts,
                                const core::Presets &presets)
{
    if (core::isPromptfooFile(path))
        return readConfiguration(path, accounts, presets);
    if (core::isMatrixFile(path))
        return readEvaluation(path);
    const QFileInfo file(path);
    const core::Result<core::CaseTable> table = core::readCaseFile(path);
    if (!table)
        return table.error();
    SetImport found;
    found.draft.name = file.completeBaseName();
    found.draft.source = file.fileName();
    found.draft.table = *table;
    if (!table->columns.contains(core::kPromptColumn) && !table->columns.isEmpty())
        found.draft.prompt = QStringLiteral("{{%1}}").arg(table->columns.constFirst());
    return found;
}

} // namespace ui
