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
    /// `12 Nov`.
    static QString day(QDate day);
    /// An error's kind, or a status, for people.
    static QString errorKind(const QString &name);
    /// Labels for the days from one to another, as many as stay apart in any window.
    static QList<MarkChart::Tick> dayTicks(QDate first, QDate last);
};

} // namespace ui
