#include "core/insight/pastcalls.h"

#include "core/judging/judgement.h"
#include "core/ledger/recordsjson.h"
#include "core/storage/bulkquery.h"
#include "core/storage/statement.h"

namespace core {

namespace {

/// Distinct parameters or tags that are kept read.
constexpr qsizetype kMostKept = 2'000;

/// Columns of the question.
struct PastColumn
{
    enum {
        Call,
        CreatedAt,
        Task,
        Source,
        Routed,
        Tags,
        Run,
        Requested,
        ParentLane,
        Parameters,
        ParentRun,
        Lineage,
        TextsKept,
        Images,
        System,
        Prompt,
        Draw,
        ContextTurns,
        ContextTokens,
        LostPictures,
        Account,
        Model,
        Settled,
        Input,
        CachedInput,
        CacheWrite,
        CacheWrite1h,
        Output,
        Reasoning,
        UsageBasis,
        Cost,
        Unpriced,
        Rule,
        CostBasisName,
    };
};

/// The lane that stands for a run of which one decision is taken: see BacktestOptions::compareRuns.
QString baselineSql(bool chosen)
{
    const QString winner = QStringLiteral(
        "(SELECT w.lane_id FROM votes v JOIN vote_lanes w ON w.vote_id = v.id WHERE v.run_id = l.run_id "
        "AND v.kind = 'best' AND w.won = 1 AND w.lane_id IS NOT NULL ORDER BY v.judge, v.id LIMIT 1), ");
    const QString ofTarget = QStringLiteral(
        "(SELECT b.id FROM lanes b JOIN lane_facts f ON f.lane_id = b.id WHERE b.run_id = l.run_id "
        "AND f.account = :account AND f.model = :model ORDER BY b.position LIMIT 1), ");
    const QString first =
        QStringLiteral("(SELECT b.id FROM lanes b WHERE b.run_id = l.run_id ORDER BY b.position LIMIT 1)");
    return QStringLiteral("coalesce(") % winner % (chosen ? ofTarget : QString()) % first
        % QStringLiteral(")");
}

/// Which calls are taken, of those that are somebody's traffic.
QString chosenSql(const BacktestOptions &options)
{
    const QString alone = QStringLiteral("NOT EXISTS (SELECT 1 FROM lanes o WHERE o.run_id = l.run_id "
                                         "AND o.id <> l.id)");
    QStringList ways;
    if (options.routed && options.ruleSet.isEmpty())
        ways += QStringLiteral("c.rule_set <> ''");
    else if (options.routed)
        ways += QStringLiteral("(c.rule_set = :ruleset AND c.rule_set_version = :version)");
    if (options.gateway)
        ways += QStringLiteral("(c.source = 'gateway' AND c.rule_set = '')");
    if (options.imported)
        ways += QStringLiteral("(c.source = 'import' AND c.rule_set = '' AND ") % alone % QStringLiteral(")");
    if (options.compareRuns)
        ways += QStringLiteral("(c.source <> 'gateway' AND NOT (c.source = 'import' AND ") % alone
            % QStringLiteral(") AND NOT EXISTS (SELECT 1 FROM lanes o JOIN calls p ON p.lane_id = o.id "
                             "WHERE o.run_id = l.run_id AND p.rule_set <> '') "
                             "AND (c.tags = '{}' OR json_extract(c.tags, '$.quality_check') IS NULL) "
                             "AND c.id = (SELECT max(p.id) FROM calls p WHERE p.lane_id = l.id) "
                             "AND l.id = ")
            % baselineSql(options.baseline.has_value()) % QStringLiteral(")");
    return ways.isEmpty() ? QStringLiteral("0") : ways.join(QStringLiteral(" OR "));
}

/// One row an attempt.
QString pastSql(const BacktestOptions &options, const PastNeeds &needs)
{
    const QString none = QStringLiteral("''");
    const auto wanted = [&none](bool needed, const QString &column) { return needed ? column : none; };
    QString sql = QStringLiteral("SELECT c.id, c.created_at, c.task, c.source, c.rule_set <> '', ");
    sql += wanted(needs.tags, QStringLiteral("c.tags"));
    sql += QStringLiteral(", l.run_id, l.requested, l.parent_lane_id, ");
    sql += wanted(needs.parameters, QStringLiteral("l.parameters"));
    sql += QStringLiteral(", r.parent_run_id, r.lineage, r.texts_kept, ");
    sql += needs.text ? QStringLiteral("CASE r.images WHEN '[]' THEN 0 ELSE json_array_length(r.images) END")
                      : QStringLiteral("0");
    sql += QStringLiteral(", ") % wanted(needs.text, QStringLiteral("r.system")) % QStringLiteral(", ")
        % wanted(needs.text, QStringLiteral("r.prompt")) % QStringLiteral(", ");
    sql += needs.draw ? QStringLiteral("json_extract(d.decision, '$.draw')") : QStringLiteral("NULL");
    const bool asksContext = needs.text || needs.turns;
    sql += asksContext ? QStringLiteral(", x.turns, x.tokens, ifnull(x.lost_pictures, 0)")
                       : QStringLiteral(", NULL, NULL, 0");
    sql += QStringLiteral(
        ", a.account, a.model, a.settled_at IS NOT NULL, a.input_tokens, a.cached_input_tokens, "
        "a.cache_write_tokens, a.cache_write_1h_tokens, a.output_tokens, a.reasoning_tokens, "
        "a.usage_basis, a.cost_picos, a.unpriced");
    const bool ofOneSet = !options.ruleSet.isEmpty();
    sql += QStringLiteral(", ") % wanted(ofOneSet, QStringLiteral("c.rule")) % QStringLiteral(", ")
        % wanted(ofOneSet, QStringLiteral("a.cost_basis"));
    sql += QStringLiteral(
        " FROM calls c LEFT JOIN lanes l ON l.id = c.lane_id LEFT JOIN runs r ON r.id = l.run_id ");
    if (needs.draw)
        sql += QStringLiteral("LEFT JOIN decisions d ON d.call_id = c.id ");
    if (asksContext)
        sql += QStringLiteral("LEFT JOIN request_contexts x ON x.run_id = l.run_id ");
    sql += QStringLiteral("CROSS JOIN attempts a ON a.call_id = c.id "
                          "WHERE c.id > :after AND c.id <= :upto AND c.created_at >= :since "
                          "AND c.created_at < :until AND c.simulated <= :simulated "
                          "AND c.task <> :judge AND r.matrix_id IS NULL AND (");
    sql += chosenSql(options) % QStringLiteral(") ORDER BY c.id, a.number");
    return sql;
}

/// That of an attempt which is not unpriced: without a cost it cost nothing.
CostBasis basisOfPastRow(const BulkQuery &row)
{
    const CostBasis basis =
        costBasisFromName(row.text(PastColumn::CostBasisName)).value_or(CostBasis::Unknown);
    return basis == CostBasis::Unknown ? CostBasis::Reported : basis;
}

void addNeeds(PastNeeds &needs, const Condition &condition)
{
    for (const Condition &part : condition.parts)
        addNeeds(needs, part);
    if (condition.kind != Condition::Kind::Test)
        return;
    switch (const Field field = condition.test.field) {
    case Field::MaxTokens:
    case Field::HasTools:
    case Field::JsonMode:
    case Field::Temperature:
        needs.parameters = true;
        break;
    case Field::Tag:
        needs.tags = true;
        break;
    case Field::Turns:
        needs.turns = true;
        break;
    // Told from the text where there is one, as it was before the call was sent.
    case Field::PromptTokens:
    case Field::HasImage:
    case Field::HasAttachment:
        needs.text = true;
        break;
    default:
        needs.text = needs.text || needsText(field);
        needs.health = needs.health || isOfTheMoment(field);
    }
}

void addNeeds(PastNeeds &needs, const Rule &rule)
{
    addNeeds(needs, rule.when);
    const Chain &chain = rule.chain;
    needs.draw = needs.draw || chain.pick == PickOrder::Weighted;
    needs.tags = needs.tags || !chain.stickyTag.isEmpty();
    // What a call may cost depends on how long its answer may be.
    needs.parameters =
        needs.parameters || chain.pick == PickOrder::Cheapest || chain.pick == PickOrder::BestRated;
}

} // namespace

PastNeeds needsOf(const QList<RuleSet> &sets)
{
    PastNeeds needs;
    for (const RuleSet &rules : sets) {
        for (const Rule &rule : rules.rules) {
            if (rule.on)
                addNeeds(needs, rule);
        }
        addNeeds(needs, rules.otherwise);
    }
    return needs;
}

Result<QStringList> tasksOfPast(Connection &connection)
{
    QStringList tasks;
    // Jumps through the index from task to task.
    const Result<void> read = Statement(connection, QStringLiteral(R"(
            WITH RECURSIVE known (task) AS (
                SELECT min(task) FROM lane_facts
                UNION ALL
                SELECT (SELECT min(task) FROM lane_facts WHERE task > known.task) FROM known
                WHERE known.task IS NOT NULL)
            SELECT task FROM known WHERE task IS NOT NULL)"))
                                  .each([&tasks](const Statement &row) { tasks.append(row.text(0)); });
    if (!read)
        return read.error();
    return tasks;
}

double drawOf(qint64 call)
{
    // The finalizer of SplitMix64, https://prng.di.unimi.it/splitmix64.c
    quint64 bits = static_cast<quint64>(call) * 0x9e3779b97f4a7c15U;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;
    bits ^= bits >> 31;
    constexpr double kSteps = 9'007'199'254'740'992.0; // 2^53
    return static_cast<double>(bits >> 11) / kSteps;
}

PastCalls::PastCalls(Connection &connection, const BacktestOptions &options, const PastNeeds &needs)
    : m_connection(connection), m_options(options), m_needs(needs), m_sql(pastSql(options, needs))
{
}

Result<void> PastCalls::read(qint64 after, qint64 upTo, const std::function<void(const PastCall &)> &take)
{
    m_call = {};
    BulkQuery question(m_connection, m_sql);
    question.bind(":after", after)
        .bind(":upto", upTo)
        .bind(":since", m_options.sinceMs.value_or(std::numeric_limits<qint64>::min()))
        .bind(":until", m_options.untilMs.value_or(std::numeric_limits<qint64>::max()))
        .bind(":simulated", m_options.includeSimulated)
        .bind(":judge", kJudgeTask);
    if (m_options.routed && !m_options.ruleSet.isEmpty())
        question.bind(":ruleset", m_options.ruleSet).bind(":version", m_options.ruleSetVersion);
    if (m_options.compareRuns && m_options.baseline)
        question.bind(":account", m_options.baseline->account).bind(":model", m_options.baseline->model);
    const Result<void> read = question.each([this, &take](const BulkQuery &row) {
        if (row.integer(PastColumn::Call) != m_call.id) {
            finish(take);
            begin(row);
        }
        addAttempt(row);
    });
    finish(take);
    m_call = {};
    if (m_error)
        return *m_error;
    return read;
}

void PastCalls::begin(const BulkQuery &row)
{
    m_call = {};
    m_call.id = row.integer(PastColumn::Call);
    m_call.runId = row.integer(PastColumn::Run);
    m_call.routed = row.boolean(PastColumn::Routed);
    m_call.asked = {row.text(PastColumn::Account), row.text(PastColumn::Model)};
    m_call.rule = row.text(PastColumn::Rule);
    m_cost = {};
    m_unpriced = false;
    addFacts(row);
}

void PastCalls::addFacts(const BulkQuery &row)
{
    PromptFacts &facts = m_call.facts;
    const ChatParameters parameters =
        m_needs.parameters ? parametersOf(row.text(PastColumn::Parameters)) : ChatParameters();
    const bool textKnown = m_needs.text && row.boolean(PastColumn::TextsKept);
    if (textKnown) {
        Message prompt{Role::User, row.text(PastColumn::Prompt)};
        prompt.images.resize(row.integer(PastColumn::Images) + row.integer(PastColumn::LostPictures));
        const QString system = row.text(PastColumn::System);
        facts = system.isEmpty() ? factsOf({prompt}, parameters)
                                 : factsOf({Message{Role::System, system}, prompt}, parameters);
    } else {
        facts.parameters = parameters;
    }
    facts.textKnown = textKnown;
    facts.past = true;
    facts.task = row.text(PastColumn::Task);
    facts.source = callSourceFromName(row.text(PastColumn::Source)).value_or(CallSource::Window);
    facts.atMs = row.integer(PastColumn::CreatedAt);
    if (m_needs.tags)
        facts.tags = tagsOf(row.text(PastColumn::Tags));
    if (facts.source == CallSource::Import || facts.source == CallSource::Gateway) {
        const QString requested = row.text(PastColumn::Requested);
        facts.requestedModel = requested.isEmpty() ? m_call.asked.model : requested;
    }
    facts.draw = row.optionalReal(PastColumn::Draw).value_or(drawOf(m_call.id));
    addPast(row);
}

/// What a call was given beside its prompt.
void PastCalls::addPast(const BulkQuery &row)
{
    PromptFacts &facts = m_call.facts;
    if (const std::optional<qint64> turns = row.optionalInteger(PastColumn::ContextTurns)) {
        facts.turns = static_cast<int>(*turns);
        facts.tokens = row.integer(PastColumn::ContextTokens);
        return;
    }
    const qint64 parent = row.integer(PastColumn::ParentRun);
    const bool hasPast = parent != 0
        && (row.integer(PastColumn::ParentLane) != 0
            || row.text(PastColumn::Lineage) == QLatin1StringView("shared"));
    facts.turns = hasPast && m_needs.turns ? turnsOf(m_call.runId, parent) : 1;
    // What a follow-up was given of earlier turns is only known from what it was charged for.
    if (!facts.textKnown || hasPast)
        facts.tokens.reset();
}

void PastCalls::addAttempt(const BulkQuery &row)
{
    m_open = !row.boolean(PastColumn::Settled);
    m_unpriced = m_unpriced || row.boolean(PastColumn::Unpriced);
    m_cost += row.optionalMoney(PastColumn::Cost).value_or(Money());
    if (!m_options.ruleSet.isEmpty() && !row.boolean(PastColumn::Unpriced))
        m_call.basis = std::max(m_call.basis, basisOfPastRow(row));
    Usage usage;
    usage.input = row.optionalInteger(PastColumn::Input);
    usage.cachedInput = row.optionalInteger(PastColumn::CachedInput);
    usage.cacheWrite = row.optionalInteger(PastColumn::CacheWrite);
    usage.cacheWrite1h = row.optionalInteger(PastColumn::CacheWrite1h);
    usage.output = row.optionalInteger(PastColumn::Output);
    usage.reasoning = row.optionalInteger(PastColumn::Reasoning);
    usage.basis = usageBasisFromName(row.text(PastColumn::UsageBasis)).value_or(UsageBasis::Missing);
    m_call.usage = usage;
}

void PastCalls::finish(const std::function<void(const PastCall &)> &take)
{
    if (m_call.id == 0 || m_open)
        return;
    if (!m_unpriced)
        m_call.cost = m_cost;
    else
        m_call.basis = CostBasis::Unknown;
    if (!m_call.facts.tokens)
        m_call.facts.tokens = m_call.usage.input;
    take(m_call);
}

int PastCalls::turnsOf(qint64 run, qint64 parent)
{
    QList<qint64> path{run};
    int turns = 0;
    for (qint64 at = parent; at != 0;) {
        if (const auto known = m_turns.constFind(at); known != m_turns.constEnd()) {
            turns = *known;
            break;
        }
        path.append(at);
        const Result<bool> found =
            Statement(m_connection, QStringLiteral("SELECT parent_run_id FROM runs WHERE id = :id"))
                .bind(":id", at)
                .first([&at](const Statement &row) { at = row.integer(0); });
        if (!found) {
            m_error = found.error();
            return 1;
        }
        if (!*found)
            break;
    }
    while (!path.isEmpty())
        m_turns.insert(path.takeLast(), ++turns);
    return turns;
}

const ChatParameters &PastCalls::parametersOf(const QString &text)
{
    const auto known = m_parameters.constFind(text);
    if (known != m_parameters.constEnd())
        return *known;
    if (m_parameters.size() >= kMostKept)
        m_parameters.clear();
    return *m_parameters.insert(text, parametersFromText(text.toUtf8()));
}

const QHash<QString, QString> &PastCalls::tagsOf(const QString &text)
{
    const auto known = m_tags.constFind(text);
    if (known != m_tags.constEnd())
        return *known;
    if (m_tags.size() >= kMostKept)
        m_tags.clear();
    return *m_tags.insert(text, tagsFromJson(text.toUtf8()));
}

Result<std::optional<TargetName>> PastCalls::plannedFirst(qint64 call)
{
    std::optional<TargetName> planned;
    const Result<bool> found =
        Statement(m_connection,
                  QStringLiteral("SELECT json_extract(decision, '$.targets[0]') FROM decisions "
                                 "WHERE call_id = :call"))
            .bind(":call", call)
            .first([&planned](const Statement &row) { planned = parseTargetName(row.text(0)); });
    if (!found)
        return found.error();
    return planned;
}

} // namespace core
