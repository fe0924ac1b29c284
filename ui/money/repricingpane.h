#pragma once

#include "core/ledger/repricingquery.h"
#include "ui/money/moneycontext.h"

#include <QWidget>

class QCheckBox;
class QProgressBar;

namespace core {
struct TimeRange;
}

namespace ui {

class FigureTable;
class FlatButton;
class MessagePanel;
class PeriodChoice;
class PrimaryButton;
class ThemedLabel;
class WorkStrip;

/// What pricing settled requests again would change, before and after by model; applied only when asked to,
/// and undone as well. Owned by the windows about prices.
class RepricingPane : public QWidget
{
    Q_OBJECT

public:
    explicit RepricingPane(const MoneyContext &context, QWidget *parent = nullptr);

    /// Its times, account and model; computed and reported costs as it says.
    void openFor(const core::RepricingScope &scope);
    /// The preview anew, as prices and ledger are now.
    void refresh();
    core::RepricingScope scope() const;
    /// Puts the old costs back; nothing while something else is under way.
    void undo(qint64 repricing);
    bool isBusy() const;

signals:
    /// Costs are being written.
    void busyChanged(bool busy);
    /// Costs were changed, or put back.
    void changed();

private:
    QLayout *makeChoices();
    void putTogether();
    void wire();
    void showPreview(const core::RepricingPreview &preview);
    void apply();
    void conclude(const core::RepricingRecord &record);
    void noteWork(bool busy);
    void concludeUndo(const core::RepricingRecord &record);
    void concludeStop(qint64 repricing);
    void offerUndo(qint64 repricing);
    void setBusy(bool busy);
    void complain(const QString &title, const core::Error &error);

    const MoneyContext m_context;
    QString m_account;
    QString m_model;
    quint64 m_generation = 0;
    PeriodChoice *const m_period;
    QCheckBox *const m_computed;
    QCheckBox *const m_reported;
    ThemedLabel *const m_summary;
    QProgressBar *const m_busy;
    WorkStrip *const m_work;
    FigureTable *m_table = nullptr;
    MessagePanel *const m_message;
    PrimaryButton *const m_apply;
};

} // namespace ui
