#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace core {

/// What a condition can ask about a call.
enum class Field {
    Task,
    /// Estimated tokens of all messages (estimateTokens()).
    PromptTokens,
    /// UTF-16 code units of the newest user message.
    PromptLength,
    /// User messages of the conversation, the newest included.
    Turns,
    /// The newest user message.
    Text,
    /// ISO 639-1 code of the newest user message, see languageOf().
    Language,
    HasCode,
    HasImage,
    HasAttachment,
    MaxTokens,
    HasTools,
    JsonMode,
    Temperature,
    /// `key` is the tag's key.
    Tag,
    /// The model or alias that the caller asked for; empty when it named none.
    RequestedModel,
    /// `window`, `cli`, `gateway`, `import`.
    Source,
    /// `values` are two times `HH:MM`, from (included) and to (excluded); over midnight when the first is
    /// later. `zone` is an IANA name, empty: the system's.
    TimeOfDay,
    /// `values` are `mon` ... `sun`. `zone` as above.
    Weekday,
    /// 0 to 1, of the target in `key` over the last kHealthWindow.
    ErrorRate,
    /// Milliseconds, of the target in `key`.
    FirstTokenP95,
    /// Of the target in `key`.
    CoolingDown,
    /// Percent of the amount of the budget in `key` that is spent or reserved in its present period.
    Budget,
};

enum class Operator {
    /// One of `values`. Without regard to case for labels and models.
    Is,
    IsNot,
    /// The text holds one of `values`, without regard to case.
    Contains,
    /// The regular expression `values[0]` (PCRE2) is found in the text; in a long one at its ends, see
    /// kRegexWindow.
    Matches,
    LessThan,
    AtMost,
    MoreThan,
    AtLeast,
    /// Times only.
    Between,
    /// There is one: flags, tags, set parameters.
    Present,
};

/// One question about a call.
struct Test
{
    Field field = Field::Task;
    Operator op = Operator::Is;
    /// Tag key, `account/model` of a health field, or name of a budget.
    QString key = {};
    QStringList values = {};
    std::optional<double> number = {};
    QString zone = {};

    bool operator==(const Test &) const = default;
};

/// A tree of tests. `All` and `Any` take any number of parts (an empty `All` is always true, an empty `Any`
/// never), `Not` exactly one. A value.
struct Condition
{
    enum class Kind { All, Any, Not, Test };

    Kind kind = Kind::All;
    QList<Condition> parts = {};
    /// With Kind::Test.
    Test test = {};

    bool isAlways() const { return kind == Kind::All && parts.isEmpty(); }
    /// Not defaulted: of a type that holds a list of itself g++ 12 cannot tell whether the list has one.
    bool operator==(const Condition &other) const;
};

/// Conditions nest at most so deep; a deeper document is refused.
constexpr int kDeepestCondition = 16;

/// Names as in documents: `prompt_tokens`, `less_than`.
QString fieldName(Field field);
std::optional<Field> fieldFromName(QStringView name);
QString operatorName(Operator op);
std::optional<Operator> operatorFromName(QStringView name);

/// The operators that make sense for a field, the usual one first.
QList<Operator> operatorsOf(Field field);
/// Whether the field needs a text that the ledger may not have kept.
bool needsText(Field field);
/// Whether its answer comes from a target's health, so that it depends on the moment.
bool isHealth(Field field);
/// Whether its answer depends on the moment: health and budgets.
bool isOfTheMoment(Field field);

Condition testCondition(const Test &test);
Condition allOf(const QList<Condition> &parts);
Condition anyOf(const QList<Condition> &parts);
Condition notOf(const Condition &part);

} // namespace core
