#pragma once

#include "core/accounts/account.h"
#include "core/models/accountmodelstable.h"
#include "ui/accounts/accountscontext.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace ui {

class ElidedLabel;
class FlatButton;
class PriceEditor;
class SearchField;
class ThemedLabel;

/// The models of a stored account: search, prices and where they come from, ids typed by hand, own prices.
/// What is done here is stored at once. Owned by AccountDetail.
class ModelsSection : public Card
{
    Q_OBJECT

public:
    explicit ModelsSection(const AccountsContext &context, QWidget *parent = nullptr);

    void load(const core::Account &account);
    void focusSearch();
    void focusNewId();

signals:
    void failed(const core::Error &error);
    /// Something to be seen whole has appeared.
    void editorOpened(QWidget *editor);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void makeTable();
    QLayout *makeTop();
    QLayout *makeDetail();
    void reload();
    void filter(const QString &words);
    void describe();
    std::optional<core::AccountModelRow> current() const;
    void addTyped();
    void removeTyped();
    void editPrice();
    void setPrice(const core::TokenPrices &prices);
    void removePrice();
    void watch(const QFuture<core::Result<void>> &change);
    void measure();

    const AccountsContext m_context;
    core::Account m_account;
    core::AccountModelsTable *const m_table;
    QSortFilterProxyModel *const m_shown;
    QTableView *const m_view;
    SearchField *const m_search;
    QLineEdit *const m_newId;
    ThemedLabel *const m_count;
    ElidedLabel *const m_source;
    FlatButton *const m_own;
    FlatButton *const m_prices;
    FlatButton *const m_dropOwn;
    FlatButton *const m_dropTyped;
    PriceEditor *const m_editor;
};

} // namespace ui
