#include "core/exports/attemptpages.h"

#include "core/ledger/attemptconditions.h"
#include "core/storage/statement.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace core {

namespace {

constexpr int kPage = 1'000;

/// Where the reading starts stands for the filter's own start, of which a page would else read all again.
AttemptFilter pageFilter(AttemptFilter filter)
{
    filter.sinceMs.reset();
    filter.limit = kPage;
    filter.offset = 0;
    return filter;
}

QString conditionsOf(const AttemptFilter &filter)
{
    return (QStringList{QStringLiteral("(a.started_at, a.id) > (:lastms, :lastid)"),
                        QStringLiteral("a.id <= :newest")}
            + attemptConditions(filter))
        .join(QStringLiteral(" AND "));
}

} // namespace

AttemptPages::AttemptPages(Connection &connection, const AttemptFilter &filter, bool withUsageJson)
    : m_connection(connection)
    , m_filter(pageFilter(filter))
    , m_lastMs(filter.sinceMs ? *filter.sinceMs - 1 : std::numeric_limits<qint64>::min())
    , m_lastId(std::numeric_limits<qint64>::max())
    , m_select(attemptSelect({.texts = false, .usageJson = withUsageJson}) + QStringLiteral(" WHERE ")
               + conditionsOf(m_filter)
               + QStringLiteral(" ORDER BY a.started_at, a.id LIMIT :limit OFFSET :offset"))
{
}

Result<qint64> AttemptPages::begin()
{
    const Result<qint64> newest =
        m_connection.integer(QStringLiteral("SELECT ifnull(max(id), 0) FROM attempts"));
    if (!newest)
        return newest.error();
    m_newestId = *newest;
    qint64 count = 0;
    Statement statement(
        m_connection,
        QStringLiteral("SELECT count(*) FROM attempts a JOIN calls c ON c.id = a.call_id WHERE ")
            + conditionsOf(m_filter) + QStringLiteral(" LIMIT :limit OFFSET :offset"));
    bindAttemptFilter(statement, m_filter);
    const Result<bool> counted = statement.bind(":newest", m_newestId)
                                     .bind(":lastms", m_lastMs)
                                     .bind(":lastid", m_lastId)
                                     .first([&count](const Statement &row) { count = row.integer(0); });
    if (!counted)
        return counted.error();
    return count;
}

Result<QList<ExportedAttempt>> AttemptPages::next()
{
    QList<ExportedAttempt> page;
    Statement statement(m_connection, m_select);
    bindAttemptFilter(statement, m_filter);
    const Result<void> read =
        statement.bind(":newest", m_newestId)
            .bind(":lastms", m_lastMs)
            .bind(":lastid", m_lastId)
            .each([&page](const Statement &row) { page.append({.attempt = readAttempt(row)}); });
    if (!read)
        return read.error();
    if (page.isEmpty())
        return page;
    m_lastMs = page.last().attempt.startedAtMs;
    m_lastId = page.last().attempt.id;
    const Result<void> facts = readFacts(page);
    if (!facts)
        return facts.error();
    return page;
}

Result<void> AttemptPages::readFacts(QList<ExportedAttempt> &page)
{
    QJsonArray ids;
    QHash<qint64, ExportedAttempt *> byId;
    for (ExportedAttempt &exported : page) {
        ids.append(exported.attempt.id);
        byId.insert(exported.attempt.id, &exported);
    }
    return Statement(m_connection,
                     QStringLiteral(
                         "SELECT a.id, ifnull(p.id, a.account_id), ifnull(p.preset, ''), c.tags, a.unpriced, "
                         "a.queued_ms FROM attempts a JOIN calls c ON c.id = a.call_id LEFT JOIN accounts p "
                         "ON p.id = CASE "
                         "a.account_id WHEN 0 THEN (SELECT n.id FROM accounts n WHERE n.name = a.account) "
                         "ELSE a.account_id END WHERE a.id IN (SELECT value FROM json_each(:ids))"))
        .bindUtf8(":ids", QJsonDocument(ids).toJson(QJsonDocument::Compact))
        .each([&byId](const Statement &row) {
            ExportedAttempt *const exported = byId.value(row.integer(0));
            exported->accountId = row.integer(1);
            exported->preset = row.text(2);
            exported->tags = row.utf8(3);
            exported->unpriced = row.boolean(4);
            exported->queuedMs = row.optionalReal(5);
        });
}

} // namespace core
