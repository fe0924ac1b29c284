#include "core/ruleformats/programparts.h"

namespace core {

namespace {

class ConditionProgram
{
public:
    ConditionProgram(const QString &path, ProgramLanguage language, LossReport &losses)
        : m_path(path), m_language(language), m_losses(losses)
    {
    }

    std::optional<QString> write(const Condition &condition, bool isInside);

private:
    bool isScript() const
    {
        return m_language == ProgramLanguage::TypeScript || m_language == ProgramLanguage::JavaScript;
    }
    bool isPython() const { return m_language == ProgramLanguage::Python; }
    std::optional<QString> writeParts(const Condition &condition, bool isInside);
    std::optional<QString> writeTest(const Test &test);
    std::optional<QString> writeHealth(const Test &test);
    QString writeBudget(const Test &test);
    std::optional<QString> writePattern(const Test &test, const QString &label);
    QString writeNumber(const Test &test, const QString &value) const;
    QString writeTime(const Test &test) const;
    QString labelOf(const Test &test) const;
    QString fact(const char *name) const;
    QString call(const char *function, const QStringList &arguments) const;
    QString list(const QStringList &values) const;
    QString negated(const QString &expression) const;
    void warnOfCase(const QStringList &values);
    std::optional<QString> lose(const Test &test);

    const QString m_path;
    const ProgramLanguage m_language;
    LossReport &m_losses;
};

QString ConditionProgram::fact(const char *name) const
{
    const QString member = programName(QLatin1StringView(name), m_language);
    if (isPython())
        return QStringLiteral("call[\"%1\"]").arg(member);
    return (isScript() ? QStringLiteral("call.") : QStringLiteral("$call.")) + member;
}

QString ConditionProgram::call(const char *function, const QStringList &arguments) const
{
    const QString separator = isScript() || isPython() ? QStringLiteral(", ") : QStringLiteral("; ");
    return programName(QLatin1StringView(function), m_language) + u'(' + arguments.join(separator) + u')';
}

QString ConditionProgram::list(const QStringList &values) const
{
    QStringList texts;
    for (const QString &value : values)
        texts.append(programText(value, m_language));
    return u'[' + texts.join(QStringLiteral(", ")) + u']';
}

QString ConditionProgram::negated(const QString &expression) const
{
    if (isScript())
        return u'!' + expression;
    return isPython() ? QString(QStringLiteral("not ") + expression)
                      : QString(u'(' + expression + QStringLiteral(" | not)"));
}

/// jq knows the cases of plain letters only.
void ConditionProgram::warnOfCase(const QStringList &values)
{
    const bool isPlain = std::all_of(values.begin(), values.end(), [](const QString &value) {
        return std::all_of(value.begin(), value.end(), [](QChar each) { return each.unicode() < 0x80; });
    });
    if (m_language == ProgramLanguage::Shell && !isPlain)
        m_losses.add(
            m_path,
            RuleFormatWords::tr("Upper and lower case of letters beyond a to z are told apart there."));
}

std::optional<QString> ConditionProgram::lose(const Test &test)
{
    m_losses.add(m_path,
                 RuleFormatWords::tr("“%1” is not known to a program, so the rule was left out.")
                     .arg(fieldName(test.field)));
    return std::nullopt;
}

std::optional<QString> ConditionProgram::write(const Condition &condition, bool isInside)
{
    switch (condition.kind) {
    case Condition::Kind::Test:
        return writeTest(condition.test);
    case Condition::Kind::Not: {
        const std::optional<QString> part =
            condition.parts.isEmpty() ? std::nullopt : write(condition.parts.first(), false);
        return part ? std::optional<QString>(negated(QString(u'(' + *part + u')'))) : std::nullopt;
    }
    case Condition::Kind::All:
    case Condition::Kind::Any:
        break;
    }
    return writeParts(condition, isInside);
}

std::optional<QString> ConditionProgram::writeParts(const Condition &condition, bool isInside)
{
    const bool all = condition.kind == Condition::Kind::All;
    if (condition.parts.isEmpty()) {
        const QString word = all ? QStringLiteral("true") : QStringLiteral("false");
        return isPython() ? QString(word.at(0).toUpper() + word.sliced(1)) : word;
    }
    QStringList parts;
    for (const Condition &part : condition.parts) {
        const std::optional<QString> written = write(part, condition.parts.size() > 1);
        if (!written)
            return std::nullopt;
        parts.append(*written);
    }
    QString word = all ? QStringLiteral(" and ") : QStringLiteral(" or ");
    if (isScript())
        word = all ? QStringLiteral(" && ") : QStringLiteral(" || ");
    const QString joined = parts.join(word);
    return isInside && parts.size() > 1 ? QString(u'(' + joined + u')') : joined;
}

QString ConditionProgram::labelOf(const Test &test) const
{
    switch (test.field) {
    case Field::Task:
        return fact("task");
    case Field::RequestedModel:
        return fact("model");
    case Field::Source:
        return fact("source");
    case Field::Weekday: {
        const QString zone = programText(test.zone, m_language);
        if (m_language == ProgramLanguage::Shell)
            return call("dayOf", {QStringLiteral("$call"), zone});
        return call("dayOf", test.zone.isEmpty() ? QStringList{fact("at")} : QStringList{fact("at"), zone});
    }
    case Field::Tag:
        break;
    default:
        return {};
    }
    const QString key = programText(test.key, m_language);
    return isPython() ? QString(fact("tags") + QStringLiteral(".get(") + key + u')')
                      : QString(fact("tags") + u'[' + key + u']');
}

std::optional<QString> ConditionProgram::writeTest(const Test &test)
{
    switch (test.field) {
    case Field::PromptTokens:
        return writeNumber(test, fact("tokens"));
    case Field::PromptLength:
        return writeNumber(test, fact("length"));
    case Field::Turns:
        return writeNumber(test, fact("turns"));
    case Field::MaxTokens:
        return writeNumber(test, fact("maxTokens"));
    case Field::Temperature:
        return writeNumber(test, fact("temperature"));
    case Field::HasImage:
        return fact("hasImage");
    case Field::HasAttachment:
        return fact("hasAttachment");
    case Field::HasTools:
        return fact("hasTools");
    case Field::JsonMode:
        return fact("jsonMode");
    case Field::TimeOfDay:
        return test.values.size() == 2 ? std::optional(writeTime(test)) : lose(test);
    case Field::ErrorRate:
    case Field::FirstTokenP95:
    case Field::CoolingDown:
        return writeHealth(test);
    case Field::Budget:
        return writeBudget(test);
    case Field::Language:
    case Field::HasCode:
        return lose(test);
    default:
        break;
    }
    const QString label = test.field == Field::Text ? fact("text") : labelOf(test);
    switch (test.op) {
    case Operator::Is:
    case Operator::IsNot: {
        warnOfCase(test.values);
        const QString is = call("isOneOf", {label, list(test.values)});
        return test.op == Operator::Is ? is : negated(is);
    }
    case Operator::Contains:
        warnOfCase(test.values);
        return call("containsAny", {label, list(test.values)});
    case Operator::Matches:
        return writePattern(test, label);
    case Operator::Present:
        if (isScript())
            return QString(QStringLiteral("Boolean(") + label + u')');
        return isPython() ? QString(QStringLiteral("bool(") + label + u')') : call("isSet", {label});
    default:
        return lose(test);
    }
}

std::optional<QString> ConditionProgram::writeHealth(const Test &test)
{
    const QString never = isPython() ? QStringLiteral("False") : QStringLiteral("false");
    const bool isCooling = test.field == Field::CoolingDown;
    if (isCooling && m_language != ProgramLanguage::Shell)
        return call("isCooling", {programText(test.key, m_language)});
    m_losses.add(m_path,
                 isCooling
                     ? RuleFormatWords::tr("A shell does not remember failures from one call to the next; no "
                                           "model is taken to cool down.")
                     : RuleFormatWords::tr("A program does not measure models; the condition on “%1” is "
                                           "taken as not met.")
                           .arg(test.key));
    return never;
}

QString ConditionProgram::writeBudget(const Test &test)
{
    m_losses.add(
        m_path,
        RuleFormatWords::tr("A program does not count what is spent; the condition on the budget “%1” "
                            "is taken as not met.")
            .arg(test.key));
    return isPython() ? QStringLiteral("False") : QStringLiteral("false");
}

std::optional<QString> ConditionProgram::writePattern(const Test &test, const QString &label)
{
    const std::optional<PortablePattern> pattern = portablePattern(test.values.value(0), m_language);
    const bool hasOtherFlags = pattern && (pattern->isMultiLine || pattern->dotIsAll);
    if (!pattern || test.values.value(0).isEmpty()
        || (m_language == ProgramLanguage::Shell && hasOtherFlags)) {
        m_losses.add(
            m_path,
            RuleFormatWords::tr("The regular expression “%1” cannot be said in this language, so the rule "
                                "was left out.")
                .arg(test.values.value(0)));
        return std::nullopt;
    }
    m_losses.add(m_path, RuleFormatWords::tr("A regular expression that runs away is not stopped there."));
    const bool isText = test.field == Field::Text;
    QString flags = pattern->ignoresCase ? QStringLiteral("i") : QString();
    flags += pattern->isMultiLine ? QStringLiteral("m") : QString();
    flags += pattern->dotIsAll ? QStringLiteral("s") : QString();
    if (isScript()) {
        const QString text = QStringLiteral("new RegExp(%1, %2)")
                                 .arg(programText(pattern->pattern, m_language),
                                      programText(QString(flags + u'u'), m_language));
        return isText ? QString(text + QStringLiteral(".test(") + label + u')')
                      : call("matches", {label, text});
    }
    if (isPython()) {
        const QString inlined = flags.isEmpty() ? QString() : QString(QStringLiteral("(?") + flags + u')');
        const QString text = programText(QString(inlined + pattern->pattern), m_language);
        return isText ? QString(QStringLiteral("re.search(") + text + QStringLiteral(", ") + label
                                + QStringLiteral(") is not None"))
                      : call("matches", {label, text});
    }
    const QString found =
        call("matches", {label, programText(pattern->pattern, m_language), programText(flags, m_language)});
    return isText ? found : QString(u'(' + call("isSet", {label}) + QStringLiteral(" and ") + found + u')');
}

QString ConditionProgram::writeNumber(const Test &test, const QString &value) const
{
    if (test.op == Operator::Present) {
        if (isPython())
            return value + QStringLiteral(" is not None");
        return value + (isScript() ? QStringLiteral(" !== undefined") : QStringLiteral(" != null"));
    }
    const QString number = QString::number(test.number.value_or(0.0), 'g', 15);
    const char *function = "below";
    const char *sign = " < ";
    if (test.op == Operator::AtMost) {
        function = "atMost";
        sign = " <= ";
    } else if (test.op == Operator::MoreThan) {
        function = "above";
        sign = " > ";
    } else if (test.op == Operator::AtLeast) {
        function = "atLeast";
        sign = " >= ";
    }
    const bool mayLack = test.field == Field::MaxTokens || test.field == Field::Temperature;
    if (!mayLack)
        return value + QLatin1StringView(sign) + number;
    if (isScript())
        return u'(' + value + QStringLiteral(" ?? NaN)") + QLatin1StringView(sign) + number;
    return call(function, {value, number});
}

QString ConditionProgram::writeTime(const Test &test) const
{
    QStringList arguments{m_language == ProgramLanguage::Shell ? QStringLiteral("$call") : fact("at")};
    for (const QString &time : test.values) {
        // Two digits each, so that times compare as texts.
        const QString padded = time.indexOf(u':') == 1 ? QString(u'0' + time) : time;
        arguments.append(programText(padded, m_language));
    }
    if (!test.zone.isEmpty() || m_language == ProgramLanguage::Shell)
        arguments.append(programText(test.zone, m_language));
    return call("isBetween", arguments);
}

} // namespace

std::optional<QString> programCondition(const Condition &condition, const QString &path,
                                        ProgramLanguage language, LossReport &losses)
{
    return ConditionProgram(path, language, losses).write(condition, false);
}

} // namespace core
