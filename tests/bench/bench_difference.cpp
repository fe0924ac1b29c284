// Processor time that comparing texts takes, as JSON on stdout: 8 answers of 20 kB for agreement, pairs of 20
// kB for differences by words.
#include "core/difference/agreement.h"
#include "core/difference/textdiff.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <cstdio>
#include <ctime>

using namespace core;

namespace {

constexpr qsizetype kSize = 20'000;

/// Sentences of words from a vocabulary; a smaller one makes answers more alike.
QString answer(quint32 seed, int vocabulary)
{
    QRandomGenerator random(seed);
    QString text;
    while (text.size() < kSize) {
        const int words = 6 + random.bounded(12);
        for (int i = 0; i < words; ++i)
            text += QStringLiteral("%1%2").arg(i == 0 ? QString() : QStringLiteral(" "),
                                               (i == 0 ? QStringLiteral("Word%1") : QStringLiteral("word%1"))
                                                   .arg(random.bounded(vocabulary)));
        text += random.bounded(5) == 0 ? QStringLiteral(".\n\n") : QStringLiteral(". ");
    }
    return text;
}

/// `text` with every `step`-th word changed.
QString changed(const QString &text, int step)
{
    QStringList words = text.split(u' ');
    for (int i = step - 1; i < static_cast<int>(words.size()); i += step)
        words[i] = QStringLiteral("other%1").arg(i);
    return words.join(u' ');
}

/// Processor time since `start`, which a busy machine does not distort.
double milliseconds(std::clock_t start)
{
    return static_cast<double>(std::clock() - start) * 1000.0 / CLOCKS_PER_SEC;
}

QJsonObject diffed(const QString &before, const QString &after)
{
    const std::clock_t start = std::clock();
    const auto diff = diffTexts(before, after, DiffUnit::Words);
    return {{QStringLiteral("cpu_ms"), milliseconds(start)},
            {QStringLiteral("removed"), diff->removed},
            {QStringLiteral("added"), diff->added},
            {QStringLiteral("coarse"), diff->coarse}};
}

} // namespace

int main()
{
    const QString text = answer(1, 3000);
    QJsonObject result;
    result.insert(QStringLiteral("words_20kB_1_in_20_changed"), diffed(text, changed(text, 20)));
    result.insert(QStringLiteral("words_20kB_1_in_2_changed"), diffed(text, changed(text, 2)));
    result.insert(QStringLiteral("words_20kB_unrelated"), diffed(text, answer(2, 3000)));
    QList<BlockedText> answers;
    for (quint32 i = 0; i < 8; ++i)
        answers.append(blocksOfMarkdown(i % 2 == 0 ? answer(i + 10, 400) : changed(answer(10, 400), 20)));
    const std::clock_t start = std::clock();
    const auto agreement = agreementOf(answers);
    const double ms = milliseconds(start);
    qsizetype sentences = 0;
    for (const QList<AgreementPart> &parts : agreement->answers)
        sentences += parts.size();
    result.insert(QStringLiteral("agreement_8_x_20kB"),
                  QJsonObject{{QStringLiteral("cpu_ms"), ms}, {QStringLiteral("sentences"), sentences}});
    std::printf("%s", QJsonDocument(result).toJson().constData());
    return 0;
}
