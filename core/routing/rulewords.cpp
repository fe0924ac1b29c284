#include "core/routing/rulewords.h"

#include "core/base/formatting.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace core {

namespace {

struct ValueWords
{
    Field field;
    QLatin1StringView value;
    const char *words;
};

constexpr std::array kValueWords{
    ValueWords{Field::Source, QLatin1StringView("window"), QT_TRANSLATE_NOOP("RuleWords", "window")},
    ValueWords{Field::Source, QLatin1StringView("cli"), QT_TRANSLATE_NOOP("RuleWords", "command line")},
    ValueWords{Field::Source, QLatin1StringView("gateway"), QT_TRANSLATE_NOOP("RuleWords", "gateway")},
    ValueWords{Field::Source, QLatin1StringView("import"), QT_TRANSLATE_NOOP("RuleWords", "import")},
    ValueWords{Field::Language, QLatin1StringView("ar"), QT_TRANSLATE_NOOP("RuleWords", "Arabic")},
    ValueWords{Field::Language, QLatin1StringView("de"), QT_TRANSLATE_NOOP("RuleWords", "German")},
    ValueWords{Field::Language, QLatin1StringView("el"), QT_TRANSLATE_NOOP("RuleWords", "Greek")},
    ValueWords{Field::Language, QLatin1StringView("en"), QT_TRANSLATE_NOOP("RuleWords", "English")},
    ValueWords{Field::Language, QLatin1StringView("es"), QT_TRANSLATE_NOOP("RuleWords", "Spanish")},
    ValueWords{Field::Language, QLatin1StringView("fr"), QT_TRANSLATE_NOOP("RuleWords", "French")},
    ValueWords{Field::Language, QLatin1StringView("he"), QT_TRANSLATE_NOOP("RuleWords", "Hebrew")},
    ValueWords{Field::Language, QLatin1StringView("hi"), QT_TRANSLATE_NOOP("RuleWords", "Hindi")},
    ValueWords{Field::Language, QLatin1StringView("it"), QT_TRANSLATE_NOOP("RuleWords", "Italian")},
    ValueWords{Field::Language, QLatin1StringView("ja"), QT_TRANSLATE_NOOP("RuleWords", "Japanese")},
    ValueWords{Field::Language, QLatin1StringView("ko"), QT_TRANSLATE_NOOP("RuleWords", "Korean")},
    ValueWords{Field::Language, QLatin1StringView("nl"), QT_TRANSLATE_NOOP("RuleWords", "Dutch")},
    ValueWords{Field::Language, QLatin1StringView("pl"), QT_TRANSLATE_NOOP("RuleWords", "Polish")},
    ValueWords{Field::Language, QLatin1StringView("pt"), QT_TRANSLATE_NOOP("RuleWords", "Portuguese")},
    ValueWords{Field::Language, QLatin1StringView("ru"), QT_TRANSLATE_NOOP("RuleWords", "Russian")},
    ValueWords{Field::Language, QLatin1StringView("th"), QT_TRANSLATE_NOOP("RuleWords", "Thai")},
    ValueWords{Field::Language, QLatin1StringView("uk"), QT_TRANSLATE_NOOP("RuleWords", "Ukrainian")},
    ValueWords{Field::Language, QLatin1StringView("zh"), QT_TRANSLATE_NOOP("RuleWords", "Chinese")},
    // The task types that ship, as the rest of the program calls them.
    ValueWords{Field::Task, QLatin1StringView("reasoning"), QT_TRANSLATE_NOOP("TaskSuggestion", "reasoning")},
    ValueWords{Field::Task, QLatin1StringView("summarize"), QT_TRANSLATE_NOOP("TaskSuggestion", "summarize")},
    ValueWords{Field::Task, QLatin1StringView("extract"), QT_TRANSLATE_NOOP("TaskSuggestion", "extract")},
    ValueWords{Field::Task, QLatin1StringView("long_context"),
               QT_TRANSLATE_NOOP("TaskSuggestion", "long context")},
    ValueWords{Field::Task, QLatin1StringView("background"),
               QT_TRANSLATE_NOOP("TaskSuggestion", "background")},
};

constexpr std::array kWeekdays{
    QLatin1StringView("mon"), QLatin1StringView("tue"), QLatin1StringView("wed"), QLatin1StringView("thu"),
    QLatin1StringView("fri"), QLatin1StringView("sat"), QLatin1StringView("sun"),
};

QString ruleTr(const char *text)
{
    return QCoreApplication::translate("RuleWords", text);
}

QString weekdayInWords(const QString &value)
{
    for (std::size_t at = 0; at < kWeekdays.size(); ++at) {
        if (value == kWeekdays.at(at))
            return QLocale().standaloneDayName(static_cast<int>(at) + 1);
    }
    return value;
}

const char *lengthOperator(Operator op)
{
    switch (op) {
    case Operator::LessThan:
        return QT_TRANSLATE_NOOP("RuleWords", "is shorter than");
    case Operator::AtMost:
        return QT_TRANSLATE_NOOP("RuleWords", "is at most");
    case Operator::MoreThan:
        return QT_TRANSLATE_NOOP("RuleWords", "is longer than");
    default:
        return QT_TRANSLATE_NOOP("RuleWords", "is at least");
    }
}

const char *numberOperator(Operator op)
{
    switch (op) {
    case Operator::LessThan:
        return QT_TRANSLATE_NOOP("RuleWords", "is less than");
    case Operator::MoreThan:
        return QT_TRANSLATE_NOOP("RuleWords", "is more than");
    default:
        return lengthOperator(op);
    }
}

} // namespace

QString fieldInWords(Field field)
{
    switch (field) {
    case Field::Task:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "task"));
    case Field::PromptTokens:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "prompt length (tokens)"));
    case Field::PromptLength:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "message length (characters)"));
    case Field::Turns:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "turns of the conversation"));
    case Field::Text:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "text"));
    case Field::Language:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "language"));
    case Field::HasCode:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "code in the text"));
    case Field::HasImage:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "attached picture"));
    case Field::HasAttachment:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "attached file"));
    case Field::MaxTokens:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "limit of output tokens"));
    case Field::HasTools:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "tools"));
    case Field::JsonMode:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "JSON mode"));
    case Field::Temperature:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "temperature"));
    case Field::Tag:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "tag"));
    case Field::RequestedModel:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "requested model"));
    case Field::Source:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "source"));
    case Field::TimeOfDay:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "time of day"));
    case Field::Weekday:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "weekday"));
    case Field::ErrorRate:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "error rate of a target"));
    case Field::FirstTokenP95:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "p95 first token of a target"));
    case Field::CoolingDown:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "cooling down of a target"));
    case Field::Budget:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "used part of a budget"));
    }
    return {};
}

QString operatorInWords(Operator op, Field field)
{
    switch (op) {
    case Operator::Is:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "is"));
    case Operator::IsNot:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "is not"));
    case Operator::Contains:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "contains"));
    case Operator::Matches:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "matches the regular expression"));
    case Operator::Between:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "is between"));
    case Operator::Present:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "is there"));
    case Operator::LessThan:
    case Operator::AtMost:
    case Operator::MoreThan:
    case Operator::AtLeast:
        return ruleTr(field == Field::PromptTokens || field == Field::PromptLength ? lengthOperator(op)
                                                                                   : numberOperator(op));
    }
    return {};
}

QString valueInWords(Field field, const QString &value)
{
    if (field == Field::Weekday)
        return weekdayInWords(value);
    for (const ValueWords &each : kValueWords) {
        if (each.field == field && value.compare(each.value, Qt::CaseInsensitive) == 0)
            return QCoreApplication::translate(field == Field::Task ? "TaskSuggestion" : "RuleWords",
                                               each.words);
    }
    return value;
}

QString alternativesInWords(const QStringList &words)
{
    if (words.size() < 2)
        return words.value(0);
    return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "%1 or %2"))
        .arg(words.first(words.size() - 1).join(QStringLiteral(", ")), words.last());
}

QString pickOrderInWords(PickOrder order)
{
    switch (order) {
    case PickOrder::Listed:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "as listed"));
    case PickOrder::Weighted:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "by weight"));
    case PickOrder::Cheapest:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "cheapest first"));
    case PickOrder::Fastest:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "fastest first"));
    case PickOrder::BestRated:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "best rated first"));
    }
    return {};
}

QString commitInWords(Commit commit, int tokens)
{
    switch (commit) {
    case Commit::FirstToken:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "commits at the first token"));
    case Commit::Tokens:
        return QCoreApplication::translate("RuleWords", "commits after %n tokens", nullptr, tokens);
    case Commit::Complete:
        return ruleTr(QT_TRANSLATE_NOOP("RuleWords", "commits when the answer is complete"));
    }
    return {};
}

QString limitsInWords(const CallLimits &limits)
{
    const auto budget = static_cast<double>(limits.budget.count());
    const QString attempts = budget > 0
        ? QCoreApplication::translate("RuleWords", "%n attempts, %1 in all", nullptr, limits.attempts)
              .arg(formatDuration(budget))
        : QCoreApplication::translate("RuleWords", "%n attempts", nullptr, limits.attempts);
    QStringList parts{attempts};
    if (limits.firstToken.count() > 0)
        parts.append(ruleTr(QT_TRANSLATE_NOOP("RuleWords", "a first token within %1"))
                         .arg(formatDuration(static_cast<double>(limits.firstToken.count()))));
    else if (budget > 0)
        parts.append(ruleTr(QT_TRANSLATE_NOOP(
            "RuleWords", "a first token within half of the time left while another target can be asked")));
    parts.append(commitInWords(limits.commit, limits.commitTokens));
    if (limits.fallbackOnRefusal)
        parts.append(ruleTr(QT_TRANSLATE_NOOP("RuleWords", "a refusal goes on to the next target")));
    return parts.join(QStringLiteral("; "));
}

} // namespace core
