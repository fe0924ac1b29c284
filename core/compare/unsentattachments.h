#pragma once

#include "core/compare/attachment.h"
#include "core/storage/database.h"

namespace core {

/// What is attached in the composer, kept for the next start: the files as they were read. Owned by Services;
/// main thread.
class UnsentAttachments
{
public:
    explicit UnsentAttachments(Database &database);

    /// In their order; what cannot be understood any more is left out.
    QFuture<Result<QList<Attachment>>> load() const;
    /// Takes the place of what was kept.
    QFuture<Result<void>> save(const QList<Attachment> &attachments);

private:
    Database &m_database;
};

} // namespace core
