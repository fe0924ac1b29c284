#include "ui/routes/backtestwords.h"

#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"

using core::BacktestFigures;

namespace ui {

namespace {

bool hasBacktestCost(const BacktestFigures &figures)
{
    return figures.calls > figures.unpriced + figures.undecidable;
}

FigureCell countCell(qint64 count)
{
    return {core::formatCount(count), count};
}

FigureCell moneyCell(const std::optional<core::Money> &amount)
{
    if (!amount)
        return {BacktestWords::tr("unknown"), {}, {}, Theme::Token::Ink2};
    return {core::formatMoney(*amount), static_cast<double>(amount->picos()),
            QString(QStringLiteral("US$ ") % amount->toDecimal())};
}

/// Of nothing there is nothing to know.
FigureCell noCallsCell()
{
    return {QStringLiteral("–"), {}, {}, Theme::Token::Ink2};
}

FigureCell costCellOf(const BacktestFigures &figures, core::Money amount)
{
    if (figures.calls == 0)
        return noCallsCell();
    return moneyCell(hasBacktestCost(figures) ? std::optional(amount) : std::nullopt);
}

FigureCell latencyCell(const BacktestFigures &figures)
{
    if (figures.calls == 0)
        return noCallsCell();
    if (figures.timed == 0)
        return {BacktestWords::tr("unknown"), {}, {}, Theme::Token::Ink2};
    return {BacktestWords::tr("%1 → %2", "before and after")
                .arg(core::formatDuration(figures.firstTokenBefore),
                     core::formatDuration(figures.firstTokenAfter)),
            figures.firstTokenAfter - figures.firstTokenBefore,
            BacktestWords::tr("Own medians to the first token, of %1 moved calls")
                .arg(core::formatCount(figures.timed))};
}

FigureCell undecidableCell(qint64 count)
{
    return {core::formatCount(count), count,
            count > 0 ? BacktestWords::tr("They depend on texts that were not kept") : QString(),
            count > 0 ? Theme::Token::Warn : Theme::Token::Ink};
}

QString targetText(const core::TargetName &name)
{
    return name.model.isEmpty() ? BacktestWords::tr("nobody") : name.toString();
}

} // namespace

QString BacktestWords::version(int version)
{
    return version > 0 ? tr("version %1").arg(version) : tr("the draft");
}

QString BacktestWords::moved(const core::BacktestResult &result)
{
    return tr("%1 of %2 calls would go elsewhere by %3.")
        .arg(core::formatCount(result.total.moved), core::formatCount(result.total.calls),
             version(result.version));
}

QString BacktestWords::cost(const BacktestFigures &figures)
{
    if (!hasBacktestCost(figures))
        return tr("Cost: unknown, as no call has a known cost before and after.");
    const QString before = core::formatMoney(figures.costBefore);
    const QString after = core::formatMoney(figures.costAfter);
    if (figures.bounded == 0)
        return tr("Cost: %1 → about %2, at today's prices and if answers stay as long as they were.")
            .arg(before, after);
    return tr("Cost: %1 → about %2 (%3 to %4, as long as own answers of the targets are), at today's prices.")
        .arg(before, after, core::formatMoney(figures.costAfterLow),
             core::formatMoney(figures.costAfterHigh));
}

QStringList BacktestWords::remarks(const core::BacktestResult &result)
{
    const BacktestFigures &figures = result.total;
    QStringList lines;
    if (figures.timed > 0)
        lines.append(tr("First token: %1 → %2, by own medians, of %3 moved calls.")
                         .arg(core::formatDuration(figures.firstTokenBefore),
                              core::formatDuration(figures.firstTokenAfter),
                              core::formatCount(figures.timed)));
    else if (figures.moved > 0)
        lines.append(tr("First token: unknown, as the targets have too few calls of your own."));
    if (figures.undecidable > 0)
        lines.append(tr("Undecidable: %1. They depend on texts that were not kept.")
                         .arg(core::formatCount(figures.undecidable)));
    if (figures.unpriced > 0)
        lines.append(tr("Unpriced: %1. Their cost is not known before or after; they are in no amount.")
                         .arg(core::formatCount(figures.unpriced)));
    if (result.asksHealth)
        lines.append(
            tr("A rule asks for the health of a target, which is taken for good, or for a budget, which is "
               "taken for unused."));
    if (result.cancelled)
        lines.append(tr("Stopped: the figures are of what was looked at so far."));
    return lines;
}

QStringList BacktestWords::rowHeads(const QString &first)
{
    return {first,       tr("Calls"),       tr("Moved"),       tr("Before"),
            tr("After"), tr("First token"), tr("Undecidable"), tr("Unpriced")};
}

const QList<int> &BacktestWords::rowFigures()
{
    static const QList<int> figures{1, 2, 3, 4, 5, 6, 7};
    return figures;
}

FigureRow BacktestWords::row(const core::BacktestRow &row, const QString &name)
{
    const BacktestFigures &figures = row.figures;
    return {{name, name},
            countCell(figures.calls),
            countCell(figures.moved),
            costCellOf(figures, figures.costBefore),
            costCellOf(figures, figures.costAfter),
            latencyCell(figures),
            undecidableCell(figures.undecidable),
            countCell(figures.unpriced)};
}

QStringList BacktestWords::moveHeads()
{
    return {tr("To"),    tr("From"),   tr("Rule"),  tr("Task"),
            tr("Calls"), tr("Before"), tr("After"), tr("First token")};
}

const QList<int> &BacktestWords::moveFigures()
{
    static const QList<int> figures{4, 5, 6, 7};
    return figures;
}

FigureRow BacktestWords::move(const core::BacktestMove &move)
{
    const BacktestFigures &figures = move.figures;
    const QString task = core::LedgerWords::task(move.task);
    return {{targetText(move.to), targetText(move.to)},
            {targetText(move.from), targetText(move.from)},
            {move.rule, move.rule},
            {task, task},
            countCell(figures.calls),
            costCellOf(figures, figures.costBefore),
            costCellOf(figures, figures.costAfter),
            latencyCell(figures)};
}

QStringList BacktestWords::callHeads()
{
    return {tr("To"), tr("From"), tr("Rule"), tr("Task"), tr("Call"), tr("Before"), tr("After")};
}

const QList<int> &BacktestWords::callFigures()
{
    static const QList<int> figures{4, 5, 6};
    return figures;
}

FigureRow BacktestWords::call(const core::MovedCall &call, const core::BacktestMove &move)
{
    const QString task = core::LedgerWords::task(move.task);
    const QString tip =
        call.runId == 0 ? tr("The run of this call was deleted.") : tr("Enter opens the run.");
    return {{targetText(move.to), targetText(move.to), tip},
            {targetText(move.from), targetText(move.from)},
            {move.rule, move.rule},
            {task, task},
            {QString::number(call.callId), call.callId, tip,
             call.runId == 0 ? Theme::Token::Ink2 : Theme::Token::Ink},
            moneyCell(call.costBefore),
            moneyCell(call.costAfter)};
}

QStringList BacktestWords::differenceHeads(int one, int other)
{
    const auto of = [](const QString &what, int version) {
        return version > 0 ? tr("%1, v%2", "a figure by a version").arg(what, QString::number(version))
                           : tr("%1, draft", "a figure by the draft").arg(what);
    };
    return {tr("Rule"),
            of(tr("Calls"), one),
            of(tr("Moved"), one),
            of(tr("After"), one),
            of(tr("Calls"), other),
            of(tr("Moved"), other),
            of(tr("After"), other)};
}

const QList<int> &BacktestWords::differenceFigures()
{
    static const QList<int> figures{1, 2, 3, 4, 5, 6};
    return figures;
}

FigureRow BacktestWords::difference(const core::BacktestDifference &difference)
{
    FigureRow row{{difference.rule, difference.rule}};
    for (const std::optional<BacktestFigures> &side : {difference.one, difference.other}) {
        if (side)
            row.append({countCell(side->calls), countCell(side->moved), costCellOf(*side, side->costAfter)});
        else
            row.append(FigureRow{{tr("not there"), {}, {}, Theme::Token::Ink2}, {QString()}, {QString()}});
    }
    return row;
}

} // namespace ui
