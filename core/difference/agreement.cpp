#include "core/difference/agreement.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace core {

namespace {

constexpr qsizetype kStem = 6;
constexpr qsizetype kShortWord = 3;
constexpr double kShortWeight = 0.5;
constexpr double kSame = 0.55;
constexpr double kLeastToCompare = 2.0;
constexpr double kCovered = 0.8;
constexpr double kLeastToCover = 4.0;

/// What a sentence is compared by. Features are numbered over all answers.
struct Sentence
{
    bool code = false;
    bool negated = false;
    double weight = 0.0;
    std::vector<int> features; ///< sorted, with repeats
    std::vector<int> numbers; ///< sorted, without repeats
};

bool isNegation(const QString &word)
{
    static const QSet<QString> words{
        QStringLiteral("not"),     QStringLiteral("no"),     QStringLiteral("never"),
        QStringLiteral("none"),    QStringLiteral("cannot"), QStringLiteral("nor"),
        QStringLiteral("without"), QStringLiteral("nicht"),  QStringLiteral("kein"),
        QStringLiteral("keine"),   QStringLiteral("keinen"), QStringLiteral("keiner"),
        QStringLiteral("nie"),     QStringLiteral("ohne"),   QStringLiteral("pas"),
        QStringLiteral("jamais"),  QStringLiteral("nunca"),  QStringLiteral("sin"),
        QStringLiteral("sans"),    QStringLiteral("不"),     QStringLiteral("没"),
        QStringLiteral("未"),      QStringLiteral("無"),     QStringLiteral("无"),
    };
    return words.contains(word) || word.endsWith(QStringLiteral("n't"))
        || word.endsWith(QStringLiteral("n’t"));
}

bool isByCharacter(const QString &word)
{
    if (word.isEmpty())
        return false;
    const char32_t first = word.at(0).isHighSurrogate() && word.size() > 1
        ? QChar::surrogateToUcs4(word.at(0), word.at(1))
        : word.at(0).unicode();
    const QChar::Script script = QChar::script(first);
    return script == QChar::Script_Han || script == QChar::Script_Hiragana
        || script == QChar::Script_Katakana;
}

/// Makes sentences comparable: one numbering for the features of all answers.
class Reader
{
public:
    Sentence read(QStringView text, bool code)
    {
        Sentence sentence;
        sentence.code = code;
        if (code)
            readCode(sentence, text);
        else
            readWords(sentence, text);
        std::sort(sentence.features.begin(), sentence.features.end());
        std::sort(sentence.numbers.begin(), sentence.numbers.end());
        sentence.numbers.erase(std::unique(sentence.numbers.begin(), sentence.numbers.end()),
                               sentence.numbers.end());
        return sentence;
    }

    double weightOf(int feature) const { return m_weights.at(static_cast<std::size_t>(feature)); }

private:
    void readCode(Sentence &sentence, QStringView text)
    {
        QString line = text.toString();
        line.removeIf([](QChar c) { return c.isSpace(); });
        add(sentence, u'=' + line, 1.0);
    }

    void readWords(Sentence &sentence, QStringView text)
    {
        const QString folded = text.toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
        QString previous;
        bool paired = false;
        const auto endRun = [&] {
            if (!previous.isEmpty() && !paired)
                add(sentence, previous, 1.0);
            previous.clear();
            paired = false;
        };
        for (const QStringView each : wordsOf(folded)) {
            const QString word = each.toString();
            if (!word.at(0).isLetterOrNumber() && !word.at(0).isSurrogate()) {
                endRun();
                continue;
            }
            sentence.negated = sentence.negated || isNegation(word);
            if (isByCharacter(word) && word.size() <= 2) {
                if (!previous.isEmpty()) {
                    add(sentence, previous + word, 1.0);
                    paired = true;
                }
                previous = word;
                continue;
            }
            endRun();
            const bool isNumber = word.at(0).isDigit();
            const double weight = word.size() <= kShortWord && !isNumber ? kShortWeight : 1.0;
            const int feature = add(sentence, isNumber ? word : word.left(kStem), weight);
            if (isNumber)
                sentence.numbers.push_back(feature);
        }
        endRun();
    }

    int number(const QString &text, double weight)
    {
        const auto found = m_known.constFind(text);
        if (found != m_known.cend())
            return *found;
        m_weights.push_back(weight);
        return *m_known.insert(text, static_cast<int>(m_weights.size()) - 1);
    }

    int add(Sentence &sentence, const QString &text, double weight)
    {
        const int feature = number(text, weight);
        sentence.features.push_back(feature);
        sentence.weight += weightOf(feature);
        return feature;
    }

    QHash<QString, int> m_known;
    std::vector<double> m_weights;
};

double sharedWeight(const Sentence &a, const Sentence &b, const Reader &reader)
{
    double shared = 0.0;
    for (auto i = a.features.cbegin(), j = b.features.cbegin();
         i != a.features.cend() && j != b.features.cend();) {
        if (*i < *j) {
            ++i;
        } else if (*j < *i) {
            ++j;
        } else {
            shared += reader.weightOf(*i);
            ++i;
            ++j;
        }
    }
    return shared;
}

/// Whether `b` says what `a` says.
bool says(const Sentence &b, const Sentence &a, const Reader &reader)
{
    if (a.code != b.code)
        return false;
    if (a.features == b.features)
        return true;
    if (a.code || a.weight < kLeastToCompare || a.negated != b.negated)
        return false;
    // The most that could be shared is the smaller weight: most pairs end here.
    const double most = std::min(a.weight, b.weight);
    const bool mayBeSame = 2.0 * most >= kSame * (a.weight + b.weight);
    const bool mayCover = a.weight >= kLeastToCover && most >= kCovered * a.weight;
    if ((!mayBeSame && !mayCover)
        || !std::includes(b.numbers.cbegin(), b.numbers.cend(), a.numbers.cbegin(), a.numbers.cend()))
        return false;
    const double shared = sharedWeight(a, b, reader);
    return (mayBeSame && 2.0 * shared >= kSame * (a.weight + b.weight))
        || (mayCover && shared >= kCovered * a.weight);
}

} // namespace

std::optional<double> Agreement::between(int a, int b) const
{
    double all = 0.0;
    double agreed = 0.0;
    for (const auto &[one, other] : {std::pair(a, b), std::pair(b, a)}) {
        for (const AgreementPart &part : answers.value(one)) {
            all += part.weight;
            agreed += part.lanes.contains(other) ? part.weight : 0.0;
        }
    }
    return all > 0.0 ? std::optional(agreed / all) : std::nullopt;
}

std::optional<Agreement> agreementOf(const QList<BlockedText> &answers, const StopCheck &stopped)
{
    Reader reader;
    Agreement agreement;
    std::vector<std::vector<Sentence>> sentences;
    for (const BlockedText &answer : answers) {
        agreement.answers.append(QList<AgreementPart>());
        sentences.emplace_back();
        for (const TextRange &range : sentencesOf(answer)) {
            sentences.back().push_back(
                reader.read(QStringView(answer.text).mid(range.begin, range.length), range.code));
            agreement.answers.last().append({range, {}, sentences.back().back().weight});
        }
    }
    for (std::size_t lane = 0; lane < sentences.size(); ++lane) {
        for (std::size_t i = 0; i < sentences[lane].size(); ++i) {
            if (stopped && stopped())
                return std::nullopt;
            const Sentence &sentence = sentences[lane][i];
            QList<int> &lanes =
                agreement.answers[static_cast<qsizetype>(lane)][static_cast<qsizetype>(i)].lanes;
            for (std::size_t other = 0; other < sentences.size(); ++other) {
                const bool said = other == lane
                    || std::any_of(sentences[other].cbegin(), sentences[other].cend(),
                                   [&](const Sentence &each) { return says(each, sentence, reader); });
                if (said)
                    lanes.append(static_cast<int>(other));
            }
        }
    }
    return agreement;
}

} // namespace core
