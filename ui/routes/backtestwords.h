#pragma once

#include "core/insight/backtestresult.h"
#include "ui/widgets/figuretable.h"

#include <QCoreApplication>

namespace ui {

/// What the Routes page says of a back-test, translated.
struct BacktestWords
{
    Q_DECLARE_TR_FUNCTIONS(BacktestWords)

public:
    /// `the draft`, `version 3`.
    static QString version(int version);
    /// `112 of 640 calls would go elsewhere by the draft.`
    static QString moved(const core::BacktestResult &result);
    /// What it would cost and on what that rests.
    static QString cost(const core::BacktestFigures &figures);
    /// One sentence each: latency, what is not known, what was assumed.
    static QStringList remarks(const core::BacktestResult &result);

    static QStringList rowHeads(const QString &first);
    static const QList<int> &rowFigures();
    static FigureRow row(const core::BacktestRow &row, const QString &name);
    static QStringList moveHeads();
    static const QList<int> &moveFigures();
    static FigureRow move(const core::BacktestMove &move);
    static QStringList callHeads();
    static const QList<int> &callFigures();
    static FigureRow call(const core::MovedCall &call, const core::BacktestMove &move);
    static QStringList differenceHeads(int one, int other);
    static const QList<int> &differenceFigures();
    static FigureRow difference(const core::BacktestDifference &difference);
};

} // namespace ui
