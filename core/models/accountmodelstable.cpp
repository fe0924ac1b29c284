#include "core/models/accountmodelstable.h"

#include "core/base/formatting.h"

#include <QCoreApplication>

namespace core {

namespace {

constexpr int kMillion = 1'000'000;

QString unknown()
{
    return QStringLiteral("-");
}

QString currencyOf(const AccountModelRow &row)
{
    return row.info.prices ? row.info.prices->currency : QString(kUsd);
}

std::optional<Money> priceIn(const AccountModelRow &row, int column)
{
    if (!row.info.prices)
        return std::nullopt;
    return column == AccountModelsTable::Input ? row.info.prices->base.input : row.info.prices->base.output;
}

} // namespace

QString pricePerMillion(const std::optional<Money> &price, const QString &currency)
{
    if (!price)
        return unknown();
    if (currency != kUsd)
        return formatAmount(*price * kMillion, currency);
    const QString text = formatMoney(*price * kMillion);
    // Prices are read in columns: cents always have two digits.
    const qsizetype point = text.lastIndexOf(u'.');
    return point >= 0 && text.size() - point == 2 ? text + u'0' : text;
}

QString priceSourceText(const AccountModelRow &row)
{
    if (row.info.prices) {
        const PriceList &prices = *row.info.prices;
        return prices.version.isEmpty() ? prices.sourceText
                                        : prices.sourceText + QStringLiteral(", ") + prices.version;
    }
    return row.listPriceOffered
        ? AccountModelsTable::tr("The vendor has a list price that this account does not accept yet.")
        : AccountModelsTable::tr("No price is known for this model.");
}

void AccountModelsTable::setRows(const QList<AccountModelRow> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int AccountModelsTable::rowOf(const QString &model) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).info.id == model)
            return static_cast<int>(row);
    }
    return -1;
}

int AccountModelsTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AccountModelsTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString AccountModelsTable::text(const AccountModelRow &row, int column) const
{
    const ModelInfo &info = row.info;
    switch (column) {
    case Model:
        return info.id;
    case Input:
    case Output:
        return pricePerMillion(priceIn(row, column), currencyOf(row));
    case Context:
        return info.contextWindow ? formatCompactCount(*info.contextWindow) : unknown();
    case Abilities: {
        QStringList abilities;
        if (info.takesImages.value_or(false))
            abilities += tr("images");
        if (info.callsTools.value_or(false))
            abilities += tr("tools");
        if (info.reasons.value_or(false))
            abilities += tr("reasoning");
        return abilities.isEmpty() ? unknown() : abilities.join(QStringLiteral(", "));
    }
    default:
        break;
    }
    QString status;
    if (info.status == ModelStatus::Deprecated)
        status = tr("will be retired");
    else if (info.status == ModelStatus::Delisted)
        status = tr("no longer listed");
    else if (info.status == ModelStatus::Retired)
        status = tr("retired");
    if (!status.isEmpty() && !info.successor.isEmpty())
        status = tr("%1, use %2").arg(status, info.successor);
    if (status.isEmpty() && row.typed)
        status = tr("typed by hand");
    return status;
}

QString AccountModelsTable::toolTip(const AccountModelRow &row, int column) const
{
    const bool isPrice = column == Input || column == Output;
    const std::optional<Money> price = isPrice ? priceIn(row, column) : std::nullopt;
    if (price && currencyOf(row) != kUsd)
        return tr("%1 %2 a token\n%3", "amount, currency, source")
            .arg(price->toDecimal(), currencyOf(row), priceSourceText(row));
    if (isPrice)
        return price ? tr("$%1 a token\n%2").arg(price->toDecimal(), priceSourceText(row))
                     : priceSourceText(row);
    if (column == Context && row.info.contextWindow)
        return tr("%1 tokens").arg(formatCount(*row.info.contextWindow));
    if (column == Model && !row.info.displayName.isEmpty())
        return row.info.id + u'\n' + row.info.displayName;
    return text(row, column);
}

QVariant AccountModelsTable::sortValue(const AccountModelRow &row, int column) const
{
    if (column == Input || column == Output) {
        const std::optional<Money> price = priceIn(row, column);
        return price ? QVariant::fromValue(static_cast<qint64>(price->picos())) : QVariant();
    }
    if (column == Context)
        return row.info.contextWindow ? QVariant::fromValue(*row.info.contextWindow) : QVariant();
    return text(row, column).toLower();
}

QVariant AccountModelsTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AccountModelRow &row = m_rows.at(index.row());
    const bool figure = index.column() >= Input && index.column() <= Context;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ValueRole:
        return sortValue(row, index.column());
    case WordsRole:
        return QString(row.info.id + u' ' + row.info.displayName + u' ' + row.info.vendor).toLower();
    case FadingRole:
        return row.info.status != ModelStatus::Active && row.info.status != ModelStatus::Unknown;
    default:
        return {};
    }
}

QVariant AccountModelsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool figure = section >= Input && section <= Context;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && (section == Input || section == Output))
        return tr("US dollars for a million tokens");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Model:
        return tr("Model");
    case Input:
        return tr("In / M");
    case Output:
        return tr("Out / M");
    case Context:
        return tr("Context");
    case Abilities:
        return tr("Can");
    default:
        return tr("Status");
    }
}

} // namespace core
