#include "core/models/matrixtablemodel.h"

#include "core/base/continuation.h"

#include <algorithm>

namespace core {

namespace {

/// Rows whose texts are kept: some screens full.
constexpr int kMostRows = 400;

template <typename T>
QVariant variantOf(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

/// The prompt of a case, if it has one, else its first value that says something, on one line.
QString lineOf(const QStringList &columns, const PromptCase &values)
{
    const QString prompt = values.values.value(columns.indexOf(kPromptColumn)).simplified();
    if (!prompt.isEmpty())
        return prompt;
    for (const QString &value : values.values) {
        if (const QString line = value.simplified(); !line.isEmpty())
            return line;
    }
    return {};
}

QString wholeOf(const QStringList &columns, const PromptCase &values)
{
    QStringList lines;
    for (qsizetype at = 0; at < columns.size(); ++at)
        lines.append(columns.at(at) + QStringLiteral(": ") + values.values.value(at));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

MatrixTableModel::MatrixTableModel(MatrixStore &store, PromptSetStore &sets, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_sets(sets), m_texts(kMostRows)
{
    m_readTimer.setSingleShot(true);
    connect(&m_readTimer, &QTimer::timeout, this, &MatrixTableModel::readWanted);
}

MatrixTableModel::~MatrixTableModel() = default;

void MatrixTableModel::setMatrix(const Matrix *matrix)
{
    beginResetModel();
    if (m_matrix)
        disconnect(m_matrix, nullptr, this, nullptr);
    m_matrix = matrix;
    ++m_generation;
    m_texts.clear();
    m_wanted.clear();
    if (m_matrix)
        connect(m_matrix, &Matrix::cellsChanged, this, &MatrixTableModel::noteCells);
    refill();
    endResetModel();
    emit countsChanged();
}

void MatrixTableModel::setFilter(Filter filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    refill();
    endResetModel();
}

bool MatrixTableModel::lets(Filter filter, int caseIndex) const
{
    if (filter == Filter::All)
        return true;
    QSet<quint64> answers;
    for (int target = 0; target < m_matrix->targetCount(); ++target) {
        const MatrixCell &cell = m_matrix->cell(caseIndex, target);
        if (filter == Filter::Failed && cell.hasFailedCheck())
            return true;
        if (filter == Filter::Errors && cell.hasError())
            return true;
        if (filter == Filter::Different && cell.isSettled() && isSuccess(cell.status))
            answers.insert(cell.answerMark);
    }
    return answers.size() > 1;
}

int MatrixTableModel::count(Filter filter) const
{
    int count = 0;
    for (int each = 0; m_matrix && each < m_matrix->caseCount(); ++each)
        count += lets(filter, each) ? 1 : 0;
    return count;
}

void MatrixTableModel::refill()
{
    m_cases.clear();
    for (int each = 0; m_matrix && each < m_matrix->caseCount(); ++each) {
        if (lets(m_filter, each))
            m_cases.append(each);
    }
}

int MatrixTableModel::rowOf(int caseIndex) const
{
    const auto found = std::lower_bound(m_cases.cbegin(), m_cases.cend(), caseIndex);
    return found != m_cases.cend() && *found == caseIndex ? static_cast<int>(found - m_cases.cbegin()) : -1;
}

void MatrixTableModel::noteCells(int firstCase, int lastCase)
{
    for (int each = firstCase; each <= lastCase; ++each) {
        m_texts.remove(each);
        const auto place = std::lower_bound(m_cases.cbegin(), m_cases.cend(), each);
        const int row = static_cast<int>(place - m_cases.cbegin());
        const bool shown = place != m_cases.cend() && *place == each;
        if (shown == lets(m_filter, each))
            continue;
        if (shown) {
            beginRemoveRows({}, row, row);
            m_cases.removeAt(row);
            endRemoveRows();
        } else {
            beginInsertRows({}, row, row);
            m_cases.insert(row, each);
            endInsertRows();
        }
    }
    const auto first = std::lower_bound(m_cases.cbegin(), m_cases.cend(), firstCase);
    const auto end = std::upper_bound(first, m_cases.cend(), lastCase);
    if (first != end)
        emit dataChanged(index(static_cast<int>(first - m_cases.cbegin()), 0),
                         index(static_cast<int>(end - m_cases.cbegin()) - 1, columnCount() - 1));
    emit countsChanged();
}

int MatrixTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cases.size());
}

int MatrixTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_matrix ? 0 : m_matrix->targetCount() + 1;
}

QVariant MatrixTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int caseIndex = m_cases.at(index.row());
    if (role == CaseRole)
        return caseIndex;
    if (role == TargetRole)
        return index.column() - 1;
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && index.column() == 0))
        return textOf(caseIndex, role == Qt::ToolTipRole ? -1 : index.column());
    if (index.column() == 0)
        return role == ValueRole ? QVariant(caseIndex) : QVariant();
    return cellData(m_matrix->cell(caseIndex, index.column() - 1), role);
}

QVariant MatrixTableModel::cellData(const MatrixCell &cell, int role)
{
    switch (role) {
    case ValueRole:
        return QVariant::fromValue(cell);
    case StatusRole:
        return cell.state == MatrixCell::State::Open ? -1
            : cell.isSettled()                       ? static_cast<int>(cell.status)
                                                     : static_cast<int>(LaneStatus::Running);
    case PassedRole:
        return variantOf(cell.passed());
    case TimeRole:
        return cell.totalMs ? QVariant(static_cast<double>(*cell.totalMs)) : QVariant();
    case FirstTokenRole:
        return cell.firstTokenMs ? QVariant(static_cast<double>(*cell.firstTokenMs)) : QVariant();
    case TokensRole:
        return variantOf(cell.outputTokens);
    case InputTokensRole:
        return variantOf(cell.inputTokens);
    case CostRole:
        return variantOf(cell.cost);
    default:
        return {};
    }
}

QVariant MatrixTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || !m_matrix || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_cases.size() ? QVariant(m_cases.at(section) + 1) : QVariant();
    if (section == 0)
        return tr("Case");
    if (section > m_matrix->targetCount())
        return {};
    const QList<Target> &targets = m_matrix->targets();
    const TargetName &name = targets.at(section - 1).name;
    const auto same = [&name](const Target &target) { return target.name == name; };
    if (std::count_if(targets.cbegin(), targets.cend(), same) < 2)
        return name.toString();
    return tr("%1 #%2").arg(
        name.toString(), QString::number(std::count_if(targets.cbegin(), targets.cbegin() + section, same)));
}

QString MatrixTableModel::textOf(int caseIndex, int column) const
{
    const RowTexts *texts = m_texts.object(caseIndex);
    if (!texts) {
        want(caseIndex);
        return {};
    }
    if (column < 0)
        return texts->caseText;
    return column == 0 ? texts->caseLine : texts->answers.value(column - 1);
}

void MatrixTableModel::want(int caseIndex) const
{
    m_wanted.insert(caseIndex);
    if (!m_readTimer.isActive())
        m_readTimer.start(0);
}

void MatrixTableModel::readWanted()
{
    if (!m_matrix || m_wanted.isEmpty())
        return;
    QList<int> cases = m_wanted.values();
    m_wanted.clear();
    std::sort(cases.begin(), cases.end());
    continued(m_store.previews(m_matrix->id(), cases), this,
              [this, cases, generation = m_generation](const Result<QList<CellPreview>> &previews) {
                  if (generation != m_generation)
                      return;
                  if (!previews) {
                      emit failed(previews.error());
                      return;
                  }
                  QHash<int, QStringList> answers;
                  for (const int each : cases)
                      answers.insert(each, QStringList(m_matrix->targetCount()));
                  for (const CellPreview &preview : *previews)
                      answers[preview.caseIndex][preview.targetIndex] = preview.firstLine;
                  readCasesOf(cases, answers);
              });
}

void MatrixTableModel::readCasesOf(const QList<int> &cases, const QHash<int, QStringList> &answers)
{
    // Rows on a screen lie close together unless a filter spreads them; then runs of neighbours are read.
    qsizetype from = 0;
    while (from < cases.size()) {
        qsizetype to = from + 1;
        while (to < cases.size() && cases.at(to) == cases.at(to - 1) + 1)
            ++to;
        const int first = cases.at(from);
        const int count = static_cast<int>(to - from);
        continued(m_sets.cases(m_matrix->set().id, first, count), this,
                  [this, first, answers, generation = m_generation](const Result<QList<PromptCase>> &read) {
                      if (generation != m_generation)
                          return;
                      if (!read) {
                          emit failed(read.error());
                          return;
                      }
                      for (int at = 0; at < static_cast<int>(read->size()); ++at)
                          showTexts(first + at, read->at(at), answers.value(first + at));
                  });
        from = to;
    }
}

void MatrixTableModel::showTexts(int caseIndex, const PromptCase &values, const QStringList &answers)
{
    const QStringList &columns = m_matrix->set().columns;
    m_texts.insert(caseIndex, new RowTexts{lineOf(columns, values), wholeOf(columns, values), answers});
    const int row = rowOf(caseIndex);
    if (row >= 0)
        emit dataChanged(index(row, 0), index(row, columnCount() - 1), {Qt::DisplayRole, Qt::ToolTipRole});
}

} // namespace core
