#pragma once

#include "core/imports/importlosses.h"
#include "core/imports/jsonelements.h"
#include "core/ledger/importwriting.h"

#include <QFile>

#include <memory>

namespace core {

/// A file of conversations of another program, read one after the other; what program is told from its
/// content. Any thread, one at a time. Errors name the file and where in it, and mean that nothing of it
/// should be imported.
class ConversationFile
{
public:
    static Result<std::unique_ptr<ConversationFile>> open(const QString &filePath);

    /// The next conversation; nothing at the end.
    Result<std::optional<ImportedConversation>> next(ImportLosses &losses);

    /// Bytes read so far, and in all.
    qint64 position() const { return m_elements.position(); }
    qint64 size() const { return m_file.size(); }

private:
    using Reader = Result<ImportedConversation> (*)(const QJsonObject &element, ImportLosses &losses);

    explicit ConversationFile(const QString &filePath);
    Error named(const Error &error) const;
    static Reader readerFor(const QJsonObject &element);

    QFile m_file;
    JsonElements m_elements;
    /// That of the first element, which all others must fit.
    Reader m_reader = nullptr;
};

} // namespace core
