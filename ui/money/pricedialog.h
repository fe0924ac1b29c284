#pragma once

#include "core/catalog/priceoverridestore.h"
#include "ui/money/moneycontext.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QScrollArea;
class QStringListModel;

namespace core {
struct Account;
}

namespace ui {

class FieldRow;
class FigureTable;
class FlatButton;
class MessagePanel;
class PriceForm;
class PrimaryButton;
class RepricingPane;
class ThemedLabel;
class ToastArea;

/// The known prices of a model, on one account or all of them, and the editor of the user's own. What a new
/// one would make of the requests so far is shown, and applied only when wanted. Owned by MoneyDesk.
class PriceDialog : public QDialog
{
    Q_OBJECT

public:
    PriceDialog(const MoneyContext &context, QWidget *parent);

    /// Both may be empty: the price is then for all accounts, or the model is to be written.
    void openFor(const QString &account, const QString &model);

signals:
    /// A price of the user's own was stored.
    void priceSet(const QString &account, const QString &model);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A line of the table: an own price can be taken into the form.
    struct Known
    {
        core::PriceEntry entry;
        QString place;
        bool own = false;
    };

    void build();
    QWidget *makeContent();
    void putTogether();
    void wire();
    void fillAccounts(const QString &account);
    std::optional<core::Account> account() const;
    QString model() const;
    QList<Known> known() const;
    QList<core::PriceOverride> ownPrices() const;
    void showKnown();
    void startForm();
    void choose(int row);
    void save();
    /// Scrolls to what the price makes of the requests so far.
    void revealRepricing();
    void remove();
    void restore(const QList<core::PriceOverride> &prices);
    void complain(const QString &title, const core::Error &error);

    const MoneyContext m_context;
    QComboBox *const m_account;
    QLineEdit *const m_model;
    QStringListModel *const m_models;
    ThemedLabel *const m_now;
    FigureTable *m_table = nullptr;
    PriceForm *const m_form;
    MessagePanel *const m_message;
    RepricingPane *const m_repricing;
    ThemedLabel *const m_repricingTitle;
    FlatButton *const m_remove;
    PrimaryButton *const m_save;
    ToastArea *const m_toasts;
    QScrollArea *m_scroll = nullptr;
    FieldRow *m_modelRow = nullptr;
    QList<Known> m_known;
};

} // namespace ui
