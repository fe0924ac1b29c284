#include "core/ruleformats/programexport.h"

#include "core/chat/contextlengthphrases.h"
#include "core/routing/attemptpolicy.h"
#include "core/routing/rulewords.h"
#include "core/ruleformats/programparts.h"

#include <QFile>
#include <QRegularExpression>

// A resource in a static library is only linked and registered when it is named outside of any namespace.
static void registerPrograms()
{
    Q_INIT_RESOURCE(programs);
}

namespace core {

namespace {

struct CodeOfKind
{
    const char *code;
    ErrorKind kind;
};

// As classifyError() has them.
constexpr CodeOfKind kProgramCodes[]{
    {"insufficient_quota", ErrorKind::Quota},
    {"billing_hard_limit_reached", ErrorKind::Quota},
    {"billing_not_active", ErrorKind::Quota},
    {"billing_error", ErrorKind::Quota},
    {"insufficient_balance", ErrorKind::Quota},
    {"exceeded_current_quota_error", ErrorKind::Quota},
    {"arrearage", ErrorKind::Quota},
    {"context_length_exceeded", ErrorKind::ContextLength},
    {"exceed_context_size_error", ErrorKind::ContextLength},
    {"content_filter", ErrorKind::ContentFilter},
    {"content_policy_violation", ErrorKind::ContentFilter},
    {"responsibleaipolicyviolation", ErrorKind::ContentFilter},
    {"data_inspection_failed", ErrorKind::ContentFilter},
    {"datainspectionfailed", ErrorKind::ContentFilter},
    {"invalid_api_key", ErrorKind::Auth},
    {"api_key_invalid", ErrorKind::Auth},
    {"authentication_error", ErrorKind::Auth},
    {"invalid_authentication_error", ErrorKind::Auth},
    {"permission_error", ErrorKind::Auth},
    {"unauthenticated", ErrorKind::Auth},
    {"permission_denied", ErrorKind::Auth},
    {"model_not_found", ErrorKind::NotFound},
    {"not_found_error", ErrorKind::NotFound},
    {"timeout_error", ErrorKind::Timeout},
    {"deadline_exceeded", ErrorKind::Timeout},
    {"overloaded_error", ErrorKind::Server},
    {"unavailable", ErrorKind::Server},
    {"api_error", ErrorKind::Server},
    {"server_error", ErrorKind::Server},
    {"internal_error", ErrorKind::Server},
};

struct ProgramForm
{
    ProgramLanguage language;
    const char *source;
    const char *suffix;
    const char *fileName;
    const char *comment;
    /// Before the value of a member.
    int ruleIndent;
};

constexpr ProgramForm kTypeScriptForm{ProgramLanguage::TypeScript, "route.ts", "ts", "./routes.ts", "// ", 4};
constexpr ProgramForm kJavaScriptForm{
    ProgramLanguage::JavaScript, "route.ts", "mjs", "./routes.mjs", "// ", 4};
constexpr ProgramForm kPythonForm{ProgramLanguage::Python, "route.py", "py", "routes.py", "# ", 8};
constexpr ProgramForm kShellForm{ProgramLanguage::Shell, "route.sh", "sh", "routes.sh", "# ", 4};

/// On one line, and without what would end a comment or the shell's quotation.
QString commentText(const QString &text)
{
    QString line = text.simplified();
    line.replace(u'\'', QChar(0x2019)).replace(QStringLiteral("*/"), QStringLiteral("* /"));
    line.replace(QStringLiteral("\"\"\""), QStringLiteral("”"));
    return line.remove(QChar(0x2028)).remove(QChar(0x2029));
}

/// Names of zones without a blank or a quote in them, as all IANA names are.
void collectZones(const Condition &condition, QStringList &zones)
{
    for (const Condition &part : condition.parts)
        collectZones(part, zones);
    const Field field = condition.test.field;
    const bool asksTime = field == Field::TimeOfDay || field == Field::Weekday;
    if (condition.kind == Condition::Kind::Test && asksTime)
        zones.append(condition.test.zone.isEmpty() ? QStringLiteral("local") : condition.test.zone);
}

class ProgramWriter
{
public:
    ProgramWriter(const ProgramForm &form, const ExportContext &context)
        : m_form(form), m_context(context) { }

    Result<RuleExport> write(const RuleSet &set);

private:
    QString source() const;
    QString rulesText(const RuleSet &rules);
    std::optional<QString> ruleText(const Rule &rule, const QString &path, bool isDefault);
    QJsonObject chainJson(const Chain &chain, const QString &path);
    QJsonObject targetJson(const ChainTarget &target, bool isWeighted);
    QJsonObject limitsJson(const CallLimits &limits) const;
    QJsonObject accountsJson() const;
    void loseOfAccounts();
    QString keysText() const;
    QString notesText() const;
    QString literal(const QJsonValue &value, int indent) const
    {
        return programLiteral(value, m_form.language, indent);
    }
    QString member(const char *name) const { return programName(QLatin1StringView(name), m_form.language); }
    QString commented(const QString &text, int indent) const;
    static QJsonObject codesJson();
    static QJsonArray phrasesJson();

    const ProgramForm &m_form;
    const ExportContext &m_context;
    LossReport m_losses;
    QList<ExportAccount> m_accounts;
    QStringList m_zones;
};

Result<RuleExport> ProgramWriter::write(const RuleSet &set)
{
    const RuleSet rules = flattenedRules(set, m_context, m_losses);
    if (const Result<void> there = accountsExist(rules, m_context); !there)
        return there.error();
    const QString written = rulesText(rules);
    loseOfAccounts();
    QString program = source();
    const auto put = [&program](const char *mark, const QString &text) {
        program.replace(u'@' + QLatin1StringView(mark) + u'@', text);
    };
    m_zones.removeDuplicates();
    QString module = QLatin1StringView(m_form.fileName);
    put("MODULE", module.section(u'.', 0, 0));
    put("FILE", module);
    put("NAME", commentText(rules.name));
    put("KEYS", keysText());
    put("NOTES", notesText());
    put("ZONES", m_zones.join(u' '));
    put("ACCOUNTS", literal(accountsJson(), 0));
    put("CODES", literal(codesJson(), 0));
    put("PHRASES", literal(phrasesJson(), 0));
    put("SHORT_WAIT_MS", QString::number(kShortWait.count()));
    put("ACCOUNT_COOLING_MS", QString::number(std::chrono::milliseconds(kAccountCooling).count()));
    put("MODEL_COOLING_MS", QString::number(std::chrono::milliseconds(kModelCooling).count()));
    // Last, since rules may hold anything.
    put("RULES", written);
    return RuleExport{program.toUtf8(), QLatin1StringView(m_form.suffix), m_losses.losses()};
}

/// The template, without types where the language has none.
QString ProgramWriter::source() const
{
    registerPrograms();
    QFile file(QStringLiteral(":/switchyard/programs/") + QLatin1StringView(m_form.source));
    QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    static const QRegularExpression types(QStringLiteral("«[^»]*»\\n?"),
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression inlineTypes(QStringLiteral("«[^»\\n]*»"));
    if (m_form.language == ProgramLanguage::JavaScript) {
        text.remove(inlineTypes);
        text.remove(types);
    }
    return text.remove(u'«').remove(u'»');
}

QString ProgramWriter::commented(const QString &text, int indent) const
{
    return QString(indent, u' ') + QLatin1StringView(m_form.comment) + commentText(text) + u'\n';
}

QString ProgramWriter::rulesText(const RuleSet &rules)
{
    const int indent = m_form.ruleIndent - (m_form.ruleIndent == 4 ? 2 : 4);
    const qsizetype count = rules.rules.size();
    const bool isShell = m_form.language == ProgramLanguage::Shell;
    QString text = QStringLiteral("[\n");
    for (qsizetype place = 0; place <= count; ++place) {
        const Rule &rule = ruleAt(rules, place);
        const QString path = rulePath(rules, place);
        if (!rule.on)
            continue;
        const std::optional<QString> written = ruleText(rule, path, place == count);
        if (written && place < count)
            collectZones(rule.when, m_zones);
        if (!written) {
            text += commented(RuleFormatWords::tr("The rule “%1” was left out.").arg(rule.name), indent);
            continue;
        }
        text += *written;
        text += isShell && place == count ? QStringLiteral("\n") : QStringLiteral(",\n");
    }
    return text + u']';
}

std::optional<QString> ProgramWriter::ruleText(const Rule &rule, const QString &path, bool isDefault)
{
    const bool isPython = m_form.language == ProgramLanguage::Python;
    const bool isShell = m_form.language == ProgramLanguage::Shell;
    const int inner = m_form.ruleIndent;
    const int outer = inner - (isPython ? 4 : 2);
    const std::optional<QString> condition = programCondition(
        isDefault ? Condition() : rule.when, path + QStringLiteral(".when"), m_form.language, m_losses);
    if (!condition)
        return std::nullopt;
    const QString quote = isPython ? QStringLiteral("\"") : QString();
    QString when = QStringLiteral("(call) => ") + *condition;
    if (isPython)
        when = QStringLiteral("lambda call: ") + *condition;
    else if (isShell)
        when = u'(' + *condition + u')';
    else if (!condition->contains(QLatin1StringView("call.")))
        when = QStringLiteral("() => ") + *condition;
    const auto line = [&](const char *name, const QString &value, bool isLast) {
        const bool hasComma = !isLast || !isShell;
        return QString(QString(inner, u' ') + quote + QLatin1StringView(name) + quote + QStringLiteral(": ")
                       + value + (hasComma ? QStringLiteral(",\n") : QStringLiteral("\n")));
    };
    QString text = QString(outer, u' ') + QStringLiteral("{\n");
    text += line("name", programText(rule.name, m_form.language), false);
    if (!isDefault)
        text += commented(conditionInWords(rule.when), inner);
    text += line("when", when, false);
    text += line("chain", literal(chainJson(rule.chain, path), inner), true);
    return QString(text + QString(outer, u' ') + u'}');
}

QJsonObject ProgramWriter::chainJson(const Chain &chain, const QString &path)
{
    const bool isWeighted = chain.pick == PickOrder::Weighted && chain.targets.size() > 1;
    if (chain.priceCeiling)
        m_losses.add(path + QStringLiteral(".chain.price_ceiling_usd"),
                     RuleFormatWords::tr("A ceiling for the price of a call cannot be said."));
    if (chain.limits.connect.count() > 0)
        m_losses.add(path + QStringLiteral(".chain.limits.connect_ms"),
                     RuleFormatWords::tr("The time to connect cannot be limited."));
    if (chain.limits.commit != Commit::Complete)
        m_losses.add(
            path + QStringLiteral(".chain.limits.commit"),
            RuleFormatWords::tr("A program gives answers when they are whole, so that another model may "
                                "take over until then."));
    if (m_form.language == ProgramLanguage::Shell)
        m_losses.add(
            path + QStringLiteral(".chain.limits"),
            RuleFormatWords::tr("curl knows one limit of silence, that for the first token, in whole seconds "
                                "and none below seven."));
    QJsonArray targets;
    for (const ChainTarget &target : frozenTargets(chain, path, m_context, m_losses))
        targets.append(targetJson(target, isWeighted));
    QJsonArray fallbacks;
    for (const Fallback &fallback : chain.fallbacks) {
        QJsonObject json = targetJson(fallback.target, false);
        QJsonArray kinds;
        for (const ErrorKind kind : fallback.onlyAfter)
            kinds.append(errorKindName(kind));
        if (!kinds.isEmpty())
            json.insert(member("onlyAfter"), kinds);
        if (fallback.onlyLargerContext)
            json.insert(member("onlyLargerContext"), true);
        fallbacks.append(json);
    }
    QJsonObject json{{member("pick"), isWeighted ? QStringLiteral("weighted") : QStringLiteral("listed")},
                     {member("targets"), targets},
                     {member("fallbacks"), fallbacks},
                     {member("limits"), limitsJson(chain.limits)}};
    if (isWeighted && !chain.stickyTag.isEmpty())
        json.insert(member("stickyTag"), chain.stickyTag);
    return json;
}

QJsonObject ProgramWriter::targetJson(const ChainTarget &target, bool isWeighted)
{
    const ExportAccount account = exportedAccount(target.name, m_context).valueOr({});
    if (!m_accounts.contains(account))
        m_accounts.append(account);
    QJsonObject json{{member("account"), target.name.account}, {member("model"), target.name.model}};
    if (isWeighted)
        json.insert(member("weight"), target.weight);
    const QJsonObject parameters = bodyOfParameters(target.parameters);
    if (!parameters.isEmpty())
        json.insert(member("parameters"), parameters);
    const std::optional<qint64> window =
        m_context.targets ? m_context.targets->factsOf(target.name, {}).model.contextWindow : std::nullopt;
    if (window)
        json.insert(member("contextWindow"), *window);
    return json;
}

/// Times of 0 are left to the account.
QJsonObject ProgramWriter::limitsJson(const CallLimits &limits) const
{
    return {{member("attempts"), limits.attempts},
            {member("retries"), limits.retries},
            {member("budgetMs"), qint64(limits.budget.count())},
            {member("longestWaitMs"), qint64(limits.longestWait.count())},
            {member("firstTokenMs"), qint64(limits.firstToken.count())},
            {member("idleMs"), qint64(limits.idle.count())},
            {member("fallbackOnRefusal"), limits.fallbackOnRefusal}};
}

QJsonObject ProgramWriter::accountsJson() const
{
    QJsonObject accounts;
    for (const ExportAccount &account : m_accounts) {
        QJsonObject headers;
        for (const Header &header : account.headers)
            headers.insert(QString::fromUtf8(header.first), QString::fromUtf8(header.second));
        QUrl url = account.baseUrl.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveUserInfo);
        accounts.insert(account.name,
                        QJsonObject{{member("baseURL"), QString::fromUtf8(url.toEncoded())},
                                    {member("keyVariable"), account.keyVariable},
                                    {member("maxTokensField"), account.dialect.maxTokensField},
                                    {member("streaming"), account.dialect.streaming},
                                    {member("firstTokenMs"), qint64(account.timeouts.firstToken.count())},
                                    {member("idleMs"), qint64(account.timeouts.idle.count())},
                                    {member("headers"), headers}});
    }
    return accounts;
}

/// What holds for an account here and has no place in a program.
void ProgramWriter::loseOfAccounts()
{
    for (const ExportAccount &account : std::as_const(m_accounts)) {
        if (account.timeouts.total.count() > 0)
            m_losses.add(
                account.name,
                RuleFormatWords::tr("The account's time for a whole call is not kept; that of a rule "
                                    "is."));
        if (account.hasOwnConnection)
            m_losses.add(account.name,
                         RuleFormatWords::tr("The account's proxy and certificates are not taken along."));
    }
}

QString ProgramWriter::keysText() const
{
    QStringList lines;
    const bool isPython = m_form.language == ProgramLanguage::Python;
    for (const ExportAccount &account : m_accounts) {
        const QString line = (account.keyVariable.isEmpty() ? QStringLiteral("none") : account.keyVariable)
            + QStringLiteral(" for ") + commentText(account.name);
        // The first stands behind the comment sign of the template.
        const QString sign = isPython || (lines.isEmpty() && m_form.language != ProgramLanguage::Shell)
            ? QString()
            : QString(QLatin1StringView(m_form.comment));
        lines.append(sign + line);
    }
    return lines.join(u'\n');
}

/// What the program cannot do as the rules say.
QString ProgramWriter::notesText() const
{
    if (m_losses.losses().isEmpty())
        return {};
    const QString sign = QLatin1StringView(m_form.comment);
    QString notes = m_form.language == ProgramLanguage::Python ? QString() : QString(sign.trimmed() + u'\n');
    notes += sign + QStringLiteral("Not as in the rules:\n");
    for (const FormatLoss &loss : m_losses.losses())
        notes +=
            sign + QStringLiteral("- ") + commentText(loss.path + QStringLiteral(": ") + loss.what) + u'\n';
    return notes;
}

QJsonObject ProgramWriter::codesJson()
{
    QJsonObject codes;
    for (const CodeOfKind &entry : kProgramCodes)
        codes.insert(QLatin1StringView(entry.code), errorKindName(entry.kind));
    return codes;
}

QJsonArray ProgramWriter::phrasesJson()
{
    const auto entry = [](ErrorKind kind, const QStringList &phrases) {
        return QJsonValue(QJsonArray{errorKindName(kind), QJsonArray::fromStringList(phrases)});
    };
    QJsonArray phrases;
    phrases.append(entry(ErrorKind::ContextLength, contextLengthPhrases()));
    phrases.append(entry(ErrorKind::ContentFilter,
                         {QStringLiteral("content management policy"), QStringLiteral("content policy"),
                          QStringLiteral("safety system"), QStringLiteral("inappropriate content"),
                          QStringLiteral("input was flagged"), QStringLiteral("usage policy")}));
    phrases.append(entry(ErrorKind::Quota,
                         {QStringLiteral("credit balance"), QStringLiteral("insufficient balance"),
                          QStringLiteral("insufficient credit"), QStringLiteral("usage limit reached"),
                          QStringLiteral("exceeded your current quota"), QStringLiteral("out of credits")}));
    phrases.append(entry(ErrorKind::Auth,
                         {QStringLiteral("api key not valid"), QStringLiteral("incorrect api key"),
                          QStringLiteral("invalid api key")}));
    phrases.append(entry(ErrorKind::NotFound,
                         {QStringLiteral("is not a valid model"), QStringLiteral("model not found"),
                          QStringLiteral("model does not exist")}));
    return phrases;
}

} // namespace

Result<RuleExport> writeTypeScriptProgram(const RuleSet &rules, const ExportContext &context)
{
    return ProgramWriter(kTypeScriptForm, context).write(rules);
}

Result<RuleExport> writeJavaScriptProgram(const RuleSet &rules, const ExportContext &context)
{
    return ProgramWriter(kJavaScriptForm, context).write(rules);
}

Result<RuleExport> writePythonProgram(const RuleSet &rules, const ExportContext &context)
{
    return ProgramWriter(kPythonForm, context).write(rules);
}

Result<RuleExport> writeShellProgram(const RuleSet &rules, const ExportContext &context)
{
    return ProgramWriter(kShellForm, context).write(rules);
}

} // namespace core
