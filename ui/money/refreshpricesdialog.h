#pragma once

#include "core/pricelists/priceimport.h"
#include "ui/money/moneycontext.h"

#include <QDialog>

#include <memory>

class QLayout;
class QProgressBar;

namespace ui {

class FigureTable;
class FlatButton;
class MessagePanel;
class PrimaryButton;
class ThemedLabel;

/// Brings a price list in, from a file or a public feed, after showing what it would change. Nothing is
/// fetched before a click. What cannot be read is refused, and the prices in use stay. Owned by MoneyDesk.
class RefreshPricesDialog : public QDialog
{
    Q_OBJECT

public:
    RefreshPricesDialog(const MoneyContext &context, QWidget *parent);

    void open() override;
    /// Closing it cancels what is on its way; what is being written is written.
    void done(int result) override;
    /// Shows what the text of a price list would change.
    void take(const QByteArray &text, const QString &origin);
    void readFile(const QString &fileName);

private:
    void build();
    void putTogether();
    void addSources(QLayout &row);
    void chooseFile();
    void fetch(const PriceFeed &feed);
    void cancel();
    void plan(const core::PriceListDocument &document, const QString &origin);
    void showPlan();
    void apply();
    void showAges();
    void begin(const QString &what);
    void setBusy(const QString &text);
    void refuse(const QString &origin, const core::Error &error);

    const MoneyContext m_context;
    /// What is under way; an older answer is no longer wanted.
    quint64 m_generation = 0;
    std::unique_ptr<core::PriceImportPlan> m_plan;
    ThemedLabel *const m_ages;
    QProgressBar *const m_busy;
    ThemedLabel *const m_what;
    FlatButton *const m_cancel;
    MessagePanel *const m_message;
    ThemedLabel *const m_summary;
    FigureTable *m_table = nullptr;
    PrimaryButton *const m_apply;
    QList<FlatButton *> m_sources;
};

} // namespace ui
