#pragma once

#include "core/imports/importlosses.h"
#include "core/ledger/historyquery.h"

#include <QCoreApplication>

namespace core {

/// What the history says of runs and of imports, translated.
struct HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)

public:
    /// As a filter: `Best answer chosen`.
    static QString verdict(RunVerdict verdict);
    /// As a mark on a run: `best: gpt-5-mini`; empty without a vote.
    static QString verdictMark(const RunSummary &run);
    /// `project=x`; only the key when the value is empty.
    static QString tag(const QString &key, const QString &value);
    /// The tags of a run in order.
    static QStringList tags(const QHash<QString, QString> &tags);
    /// `turn 2 of 5`, or `5 turns` for an entry that stands for a conversation; empty for a run alone.
    static QString turns(const RunSummary &run, bool conversation);
    /// One line of an import's report.
    static QString loss(const ImportLoss &loss);
};

} // namespace core
