#include "ui/compare/estimatetext.h"

#include "core/base/formatting.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

namespace {

struct EstimateWords
{
    Q_DECLARE_TR_FUNCTIONS(EstimateWords)
};

} // namespace

QString moneyRange(core::Money low, core::Money high)
{
    const QLocale locale;
    const QString from = core::formatMoney(low, locale);
    const QString to = core::formatMoney(high, locale);
    if (from == to)
        return from;
    return from + QStringLiteral("–") + (to.startsWith(QLatin1Char('$')) ? to.mid(1) : to);
}

EstimateTexts estimateTexts(const core::RunEstimate &estimate, qint64 inputTokens)
{
    EstimateTexts texts;
    const QLocale locale;
    texts.line = estimate.lanes == 1 ? EstimateWords::tr("1 lane")
                                     : EstimateWords::tr("%n lanes", nullptr, estimate.lanes);
    const int priced = estimate.lanes - estimate.unpricedLanes;
    if (priced > 0) {
        const QString range = moneyRange(estimate.low, estimate.high);
        texts.line += QStringLiteral(" · ")
            + (estimate.guessedLanes > 0 ? EstimateWords::tr("est. %1, a guess").arg(range)
                                         : EstimateWords::tr("est. %1").arg(range));
    }
    if (estimate.unpricedLanes > 0)
        texts.line +=
            QStringLiteral(" · ") + EstimateWords::tr("%n unpriced", nullptr, estimate.unpricedLanes);

    QStringList lines{
        EstimateWords::tr("About %1 input tokens a lane.").arg(core::formatCount(inputTokens, locale))};
    if (priced > estimate.guessedLanes)
        lines += EstimateWords::tr("Output: the 10th to the 90th percentile of your own answers.");
    if (estimate.guessedLanes > 0)
        lines += EstimateWords::tr(
                     "Where you have fewer than ten answers yet, %1 to %2 output tokens are assumed.")
                     .arg(core::formatCount(core::kGuessedOutput.low, locale),
                          core::formatCount(core::kGuessedOutput.high, locale));
    if (estimate.unpricedLanes > 0)
        lines += EstimateWords::tr("Not every lane has a known price: the cost is a lower bound.");
    texts.details = lines.join(QLatin1Char('\n'));
    return texts;
}

} // namespace ui
