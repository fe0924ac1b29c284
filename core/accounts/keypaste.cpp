#include "core/accounts/keypaste.h"

#include "core/accounts/account.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace core {

namespace {

constexpr qsizetype kShortestKey = 8;

/// One `NAME=value` line.
struct Assignment
{
    QString name;
    QString value;
};

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(
        text, QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
}

/// `YOUR_API_KEY`, `<key>`, `sk-...`, `xxxx`: what documentation writes where a key goes.
bool isPlaceholder(const QString &key)
{
    static const QRegularExpression example = pattern(
        QStringLiteral("[<>{}…*]|\\.\\.\\.|your|api[_-]?key|replace|^(sk-)?x{3,}|^(sk-)?(xxx|test|dummy)$"));
    return key.size() < kShortestKey || example.match(key).hasMatch();
}

bool looksLikeKey(const QString &text)
{
    static const QRegularExpression token(QStringLiteral("^[A-Za-z0-9_\\-.|:+/=~]+$"));
    return text.size() >= kShortestKey && token.match(text).hasMatch()
        && !text.contains(QLatin1StringView("://"));
}

QString unquoted(QString text)
{
    text = text.trimmed();
    for (const QChar quote : {u'"', u'\'', u'`'}) {
        if (text.size() >= 2 && text.startsWith(quote) && text.endsWith(quote))
            return text.mid(1, text.size() - 2).trimmed();
    }
    return text;
}

/// The base URL of a URL as pasted: without query and without the path of a single endpoint.
QUrl baseUrlFrom(const QString &text)
{
    static const QRegularExpression endpoint = pattern(
        QStringLiteral("/(chat/completions|completions|models|responses|messages|embeddings)(/[^/]*)?$"));
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith(QLatin1StringView("http")))
        return {};
    url.setUserInfo({});
    url.setQuery(QString());
    url.setFragment({});
    QString path = url.path();
    path.remove(endpoint);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

std::optional<Assignment> assignmentFrom(const QString &line)
{
    static const QRegularExpression form(QStringLiteral(
        "^\\s*(?:export\\s+|set\\s+|setx\\s+|\\$env:)?([A-Z_][A-Z0-9_]*)\\s*[=:]\\s*(.*?)\\s*;?\\s*$"));
    const QRegularExpressionMatch match = form.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    QString value = match.captured(2);
    // A remark after an unquoted value, as dotenv has it.
    static const QRegularExpression remark(QStringLiteral("\\s+#.*$"));
    static const QRegularExpression quoted(QStringLiteral("^([\"'])(.*?)\\1\\s*(#.*)?$"));
    if (const QRegularExpressionMatch inQuotes = quoted.match(value); inQuotes.hasMatch())
        value = inQuotes.captured(2);
    else
        value.remove(remark);
    return Assignment{match.captured(1), unquoted(value)};
}

QList<Assignment> assignmentsOf(const QString &text, bool *onlyAssignments)
{
    QList<Assignment> found;
    *onlyAssignments = true;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const QString bare = line.trimmed();
        if (bare.isEmpty() || bare.startsWith(u'#'))
            continue;
        if (const std::optional<Assignment> assignment = assignmentFrom(bare))
            found += *assignment;
        else
            *onlyAssignments = false;
    }
    return found;
}

bool isKeyName(const QString &name)
{
    return name.endsWith(QLatin1StringView("KEY")) || name.endsWith(QLatin1StringView("TOKEN"));
}

bool isUrlName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("(URL|API_BASE|ENDPOINT|HOST)$"));
    return form.match(name).hasMatch();
}

QString familyOf(const QString &name)
{
    return name.section(u'_', 0, 0);
}

/// A name that belongs to whatever key there is.
bool isPlainName(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("^(BASE_URL|API_BASE|API_BASE_URL|API_URL|MODEL)$"));
    return plain.match(name).hasMatch();
}

QString presetFor(const PastedKey &pasted, const Presets &presets)
{
    const Preset *preset = nullptr;
    if (!pasted.baseUrl.isEmpty()) {
        preset = presets.findByUrl(pasted.baseUrl);
        // Another host under a well-known variable is still another host.
        return preset ? preset->id : QStringLiteral("custom");
    }
    // OPENAI_API_KEY is what every compatible provider's examples use: a distinctive key knows better.
    if (!pasted.key.isEmpty())
        preset = presets.findByKey(pasted.key);
    if (!preset && !pasted.variable.isEmpty())
        preset = presets.findByVariable(pasted.variable);
    return preset ? preset->id : QString();
}

QList<PastedKey> fromAssignments(const QList<Assignment> &assignments)
{
    QList<PastedKey> found;
    for (const Assignment &assignment : assignments) {
        if (!isKeyName(assignment.name) || isPlaceholder(assignment.value))
            continue;
        PastedKey pasted{assignment.value, {}, assignment.name};
        found += pasted;
    }
    for (PastedKey &pasted : found) {
        for (const Assignment &assignment : assignments) {
            const bool related = familyOf(assignment.name) == familyOf(pasted.variable);
            const QUrl url = isUrlName(assignment.name) ? baseUrlFrom(assignment.value) : QUrl();
            if (!url.isEmpty() && (related || isPlainName(assignment.name)))
                pasted.baseUrl = url;
            else if (assignment.name.endsWith(QLatin1StringView("MODEL"))
                     && (related || isPlainName(assignment.name)))
                pasted.model = assignment.value;
        }
    }
    return found;
}

/// The first capture of the first match that has one.
QString firstCapture(const QString &text, const QRegularExpression &expression)
{
    QRegularExpressionMatchIterator matches = expression.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        for (int at = 1; at <= match.lastCapturedIndex(); ++at) {
            if (!match.captured(at).isEmpty())
                return match.captured(at);
        }
    }
    return {};
}

QUrl baseUrlInSnippet(const QString &text)
{
    static const QRegularExpression named = pattern(QStringLiteral(
        "(?:base_?url|api_?base|endpoint)[\"']?\\s*[:=]\\s*[\"'`]?(https?://[^\\s\"'`,;)}]+)"));
    static const QRegularExpression any(QStringLiteral("(https?://[^\\s\"'`,;)}\\\\]+)"));
    static const QRegularExpression request =
        pattern(QStringLiteral("\\b(curl|fetch|requests\\.|axios|httpx)\\b"));
    const QString url = firstCapture(text, named);
    if (!url.isEmpty() || !request.match(text).hasMatch())
        return baseUrlFrom(url);
    return baseUrlFrom(firstCapture(text, any));
}

QString variableInSnippet(const QString &text)
{
    static const QRegularExpression read(QStringLiteral(
        "(?:environ(?:\\.get)?|getenv|env\\.get)\\s*[\\[(]\\s*[\"']([A-Za-z_]\\w*)[\"']|"
        "\\benv\\.([A-Za-z_]\\w*KEY|[A-Za-z_]\\w*TOKEN)\\b|\\benv\\[[\"']([A-Za-z_]\\w*)[\"']\\]|"
        "Bearer\\s+\\$\\{?([A-Za-z_]\\w*)|(?:api[_-]?key|apiKey)[\"']?\\s*[:=]\\s*[\"']?\\$\\{?([A-Za-z_]\\w*"
        ")"));
    QRegularExpressionMatchIterator matches = read.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(match.lastCapturedIndex());
        if (isKeyName(name.toUpper()))
            return name;
    }
    return {};
}

QString keyInSnippet(const QString &text)
{
    static const QRegularExpression bearer = pattern(QStringLiteral("Bearer\\s+([A-Za-z0-9_\\-.|:+/=~]+)"));
    static const QRegularExpression named =
        pattern(QStringLiteral("(?:api[_-]?key|token)[\"']?\\s*[:=]\\s*[\"'`]([^\"'`\\s]+)[\"'`]"));
    static const QRegularExpression header =
        pattern(QStringLiteral("x-api-key[\"']?\\s*:\\s*[\"'`]?([^\"'`\\s$]+)"));
    for (const QRegularExpression *expression : {&named, &bearer, &header}) {
        QRegularExpressionMatchIterator matches = expression->globalMatch(text);
        while (matches.hasNext()) {
            const QString key = matches.next().captured(1);
            if (looksLikeKey(key) && !isPlaceholder(key))
                return key;
        }
    }
    return {};
}

PastedKey fromSnippet(const QString &text, const QList<Assignment> &assignments)
{
    static const QRegularExpression model =
        pattern(QStringLiteral("\\\\?[\"']?\\bmodel\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"'`]([^\"'`\\\\]+)"));
    static const QRegularExpression client = pattern(QStringLiteral("\\b(?:Async)?OpenAI\\s*\\("));
    PastedKey pasted;
    pasted.baseUrl = baseUrlInSnippet(text);
    pasted.key = keyInSnippet(text);
    pasted.variable = variableInSnippet(text);
    pasted.model = firstCapture(text, model);
    for (const Assignment &assignment : assignments) {
        const bool used = pasted.variable.isEmpty() || assignment.name == pasted.variable;
        if (pasted.key.isEmpty() && used && isKeyName(assignment.name) && looksLikeKey(assignment.value)
            && !isPlaceholder(assignment.value)) {
            pasted.key = assignment.value;
            pasted.variable = assignment.name;
        }
    }
    // The official clients read this variable when they are given no key.
    static const QRegularExpression argument = pattern(QStringLiteral("api_?key"));
    const bool given = argument.match(text).hasMatch();
    if (pasted.key.isEmpty() && pasted.variable.isEmpty() && !given && client.match(text).hasMatch())
        pasted.variable = QStringLiteral("OPENAI_API_KEY");
    return pasted;
}

Error nothingFound()
{
    return Error{ErrorKind::InvalidRequest,
                 QCoreApplication::translate("KeyPaste",
                                             "No key was found in this text. Paste a key, a line of a .env "
                                             "file, or the code that makes an OpenAI client.")};
}

Error onlyPlaceholder()
{
    return Error{ErrorKind::InvalidRequest,
                 QCoreApplication::translate("KeyPaste",
                                             "This is an example without a key: put your key in the place "
                                             "of the placeholder.")};
}

QList<PastedKey> read(const QString &text)
{
    static const QRegularExpression bearer = pattern(QStringLiteral("^(authorization:\\s*)?bearer\\s+"));
    QString word = unquoted(text);
    word.remove(bearer);
    if (!word.contains(QRegularExpression(QStringLiteral("\\s")))) {
        if (const QUrl url = baseUrlFrom(word); !url.isEmpty())
            return {PastedKey{{}, url}};
        if (looksLikeKey(word) && !isPlaceholder(word) && !assignmentFrom(word))
            return {PastedKey{word}};
    }
    bool onlyAssignments = false;
    const QList<Assignment> assignments = assignmentsOf(text, &onlyAssignments);
    if (onlyAssignments)
        return fromAssignments(assignments);
    const PastedKey pasted = fromSnippet(text, assignments);
    if (pasted.key.isEmpty() && pasted.variable.isEmpty() && pasted.baseUrl.isEmpty())
        return {};
    return {pasted};
}

} // namespace

Result<QList<PastedKey>> parsePastedKeys(const QString &text, const Presets &presets)
{
    QString plain = text.trimmed();
    plain.remove(QChar::ByteOrderMark);
    plain.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    QList<PastedKey> found = read(plain);
    if (found.isEmpty()) {
        static const QRegularExpression mentions = pattern(QStringLiteral("api[_-]?key|bearer|sk-"));
        return mentions.match(plain).hasMatch() ? onlyPlaceholder() : nothingFound();
    }
    for (PastedKey &pasted : found)
        pasted.presetId = presetFor(pasted, presets);
    // A .env file holds keys of other services too: beside a known one, an unknown one is not ours.
    const auto isUnknown = [](const PastedKey &pasted) { return pasted.presetId.isEmpty(); };
    if (!std::all_of(found.cbegin(), found.cend(), isUnknown))
        found.removeIf(isUnknown);
    return found;
}

Result<PastedKey> parsePastedKey(const QString &text, const Presets &presets)
{
    const Result<QList<PastedKey>> all = parsePastedKeys(text, presets);
    if (!all)
        return all.error();
    return all->first();
}

} // namespace core
