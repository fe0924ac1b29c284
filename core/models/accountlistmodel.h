#pragma once

#include "core/accounts/account.h"
#include "core/base/result.h"

#include <QAbstractListModel>
#include <QFuture>
#include <QHash>

namespace core {

class AccountStore;
class ModelListStore;
class Presets;

/// What is known of an account's connection since the program started.
struct AccountState
{
    enum class Kind { Untested, Testing, Ok, Failed };
    Kind kind = Kind::Untested;
    qsizetype models = 0;
    double latencyMs = 0.0;
    /// With Kind::Failed: one translated sentence.
    QString sentence = {};

    bool operator==(const AccountState &) const = default;
};

/// The accounts in the user's order but for the simulator's, to be switched on and off and moved by drag. It
/// shows the store and changes only it. Owned by the list's widget; main thread.
class AccountListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        /// The account's id.
        ValueRole = Qt::UserRole,
        /// The preset's name and the host, `OpenRouter · openrouter.ai`.
        PlaceRole,
        /// An AccountState.
        StateRole,
        /// The state in words: `42 models, 310 ms`.
        StateTextRole,
        EnabledRole,
    };

    AccountListModel(AccountStore &accounts, const ModelListStore &models, const Presets &presets,
                     QObject *parent = nullptr);

    AccountState state(qint64 id) const { return m_states.value(id); }
    void setState(qint64 id, const AccountState &state);
    /// The row of an account, or -1.
    int rowOf(qint64 id) const;
    /// 0 for a row that is not there.
    qint64 idAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    /// The store refused a change.
    void refused(const core::Error &error);

private:
    void reload();
    QString stateText(const Account &account) const;
    QString placeOf(const Account &account) const;
    void watch(const QFuture<Result<void>> &change);

    AccountStore &m_accounts;
    const ModelListStore &m_models;
    const Presets &m_presets;
    QList<Account> m_rows;
    QHash<qint64, AccountState> m_states;
};

} // namespace core
