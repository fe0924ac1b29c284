#pragma once

#include "core/usage/explore.h"

#include <QCoreApplication>

namespace core {

/// What a view of usage is called and says, translated.
struct ExploreWords
{
    Q_DECLARE_TR_FUNCTIONS(ExploreWords)

public:
    static QString metric(ExploreMetric metric);
    /// `model`, `task` ...; a tag by its key.
    static QString dimension(const QString &dimension);
    /// `per day`.
    static QString rollup(ExploreRollup rollup);
    /// A value of a dimension; one that is missing in words, such as `no task`.
    static QString value(const QString &dimension, const QString &value, QDate today);
    /// The values of a path; of `Other` the day alone, if there is one.
    static QString path(const QStringList &dimensions, const QStringList &path, bool isOther, QDate today);
    /// A bucket in sentences: `12 Nov`, `November 2026`, `12 Nov, 14:00`; days as days() says them.
    static QString bucket(const ExploreBucket &bucket, ExploreRollup rollup, const QTimeZone &zone,
                          QDate today);
    /// A bucket below an axis.
    static QString tick(const ExploreBucket &bucket, ExploreRollup rollup, const QTimeZone &zone);
    /// That with the year; empty for a tick that tells no day or always its year.
    static QString datedTick(const ExploreBucket &bucket, ExploreRollup rollup, const QTimeZone &zone);
    /// The amount of a metric: `$0.42 + 2 unpriced`, `1,204 tokens`, `4.1 %`.
    static QString amount(ExploreMetric metric, const UsageFigures &figures);
    /// What is known exactly of figures: the decimal amount, requests and unpriced ones.
    static QString exact(ExploreMetric metric, const UsageFigures &figures);
    /// Days from one to another: `1–22 Nov`; the year where it is not that of `today`.
    static QString days(QDate first, QDate last, QDate today);
};

} // namespace core
