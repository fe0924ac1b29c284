#include "core/prompts/templatefiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace core {

namespace {

QString unreadable(const QString &name, const QString &why)
{
    return QStringLiteral("%1 cannot be read: %2").arg(name, why);
}

void readOne(const QString &path, const QString &name, const QString &folder, TemplateFiles *files)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        files->problems.append(unreadable(name, file.errorString()));
        return;
    }
    const QByteArray data = file.read(kMostTemplateBytes + 1);
    if (data.size() > kMostTemplateBytes) {
        files->problems.append(unreadable(name, QStringLiteral("it is larger than 1 MB")));
        return;
    }
    const Result<TemplateFile> read = readTemplateFile(data, name, folder);
    if (!read) {
        files->problems.append(read.error().message);
        return;
    }
    files->entries.append(read->entry);
    if (!read->unknown.isEmpty())
        files->unknown.append(name + QStringLiteral(": ") + read->unknown.join(QStringLiteral(", ")));
}

/// A path that is free or has just this text already; empty when there is none.
QString freePath(const QString &wanted, const QByteArray &text)
{
    constexpr int kMostTries = 1'000;
    const QFileInfo info(wanted);
    const QString stem = info.path() + u'/' + info.completeBaseName();
    for (int number = 1; number < kMostTries; ++number) {
        const QString path =
            number == 1 ? wanted : QStringLiteral("%1 (%2).md").arg(stem, QString::number(number));
        QFile file(path);
        if (!file.exists() || (file.open(QIODevice::ReadOnly) && file.readAll() == text))
            return path;
    }
    return {};
}

} // namespace

TemplateFiles readTemplateFiles(const QStringList &paths)
{
    TemplateFiles files;
    for (const QString &path : paths.mid(0, kMostTemplateFiles))
        readOne(path, QFileInfo(path).fileName(), {}, &files);
    if (paths.size() > kMostTemplateFiles)
        files.problems.append(QStringLiteral("Only the first %1 files were read.").arg(kMostTemplateFiles));
    return files;
}

TemplateFiles readTemplateFolder(const QString &folder)
{
    const QStringList kinds{QStringLiteral("*.md"), QStringLiteral("*.markdown"), QStringLiteral("*.txt")};
    QDirIterator found(folder, kinds, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    QStringList paths;
    while (found.hasNext() && paths.size() <= kMostTemplateFiles)
        paths.append(found.next());
    std::sort(paths.begin(), paths.end());
    TemplateFiles files;
    const QDir root(folder);
    for (const QString &path : paths.mid(0, kMostTemplateFiles)) {
        const QString inside = QFileInfo(root.relativeFilePath(path)).path();
        readOne(path, QFileInfo(path).fileName(), inside == QLatin1StringView(".") ? QString() : inside,
                &files);
    }
    if (paths.size() > kMostTemplateFiles)
        files.problems.append(QStringLiteral("Only the first %1 files were read.").arg(kMostTemplateFiles));
    return files;
}

TemplateExport writeTemplateFolder(const QString &folder, const QList<PromptTemplate> &entries)
{
    TemplateExport outcome;
    const QDir root(folder);
    for (const PromptTemplate &entry : entries) {
        const QString wanted = root.filePath(templateFilePath(entry));
        const QByteArray text = writeTemplateFile(entry);
        const bool placed = root.mkpath(QFileInfo(wanted).path());
        const QString path = placed ? freePath(wanted, text) : QString();
        QSaveFile file(path);
        const bool written = !path.isEmpty() && file.open(QIODevice::WriteOnly)
            && file.write(text) == text.size() && file.commit();
        if (!written) {
            outcome.problems.append(
                QStringLiteral("%1 cannot be written: %2").arg(templateFilePath(entry), file.errorString()));
            continue;
        }
        ++outcome.written;
        outcome.besides += path == wanted ? 0 : 1;
    }
    return outcome;
}

} // namespace core
