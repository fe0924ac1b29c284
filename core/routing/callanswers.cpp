#include "core/routing/callanswers.h"

#include "core/routing/router.h"

#include <array>

namespace core {

namespace {

/// The call has none, or one that no test names.
constexpr qint64 kOtherLabel = -1;

constexpr std::array kDayLabels{
    QLatin1StringView("mon"), QLatin1StringView("tue"), QLatin1StringView("wed"), QLatin1StringView("thu"),
    QLatin1StringView("fri"), QLatin1StringView("sat"), QLatin1StringView("sun"),
};

/// PCRE2 refuses, and would have to check each time, a text with half of a surrogate pair.
QString wellFormed(const QString &text)
{
    if (text.isValidUtf16())
        return text;
    QString repaired = text;
    for (qsizetype at = 0; at < repaired.size(); ++at) {
        const bool isPair = repaired.at(at).isHighSurrogate() && at + 1 < repaired.size()
            && repaired.at(at + 1).isLowSurrogate();
        if (isPair)
            ++at;
        else if (repaired.at(at).isSurrogate())
            repaired[at] = QChar(QChar::ReplacementCharacter);
    }
    return repaired;
}

/// `text` is well-formed.
QRegularExpressionMatch searchFrom(const QRegularExpression &pattern, const QString &text, qsizetype from)
{
    return pattern.match(text, from, QRegularExpression::NormalMatch,
                         QRegularExpression::DontCheckSubjectStringMatchOption);
}

Outcomes outcomeOf(const QRegularExpressionMatch &match)
{
    return match.isValid() ? Outcomes::of(match.hasMatch()) : Outcomes::limit();
}

/// What a text that is too long to be searched as a whole says at its two ends.
Outcomes searchEnds(const QRegularExpression &pattern, const QString &text)
{
    const qsizetype end = kRegexWindow - (text.at(kRegexWindow - 1).isHighSurrogate() ? 1 : 0);
    const QRegularExpressionMatch head = searchFrom(pattern, text.left(end), 0);
    // One that ends with the window may do so only because it was cut off there.
    if (!head.isValid() || (head.hasMatch() && head.capturedEnd() < end))
        return outcomeOf(head);
    const qsizetype from = text.size() - kRegexWindow;
    const QRegularExpressionMatch tail =
        searchFrom(pattern, text, from + (text.at(from).isLowSurrogate() ? 1 : 0));
    return tail.isValid() && tail.hasMatch() ? Outcomes::yes() : Outcomes::limit();
}

bool asksForJson(const ChatParameters &parameters)
{
    const QJsonObject format = parameters.responseFormat.isEmpty()
        ? parameters.extra.value(QLatin1StringView("response_format")).toObject()
        : parameters.responseFormat;
    const QString type = format.value(QLatin1StringView("type")).toString();
    return type == QLatin1StringView("json_object") || type == QLatin1StringView("json_schema");
}

bool offersTools(const ChatParameters &parameters)
{
    return !parameters.tools.isEmpty()
        || !parameters.extra.value(QLatin1StringView("tools")).toArray().isEmpty();
}

std::optional<double> asDouble(const std::optional<qint64> &value)
{
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

} // namespace

void CallAnswers::begin(const PromptFacts &facts, const TargetBook &book)
{
    m_facts = &facts;
    m_book = &book;
    m_answers.assign(m_table.tests.size(), Outcomes());
    m_wellFormedText.reset();
    m_moments.assign(m_table.zones.size(), std::nullopt);
    m_watched.clear();
    m_watched.resize(m_table.watched.size());
}

Outcomes CallAnswers::ask(quint32 number)
{
    const CompiledTest &test = m_table.tests[number];
    if (test.ask == Ask::Never)
        return Outcomes::no();
    if (test.needsText && !m_facts->textKnown)
        return Outcomes::unknown();
    switch (test.ask) {
    case Ask::Never:
        break;
    case Ask::Number:
    case Ask::NumberPresent:
        if (isOfTheMoment(test.field))
            return compared(figureOf(test), test);
        answerNumbers(test);
        return m_answers[number];
    case Ask::Flag:
        return Outcomes::of(askFlag(test));
    case Ask::LabelIs:
    case Ask::LabelIsNot:
        answerLabels(test.slot);
        return m_answers[number];
    case Ask::LabelContains:
    case Ask::LabelPresent:
        return Outcomes::of(askLabelText(number, test));
    case Ask::LabelMatches:
    case Ask::TextMatches:
        return askPattern(test);
    case Ask::TextContains:
        answerWords();
        return m_answers[number];
    case Ask::TimeBetween:
        return Outcomes::of(askTime(test));
    }
    return Outcomes::no();
}

/// `like` is one of those that compare the same number.
void CallAnswers::answerNumbers(const CompiledTest &like)
{
    const Figure figure = figureOf(like);
    for (const quint32 number : m_table.numberTests.at(like.field))
        m_answers[number] = compared(figure, m_table.tests[number]);
}

Outcomes CallAnswers::compared(const Figure &figure, const CompiledTest &test)
{
    if (!figure.known)
        return Outcomes::unknown();
    if (!figure.value)
        return Outcomes::no();
    switch (test.op) {
    case Operator::LessThan:
        return Outcomes::of(*figure.value < test.number);
    case Operator::AtMost:
        return Outcomes::of(*figure.value <= test.number);
    case Operator::MoreThan:
        return Outcomes::of(*figure.value > test.number);
    case Operator::AtLeast:
        return Outcomes::of(*figure.value >= test.number);
    default:
        return Outcomes::yes(); // it is there
    }
}

CallAnswers::Figure CallAnswers::figureOf(const CompiledTest &test)
{
    switch (test.field) {
    case Field::PromptTokens:
        return {asDouble(m_facts->tokens), m_facts->tokens.has_value()};
    case Field::PromptLength:
        return {static_cast<double>(m_facts->text.size())};
    case Field::Turns:
        return {static_cast<double>(m_facts->turns)};
    case Field::MaxTokens:
        return {asDouble(outputLimitOf(m_facts->parameters))};
    case Field::Temperature:
        return {m_facts->parameters.temperature};
    case Field::ErrorRate:
        return healthFigure(watched(test.slot).errorRate);
    case Field::FirstTokenP95:
        return healthFigure(watched(test.slot).firstTokenP95);
    case Field::Budget:
        return healthFigure(m_book->budgetUsed(m_table.budgets[test.slot]));
    default:
        return {};
    }
}

CallAnswers::Figure CallAnswers::healthFigure(const std::optional<double> &value) const
{
    return {value, value.has_value() || !m_facts->past};
}

bool CallAnswers::askFlag(const CompiledTest &test)
{
    switch (test.field) {
    case Field::HasCode:
        return hasCode(m_facts->text);
    case Field::HasImage:
        return m_facts->hasImages;
    case Field::HasAttachment:
        return m_facts->hasAttachments;
    case Field::HasTools:
        return offersTools(m_facts->parameters);
    case Field::JsonMode:
        return asksForJson(m_facts->parameters);
    case Field::CoolingDown:
        return watched(test.slot).coolingUntilMs > m_facts->atMs;
    default:
        return false;
    }
}

template <typename Holds>
bool CallAnswers::hasOperand(const CompiledTest &test, const Holds &holds) const
{
    const auto first = m_table.operands.begin() + test.first;
    return std::any_of(first, first + test.count, holds);
}

void CallAnswers::answerLabels(quint32 slot)
{
    const qint64 value = labelValue(slot);
    for (const quint32 number : m_table.labels[slot].tests) {
        const CompiledTest &test = m_table.tests[number];
        const bool isOneOf = hasOperand(test, [value](quint32 operand) { return operand == value; });
        m_answers[number] = Outcomes::of(isOneOf == (test.ask == Ask::LabelIs));
    }
}

bool CallAnswers::askLabelText(quint32 number, const CompiledTest &test)
{
    const QString text = labelText(test.slot).value_or(QString());
    if (test.ask == Ask::LabelPresent)
        return !text.isEmpty();
    const QStringList &values = m_table.sources[number]->values;
    return std::any_of(values.begin(), values.end(), [&text](const QString &value) {
        return !value.isEmpty() && text.contains(value, Qt::CaseInsensitive);
    });
}

Outcomes CallAnswers::askPattern(const CompiledTest &test)
{
    QString subject;
    if (test.ask == Ask::TextMatches) {
        if (!m_wellFormedText)
            m_wellFormedText = wellFormed(m_facts->text);
        subject = *m_wellFormedText;
    } else {
        const std::optional<QString> label = labelText(test.slot);
        if (!label || label->isEmpty())
            return Outcomes::no();
        subject = wellFormed(*label);
    }
    const QRegularExpression &pattern = m_table.patterns[test.first];
    return subject.size() > 2 * kRegexWindow ? searchEnds(pattern, subject)
                                             : outcomeOf(searchFrom(pattern, subject, 0));
}

void CallAnswers::answerWords()
{
    m_table.words.find(m_facts->text, m_foundWords);
    for (const quint32 number : m_table.wordTests) {
        m_answers[number] = Outcomes::of(
            hasOperand(m_table.tests[number], [this](quint32 word) { return m_foundWords[word] != 0; }));
    }
}

bool CallAnswers::askTime(const CompiledTest &test)
{
    const quint32 minute = moment(test.slot).minute;
    const quint32 from = test.first;
    const quint32 to = test.count;
    if (from <= to)
        return minute >= from && minute < to;
    return minute >= from || minute < to;
}

qint64 CallAnswers::labelValue(quint32 slot)
{
    const std::optional<QString> text = labelText(slot);
    if (!text)
        return kOtherLabel;
    const auto named = m_table.labelValues.constFind(foldedText(*text));
    return named != m_table.labelValues.cend() ? named.value() : kOtherLabel;
}

/// Nothing for a tag that the call does not have.
std::optional<QString> CallAnswers::labelText(quint32 slot)
{
    const LabelSource &label = m_table.labels[slot];
    switch (label.field) {
    case Field::Task:
        return m_facts->task;
    case Field::Language:
        return languageOf(m_facts->text);
    case Field::RequestedModel:
        return m_facts->requestedModel;
    case Field::Source:
        return callSourceName(m_facts->source);
    case Field::Weekday:
        return QString(kDayLabels[moment(label.zone).weekday]);
    case Field::Tag: {
        const auto tag = m_facts->tags.constFind(label.key);
        return tag != m_facts->tags.cend() ? std::optional(tag.value()) : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

const CallAnswers::Moment &CallAnswers::moment(quint32 zone)
{
    std::optional<Moment> &moment = m_moments[zone];
    if (moment)
        return *moment;
    constexpr qint64 kMinuteMs = 60'000;
    constexpr qint64 kDayMs = 24 * 60 * kMinuteMs;
    constexpr qint64 kThursday = 3; // 1 January 1970
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(m_facts->atMs, Qt::UTC);
    const qint64 local = m_facts->atMs + qint64(m_table.zones[zone].offsetFromUtc(at)) * 1000;
    const qint64 intoDay = (local % kDayMs + kDayMs) % kDayMs;
    const qint64 day = (local - intoDay) / kDayMs;
    moment = Moment{static_cast<quint32>(intoDay / kMinuteMs),
                    static_cast<std::size_t>(((day + kThursday) % 7 + 7) % 7)};
    return *moment;
}

const TargetFacts &CallAnswers::watched(quint32 slot)
{
    std::optional<TargetFacts> &facts = m_watched[slot];
    if (!facts)
        facts = m_book->factsOf(m_table.watched[slot], m_facts->task);
    return *facts;
}

} // namespace core
