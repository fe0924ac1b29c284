#pragma once

#include "core/models/usagetablemodel.h"
#include "ui/widgets/card.h"

namespace ui {

class LedgerProxy;
class LedgerTable;

/// The table by model and account. A click or Enter on a row leads to its attempts.
class ModelsPane : public Card
{
    Q_OBJECT

public:
    explicit ModelsPane(const Theme &theme, QWidget *parent = nullptr);

    /// As the chart has them, by model; others are "Other". None where it is not by model: rows have no dots.
    void setColours(const QHash<QString, int> &colours);
    /// By account and model.
    void setReport(const core::UsageReport &report, const QList<core::LatencyRow> &latencies);
    const core::UsageTableModel &table() const { return m_model; }

signals:
    void rowActivated(const QString &account, const QString &model);

private:
    void open(const QModelIndex &index);

    core::UsageTableModel m_model;
    QHash<QString, int> m_colours;
    LedgerProxy *const m_sorted;
    LedgerTable *const m_view;
};

} // namespace ui
