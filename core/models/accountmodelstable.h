#pragma once

#include "core/catalog/modelinfo.h"

#include <QAbstractTableModel>

namespace core {

/// A model as the Accounts page shows it.
struct AccountModelRow
{
    ModelInfo info;
    /// Its id was typed by hand.
    bool typed = false;
    /// The vendor's list price that a custom account's user may accept; until then the price is unknown.
    bool listPriceOffered = false;

    bool operator==(const AccountModelRow &) const = default;
};

/// The models of one account with what is known of them. Owned by its view; main thread.
class AccountModelsTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Model, Input, Output, Context, Abilities, Status };
    static constexpr int kColumns = Status + 1;
    enum Role {
        /// What a column sorts by.
        ValueRole = Qt::UserRole,
        /// Lower-case words of the id, display name and vendor.
        WordsRole,
        /// Whether the model is retired, or soon will be.
        FadingRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<AccountModelRow> &rows);
    /// `row` must be in the table.
    const AccountModelRow &rowAt(int row) const { return m_rows.at(row); }
    int rowOf(const QString &model) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const AccountModelRow &row, int column) const;
    QString toolTip(const AccountModelRow &row, int column) const;
    QVariant sortValue(const AccountModelRow &row, int column) const;

    QList<AccountModelRow> m_rows;
};

/// Where a price comes from and of which day: `OpenAI list price via TokenBay, 2026-09-23`; why there is
/// none.
QString priceSourceText(const AccountModelRow &row);

/// A price of one token as that of a million: `$2.50`, `0.26 EUR`; `-` when unknown.
QString pricePerMillion(const std::optional<Money> &price, const QString &currency = kUsd);

} // namespace core
