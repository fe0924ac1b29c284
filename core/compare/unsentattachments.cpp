#include "core/compare/unsentattachments.h"

#include "core/storage/statement.h"

namespace core {

UnsentAttachments::UnsentAttachments(Database &database) : m_database(database) { }

QFuture<Result<QList<Attachment>>> UnsentAttachments::load() const
{
    return m_database.read([](Connection &connection) -> Result<QList<Attachment>> {
        QList<Attachment> attachments;
        const Result<void> read =
            Statement(connection,
                      QStringLiteral("SELECT name, data FROM unsent_attachments ORDER BY position"))
                .each([&](const Statement &row) {
                    if (const Result<Attachment> kept = attachmentOf(row.text(0), row.blob(1)))
                        attachments.append(*kept);
                });
        return read ? Result<QList<Attachment>>(attachments) : Result<QList<Attachment>>(read.error());
    });
}

QFuture<Result<void>> UnsentAttachments::save(const QList<Attachment> &attachments)
{
    return m_database.write([attachments](Connection &connection) -> Result<void> {
        const Result<void> cleared =
            Statement(connection, QStringLiteral("DELETE FROM unsent_attachments")).run();
        if (!cleared)
            return cleared;
        Statement statement(connection,
                            QStringLiteral("INSERT INTO unsent_attachments (position, name, data) "
                                           "VALUES (:position, :name, :data)"));
        for (qsizetype at = 0; at < attachments.size(); ++at) {
            const Result<void> kept = statement.bind(":position", at)
                                          .bind(":name", attachments.at(at).name)
                                          .bindBlob(":data", attachments.at(at).data)
                                          .run();
            if (!kept)
                return kept;
        }
        return {};
    });
}

} // namespace core
