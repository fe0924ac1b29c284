#include "ui/widgets/fuzzymatch.h"

#include <QChar>
#include <QString>

#include <vector>

namespace ui {

namespace {

constexpr int kLetter = 1;
constexpr int kWordStart = 8;
constexpr int kInARow = 10;
constexpr int kFirst = 4;
constexpr int kNone = -1'000'000;

bool startsWord(QStringView text, qsizetype i)
{
    return i == 0 || !text[i - 1].isLetterOrNumber();
}

} // namespace

std::optional<int> fuzzyScore(QStringView pattern, QStringView text)
{
    QString letters;
    for (const QChar letter : pattern) {
        if (!letter.isSpace())
            letters += letter.toCaseFolded();
    }
    // best[i]: the best score of the letters so far with the last one on text[i].
    const auto length = static_cast<std::size_t>(text.size());
    std::vector<int> best(length, kNone);
    std::vector<int> before(length, kNone);
    for (qsizetype p = 0; p < letters.size(); ++p) {
        std::swap(best, before);
        int reachable = kNone;
        for (std::size_t i = 0; i < length; ++i) {
            const auto at = static_cast<qsizetype>(i);
            const int left = i > 0 ? before[i - 1] : kNone;
            const int from = p == 0 ? 0 : std::max(reachable, left == kNone ? kNone : left + kInARow);
            best[i] = kNone;
            if (from != kNone && text[at].toCaseFolded() == letters[p])
                best[i] = from + kLetter + (startsWord(text, at) ? kWordStart : 0) + (i == 0 ? kFirst : 0);
            reachable = std::max(reachable, left);
        }
    }
    if (letters.isEmpty())
        return 0;
    int score = kNone;
    for (const int value : best)
        score = std::max(score, value);
    if (score == kNone)
        return std::nullopt;
    return score;
}

} // namespace ui
