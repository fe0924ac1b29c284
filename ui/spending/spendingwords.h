#pragma once

#include "core/base/money.h"
#include "ui/spending/markchart.h"

#include <QCoreApplication>
#include <QDate>

namespace ui {

/// What the panes about spending say in the same words.
struct SpendingWords
{
    Q_DECLARE_TR_FUNCTIONS(SpendingWords)

public:
    /// `+$3.10`, `−$0.20`, `$0`.
    static QString signedMoney(core::Money amount);
    /// `12 Nov`; with its year where days of several years are told.
    static QString day(QDate day, bool withYear);
    /// With its year where the days from `first` to `last`, among which it is, are of several.
    static QString day(QDate day, QDate first, QDate last)
    {
        return SpendingWords::day(day, first.year() != last.year());
    }
    /// An error's kind, or a status, for people.
    static QString errorKind(const QString &name);
    /// Labels for the days from one to another, as many as stay apart in any window. Of several years, the
    /// first label of each tells it.
    static QList<MarkChart::Tick> dayTicks(QDate first, QDate last);
};

} // namespace ui
