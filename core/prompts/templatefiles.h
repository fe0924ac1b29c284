#pragma once

#include "core/prompts/frontmatter.h"

namespace core {

/// The most files that are read at once, and the largest: ours.
inline constexpr int kMostTemplateFiles = 5'000;
inline constexpr qint64 kMostTemplateBytes = 1'000'000;

/// What was read of several files.
struct TemplateFiles
{
    QList<PromptTemplate> entries = {};
    /// One sentence for each file that was not understood.
    QStringList problems = {};
    /// Fields that mean nothing here, by file: `mail.md: author, tags`.
    QStringList unknown = {};
};

/// Reads the files, each for itself; see readTemplateFile(). Blocks: for a worker thread.
TemplateFiles readTemplateFiles(const QStringList &paths);

/// Reads every `.md`, `.markdown` and `.txt` file in the folder and below it; a file without a folder in its
/// front matter is put where it lies. Links are not followed. Blocks: for a worker thread.
TemplateFiles readTemplateFolder(const QString &folder);

/// What was written.
struct TemplateExport
{
    int written = 0;
    /// Files that were there with another text and were left alone; the template is beside them with a
    /// number.
    int besides = 0;
    QStringList problems = {};
};

/// Writes each template into a file of its own under `folder`; see templateFilePath(). Blocks: for a worker
/// thread.
TemplateExport writeTemplateFolder(const QString &folder, const QList<PromptTemplate> &entries);

} // namespace core
