#include "core/judging/verdictreader.h"

#include "core/judging/judgeprompt.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

/// A verdict stands at the end: what comes before so many characters is not looked through.
constexpr qsizetype kLongestText = 50'000;
/// So many braces that begin no object may come before a verdict.
constexpr int kMostTries = 1'000;
constexpr qsizetype kLongestReason = 2'000;

/// Where the object that begins at `start` ends, exclusive; -1 when it does not. Braces in strings do not
/// count.
qsizetype objectEnd(const QString &text, qsizetype start)
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = start; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted) {
            if (c == QLatin1Char('\\'))
                ++i;
            else if (c == QLatin1Char('"'))
                quoted = false;
        } else if (c == QLatin1Char('"')) {
            quoted = true;
        } else if (c == QLatin1Char('{')) {
            ++depth;
        } else if (c == QLatin1Char('}') && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

/// The last object amid the text that `read` takes for a verdict. What stands inside another object is none.
template <typename Words, typename Read>
std::optional<Words> lastVerdict(const QString &whole, Read read)
{
    const QString text = whole.right(kLongestText);
    std::optional<Words> last;
    qsizetype start = text.indexOf(QLatin1Char('{'));
    for (int tries = 0; start >= 0 && tries < kMostTries; ++tries) {
        const qsizetype end = objectEnd(text, start);
        const QJsonDocument document =
            end > 0 ? QJsonDocument::fromJson(text.mid(start, end - start).toUtf8()) : QJsonDocument();
        if (const std::optional<Words> words = read(document.object()))
            last = words;
        start = text.indexOf(QLatin1Char('{'), document.isObject() ? end : start + 1);
    }
    return last;
}

QString reasonOf(const QJsonObject &object)
{
    return object[QStringLiteral("reason")].toString().trimmed().left(kLongestReason);
}

std::optional<JudgeWords> judgeWords(const QJsonObject &object, int answers)
{
    const QString best = object[QStringLiteral("best")].toString().trimmed();
    JudgeWords words;
    words.reason = reasonOf(object);
    if (best.compare(QLatin1String("tie"), Qt::CaseInsensitive) == 0)
        return words;
    if (best.compare(QLatin1String("all_bad"), Qt::CaseInsensitive) == 0) {
        words.choice = JudgeWords::Choice::AllBad;
        return words;
    }
    const std::optional<int> index = answerIndex(best);
    if (!index || *index >= answers)
        return std::nullopt;
    words.choice = JudgeWords::Choice::Best;
    words.best = *index;
    return words;
}

std::optional<RubricWords> rubricWords(const QJsonObject &object)
{
    const QString verdict = object[QStringLiteral("verdict")].toString().trimmed().toLower();
    if (verdict != QLatin1String("pass") && verdict != QLatin1String("fail"))
        return std::nullopt;
    return RubricWords{verdict == QLatin1String("pass"), reasonOf(object)};
}

} // namespace

std::optional<JudgeWords> readJudgeWords(const QString &text, int answers)
{
    return lastVerdict<JudgeWords>(
        text, [answers](const QJsonObject &object) { return judgeWords(object, answers); });
}

std::optional<RubricWords> readRubricWords(const QString &text)
{
    return lastVerdict<RubricWords>(text, rubricWords);
}

} // namespace core
