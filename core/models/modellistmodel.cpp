#include "core/models/modellistmodel.h"

#include "core/accounts/accountstore.h"
#include "core/catalog/modeldirectory.h"
#include "core/routing/rulesetstore.h"

#include <algorithm>

namespace core {

namespace {

/// More accounts than this are not offered for an id typed by hand without naming one.
constexpr qsizetype kMostTypedRows = 6;

bool isGone(const ModelInfo &info)
{
    return info.status == ModelStatus::Retired || info.status == ModelStatus::Delisted;
}

} // namespace

QList<ModelChoice> offeredModels(const AccountStore &accounts, const ModelDirectory &directory)
{
    QList<ModelChoice> choices;
    for (const Account &account : accounts.accounts()) {
        if (!account.enabled)
            continue;
        for (const ModelInfo &info : directory.modelsOf(account))
            choices.append({{account.name, info.id}, info, account.simulated});
    }
    return choices;
}

QList<ModelChoice> offeredRuleSets(const RuleSetStore &ruleSets)
{
    QList<ModelChoice> choices;
    for (const RuleSetEntry &entry : ruleSets.entries()) {
        if (!ruleSets.router(entry.name))
            continue;
        ModelChoice choice{{kRouteAccountName, entry.name}};
        choice.info.id = entry.name;
        choices.append(choice);
    }
    return choices;
}

void ModelListModel::setChoices(const QList<ModelChoice> &choices, const QStringList &accounts)
{
    beginResetModel();
    m_accounts = accounts;
    m_rows.clear();
    m_rows.reserve(choices.size());
    for (const ModelChoice &choice : choices) {
        const QString target = choice.name.toString();
        const QString words =
            target + QLatin1Char(' ') + choice.info.displayName + QLatin1Char(' ') + choice.info.vendor;
        m_rows.append({choice, target, words.toLower()});
    }
    arrange();
    endResetModel();
}

void ModelListModel::setFavourites(const QSet<QString> &favourites)
{
    if (favourites == m_favourites)
        return;
    beginResetModel();
    m_favourites = favourites;
    arrange();
    endResetModel();
}

void ModelListModel::setChosen(const QStringList &targets)
{
    m_chosen.clear();
    for (const QString &target : targets)
        ++m_chosen[target];
    if (!m_shown.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1), {ChosenRole});
}

void ModelListModel::setFilter(const QString &filter)
{
    if (filter.simplified() == m_filter)
        return;
    beginResetModel();
    m_filter = filter.simplified();
    arrange();
    endResetModel();
}

int ModelListModel::rankOf(const Row &row, const QString &firstWord) const
{
    int rank = m_favourites.contains(row.target) ? 0 : 4;
    if (isGone(row.choice.info))
        rank += 8;
    const QString model = row.choice.name.model.toLower();
    if (firstWord.isEmpty() || model == firstWord)
        return rank;
    return rank + (model.startsWith(firstWord) ? 1 : 2);
}

void ModelListModel::arrange()
{
    const QStringList words = m_filter.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<std::pair<int, qsizetype>> ranked;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        const bool fits = std::all_of(words.cbegin(), words.cend(),
                                      [&row](const QString &word) { return row.words.contains(word); });
        if (fits)
            ranked.append({rankOf(row, words.value(0)), i});
    }
    std::sort(ranked.begin(), ranked.end());
    m_shown.clear();
    m_shown.reserve(ranked.size());
    for (const auto &[rank, row] : ranked)
        m_shown.append(row);
    m_typed = typedRows();
}

QList<ModelListModel::Row> ModelListModel::typedRows() const
{
    if (m_filter.isEmpty() || m_filter.contains(QLatin1Char(' ')))
        return {};
    QList<TargetName> names;
    const std::optional<TargetName> name = parseTargetName(m_filter);
    if (name && m_accounts.contains(name->account)) {
        names.append(*name);
    } else if (m_shown.isEmpty()) {
        for (const QString &account : m_accounts.mid(0, kMostTypedRows))
            names.append({account, m_filter});
    }
    QList<Row> rows;
    for (const TargetName &typed : std::as_const(names)) {
        const QString target = typed.toString();
        const bool listed = std::any_of(m_rows.cbegin(), m_rows.cend(),
                                        [&target](const Row &row) { return row.target == target; });
        if (listed)
            continue;
        ModelChoice choice{typed};
        choice.info.id = typed.model;
        choice.typed = true;
        rows.append({choice, target, {}});
    }
    return rows;
}

const ModelListModel::Row &ModelListModel::rowAt(int row) const
{
    return row < m_shown.size() ? m_rows.at(m_shown.at(row)) : m_typed.at(row - m_shown.size());
}

ModelChoice ModelListModel::choiceAt(int row) const
{
    return row >= 0 && row < rowCount() ? rowAt(row).choice : ModelChoice{};
}

int ModelListModel::rowOf(const QString &target) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (rowAt(row).target == target)
            return row;
    }
    return -1;
}

int ModelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size() + m_typed.size());
}

QVariant ModelListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case ValueRole:
        return row.target;
    case ChoiceRole:
        return QVariant::fromValue(row.choice);
    case FavouriteRole:
        return m_favourites.contains(row.target);
    case ChosenRole:
        return m_chosen.value(row.target);
    default:
        return {};
    }
}

} // namespace core
