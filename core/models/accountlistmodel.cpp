#include "core/models/accountlistmodel.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/accounts/presets.h"
#include "core/base/continuation.h"
#include "core/base/formatting.h"

#include <QDateTime>
#include <QMimeData>

namespace core {

namespace {

QString mimeType()
{
    return QStringLiteral("application/x-switchyard-account");
}

QList<Account> storedAccounts(const AccountStore &store)
{
    QList<Account> accounts = store.accounts();
    accounts.removeIf([](const Account &account) { return account.simulated; });
    return accounts;
}

} // namespace

AccountListModel::AccountListModel(AccountStore &accounts, const ModelListStore &models,
                                   const Presets &presets, QObject *parent)
    : QAbstractListModel(parent)
    , m_accounts(accounts)
    , m_models(models)
    , m_presets(presets)
    , m_rows(storedAccounts(accounts))
{
    connect(&accounts, &AccountStore::changed, this, &AccountListModel::reload);
    connect(&models, &ModelListStore::changed, this, [this](qint64 id) {
        const int row = rowOf(id);
        if (row >= 0)
            emit dataChanged(index(row), index(row), {StateTextRole});
    });
}

void AccountListModel::reload()
{
    const QList<Account> rows = storedAccounts(m_accounts);
    const auto sameIds = [](const Account &one, const Account &other) { return one.id == other.id; };
    if (std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(), sameIds)) {
        m_rows = rows;
        if (!m_rows.isEmpty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void AccountListModel::setState(qint64 id, const AccountState &state)
{
    m_states.insert(id, state);
    const int row = rowOf(id);
    if (row >= 0)
        emit dataChanged(index(row), index(row), {StateRole, StateTextRole});
}

int AccountListModel::rowOf(qint64 id) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id)
            return static_cast<int>(row);
    }
    return -1;
}

qint64 AccountListModel::idAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).id : 0;
}

int AccountListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AccountListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Account &account = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return account.name;
    case Qt::ToolTipRole:
        return QString(account.name + u'\n' + account.baseUrl.toString() + u'\n' + stateText(account));
    case Qt::AccessibleTextRole:
        return account.enabled ? tr("%1, %2").arg(account.name, stateText(account))
                               : tr("%1, switched off, %2").arg(account.name, stateText(account));
    case Qt::CheckStateRole:
        return account.enabled ? Qt::Checked : Qt::Unchecked;
    case ValueRole:
        return account.id;
    case PlaceRole:
        return placeOf(account);
    case StateRole:
        return QVariant::fromValue(m_states.value(account.id));
    case StateTextRole:
        return stateText(account);
    case EnabledRole:
        return account.enabled;
    default:
        return {};
    }
}

QString AccountListModel::placeOf(const Account &account) const
{
    const Preset *const preset = m_presets.find(account.presetId);
    const QString host = account.baseUrl.host();
    return preset && preset->kind != PresetKind::Custom ? preset->displayName + QStringLiteral(" · ") + host
                                                        : host;
}

QString AccountListModel::stateText(const Account &account) const
{
    const AccountState state = m_states.value(account.id);
    switch (state.kind) {
    case AccountState::Kind::Testing:
        return tr("testing ...");
    case AccountState::Kind::Ok:
        return tr("ok, %n models, %1", nullptr, static_cast<int>(state.models))
            .arg(formatDuration(state.latencyMs));
    case AccountState::Kind::Failed:
        return state.sentence;
    case AccountState::Kind::Untested:
        break;
    }
    const qsizetype models = m_models.models(account.id).size();
    const std::optional<qint64> listed = m_models.listedAtMs(account.id);
    if (!listed)
        return tr("not tested yet");
    return tr("%n models, listed %1", nullptr, static_cast<int>(models))
        .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(*listed).date(), QLocale::ShortFormat));
}

bool AccountListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    watch(m_accounts.setEnabled(m_rows.at(index.row()).id, value.toInt() == Qt::Checked));
    return true;
}

Qt::ItemFlags AccountListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return QAbstractListModel::flags(index) | Qt::ItemNeverHasChildren | Qt::ItemIsUserCheckable
        | Qt::ItemIsDragEnabled;
}

QStringList AccountListModel::mimeTypes() const
{
    return {mimeType()};
}

QMimeData *AccountListModel::mimeData(const QModelIndexList &indexes) const
{
    auto *const data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(mimeType(), QByteArray::number(idAt(indexes.constFirst().row())));
    return data;
}

bool AccountListModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                       const QModelIndex &parent) const
{
    return action == Qt::MoveAction && row >= 0 && !parent.isValid() && data->hasFormat(mimeType());
}

bool AccountListModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                    const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const qint64 id = data->data(mimeType()).toLongLong();
    const int from = rowOf(id);
    // The row is one between rows, counted while the dragged one is still in its place.
    watch(m_accounts.move(id, from >= 0 && from < row ? row - 1 : row));
    // The store has moved it: the view must not remove the row it was dragged from.
    return false;
}

void AccountListModel::watch(const QFuture<Result<void>> &change)
{
    continued(change, this, [this](const Result<void> &done) {
        if (!done)
            emit refused(done.error());
    });
}

} // namespace core
