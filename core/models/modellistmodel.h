#pragma once

#include "core/accounts/account.h"
#include "core/catalog/modelinfo.h"

#include <QAbstractListModel>
#include <QSet>

namespace core {

class AccountStore;
class ModelDirectory;
class RuleSetStore;

/// A model of an account, as something to choose.
struct ModelChoice
{
    TargetName name;
    ModelInfo info = {};
    bool simulated = false;
    /// Nobody lists it: the user typed it just now.
    bool typed = false;

    bool operator==(const ModelChoice &) const = default;
};

/// All models of all accounts that are switched on, in the accounts' order.
QList<ModelChoice> offeredModels(const AccountStore &accounts, const ModelDirectory &directory);

/// Every rule set of which a version is active, as `route/NAME`.
QList<ModelChoice> offeredRuleSets(const RuleSetStore &ruleSets);

/// The models to choose from, filtered by words: favourites first, what is retired last. A text that fits no
/// listed model is offered as an id typed by hand. Owned by the picker; main thread; some thousand models are
/// filtered within a few milliseconds.
class ModelListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        /// `account/model`.
        ValueRole = Qt::UserRole,
        /// A ModelChoice.
        ChoiceRole,
        FavouriteRole,
        /// How often the line-up has it, from setChosen().
        ChosenRole,
    };

    using QAbstractListModel::QAbstractListModel;

    /// `accounts` are the names under which an id may be typed by hand, in order.
    void setChoices(const QList<ModelChoice> &choices, const QStringList &accounts);
    void setFavourites(const QSet<QString> &favourites);
    void setChosen(const QStringList &targets);
    /// Every word must occur in `account/model`, the display name or the vendor; any case.
    void setFilter(const QString &filter);

    /// All models, whatever the filter.
    qsizetype total() const { return m_rows.size(); }
    ModelChoice choiceAt(int row) const;
    /// The row of `account/model`, or -1.
    int rowOf(const QString &target) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        ModelChoice choice;
        QString target;
        /// Lower case; what the filter looks into.
        QString words;
    };

    void arrange();
    QList<Row> typedRows() const;
    int rankOf(const Row &row, const QString &firstWord) const;
    const Row &rowAt(int row) const;

    QList<Row> m_rows;
    QList<Row> m_typed;
    QStringList m_accounts;
    QList<qsizetype> m_shown;
    QSet<QString> m_favourites;
    QHash<QString, int> m_chosen;
    QString m_filter;
};

} // namespace core
