#include "core/compare/tasksuggestion.h"

#include "core/chat/tokenestimate.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace core {

namespace {

/// Where an instruction stands when material is pasted below or above it.
constexpr qsizetype kHead = 600;
constexpr qsizetype kTail = 300;

struct WordRule
{
    QLatin1StringView task;
    /// Alternatives of a regular expression, each from the start of a word on.
    const char *words;
    /// Found anywhere: scripts that do not separate words.
    const char *anywhere;
};

constexpr WordRule kRules[] = {
    {QLatin1StringView("extract"),
     "extract\\w*|extrah\\w*|extraire|extrae\\w*|as json|in json|json object|into json|as csv|list "
     "(?:all|every)"
     "|find (?:all|every)|pull out|parse (?:the|this|these)|which fields|named entities",
     "提取|抽取|抽出"},
    {QLatin1StringView("summarize"),
     "summar\\w+|tl;?dr|key points|main points|in (?:one|two|three|a few) "
     "sentences?|shorten|condense|abstract of"
     "|zusammenfass\\w*|fasse|kurzfassung|résum\\w+|resum\\w+|riassum\\w+",
     "总结|總結|摘要|概括|要約|요약"},
    {QLatin1StringView("background"),
     "title for|headline for|classif\\w+|categori[sz]e|label (?:this|these|each)|tag (?:this|these|each)"
     "|commit message|subject line|file ?name for|slug|detect the language|sentiment",
     "分类|分類|标题|標題"},
    {QLatin1StringView("reasoning"),
     "why|prove|proof|derive|step by "
     "step|reason\\w*|explain|compare|trade-?offs?|design|architect\\w*|debug\\w*"
     "|solve|calculate|how (?:would|do|can|should)|what is the best|plan|review|refactor|implement|algorithm"
     "|warum|beweis\\w*|erkläre|pourquoi|por qué",
     "为什么|為什麼|证明|證明|なぜ|왜"},
};

QString instructionOf(const QString &prompt)
{
    if (prompt.size() <= kHead + kTail)
        return prompt;
    return prompt.left(kHead) + QLatin1Char('\n') + prompt.right(kTail);
}

QString matchOf(const WordRule &rule, const QString &text)
{
    const QString pattern = QStringLiteral("(?<!\\w)(?:%1)(?!\\w)|%2")
                                .arg(QString::fromUtf8(rule.words), QString::fromUtf8(rule.anywhere));
    const QRegularExpression words(
        pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return words.match(text).captured();
}

} // namespace

TaskSuggestion suggestTask(const QString &prompt)
{
    const QString text = prompt.trimmed();
    const qint64 tokens = estimateTokens(text);
    if (tokens >= kLongContextTokens)
        return {
            QStringLiteral("long_context"),
            QCoreApplication::translate("TaskSuggestion", "The prompt has about %L1 tokens.").arg(tokens)};
    const QString instruction = instructionOf(text);
    for (const WordRule &rule : kRules) {
        const QString word = matchOf(rule, instruction);
        if (!word.isEmpty())
            return {rule.task,
                    QCoreApplication::translate("TaskSuggestion", "The prompt says \"%1\".").arg(word)};
    }
    return {};
}

QString taskDisplayName(const QString &task)
{
    if (task == QLatin1StringView("reasoning"))
        return QCoreApplication::translate("TaskSuggestion", "reasoning");
    if (task == QLatin1StringView("summarize"))
        return QCoreApplication::translate("TaskSuggestion", "summarize");
    if (task == QLatin1StringView("extract"))
        return QCoreApplication::translate("TaskSuggestion", "extract");
    if (task == QLatin1StringView("long_context"))
        return QCoreApplication::translate("TaskSuggestion", "long context");
    if (task == QLatin1StringView("background"))
        return QCoreApplication::translate("TaskSuggestion", "background");
    return task;
}

} // namespace core
