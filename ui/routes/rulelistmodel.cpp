#include "ui/routes/rulelistmodel.h"

#include "core/routing/rulewords.h"
#include "ui/routes/carriedplace.h"
#include "ui/routes/routescontext.h"
#include "ui/routes/typing.h"

#include <QMimeData>

namespace ui {

namespace {

int asRow(qsizetype place)
{
    return static_cast<int>(place);
}

} // namespace

RuleListModel::RuleListModel(RuleEditor &editor, QObject *parent)
    : QAbstractListModel(parent), m_editor(editor)
{
    connect(&editor, &RuleEditor::reset, this, &RuleListModel::reload);
    connect(&editor, &RuleEditor::ruleChanged, this, &RuleListModel::update);
    connect(&editor, &RuleEditor::ruleInserted, this, [this](qsizetype place) {
        beginInsertRows({}, asRow(place), asRow(place));
        m_rows.insert(place, rowOf(place));
        endInsertRows();
        updateFrom(place);
    });
    connect(&editor, &RuleEditor::ruleRemoved, this, [this](qsizetype place) {
        beginRemoveRows({}, asRow(place), asRow(place));
        m_rows.removeAt(place);
        endRemoveRows();
        updateFrom(place);
    });
    connect(&editor, &RuleEditor::ruleMoved, this, [this](qsizetype from, qsizetype to) {
        beginMoveRows({}, asRow(from), asRow(from), {}, asRow(to > from ? to + 1 : to));
        m_rows.move(from, to);
        endMoveRows();
        updateFrom(std::min(from, to));
    });
    connect(&editor, &RuleEditor::problemsChanged, this, &RuleListModel::noteProblems);
    reload();
}

RuleListModel::Row RuleListModel::rowOf(qsizetype place) const
{
    const core::Rule &rule = m_editor.rule(place);
    Row row;
    row.name = rule.name;
    row.summary = m_editor.isDefault(place) ? tr("everything else") : core::conditionInWords(rule.when);
    row.on = rule.on;
    for (const core::RuleProblem &problem : m_editor.problems()) {
        if (problem.rule != place)
            continue;
        ++row.problems;
        row.invalid = row.invalid || problem.kind == core::RuleProblem::Kind::Invalid;
    }
    return row;
}

void RuleListModel::reload()
{
    beginResetModel();
    m_rows.clear();
    if (m_editor.isOpen()) {
        for (qsizetype place = 0; place <= m_editor.rules().rules.size(); ++place)
            m_rows.append(rowOf(place));
    }
    endResetModel();
}

void RuleListModel::update(qsizetype place)
{
    if (place >= m_rows.size())
        return;
    m_rows[place] = rowOf(place);
    emit dataChanged(index(asRow(place)), index(asRow(place)));
}

/// Numbers follow the places.
void RuleListModel::updateFrom(qsizetype place)
{
    if (place < m_rows.size())
        emit dataChanged(index(asRow(place)), index(asRow(m_rows.size() - 1)));
}

void RuleListModel::noteProblems()
{
    for (qsizetype place = 0; place < m_rows.size(); ++place) {
        if (!(m_rows.at(place) == rowOf(place)))
            update(place);
    }
}

void RuleListModel::setDecision(const std::optional<core::Decision> &decision)
{
    const QList<core::TraceStep> trace = decision ? decision->trace : QList<core::TraceStep>();
    if (trace == m_trace)
        return;
    m_trace = trace;
    updateFrom(0);
}

const core::TraceStep *RuleListModel::stepOf(int row) const
{
    // The rules may have changed since they were tried.
    const bool there = row < m_trace.size() && m_trace.at(row).rule == m_rows.at(row).name;
    return there ? &m_trace.at(row) : nullptr;
}

int RuleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : asRow(m_rows.size());
}

QVariant RuleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isDefault = index.row() == m_rows.size() - 1;
    const core::TraceStep *const step = stepOf(index.row());
    const QString number = isDefault ? QString() : QLocale().toString(index.row() + 1);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return row.name;
    case Qt::ToolTipRole:
        return step ? tr("%1\nThe tried prompt: %2", "a condition and what it says of a prompt")
                          .arg(row.summary, step->why)
                    : row.summary;
    case Qt::AccessibleTextRole: {
        QStringList parts{isDefault ? row.name : tr("%1 %2", "number and name").arg(number, row.name),
                          row.summary};
        if (!row.on)
            parts.append(tr("off"));
        if (row.problems > 0)
            parts.append(tr("%n problems", nullptr, row.problems));
        if (step && step->matched())
            parts.append(tr("takes the tried prompt"));
        return parts.join(QStringLiteral(", "));
    }
    case SummaryRole:
        return row.summary;
    case NumberRole:
        return number;
    case OnRole:
        return row.on;
    case ProblemsRole:
        return row.problems;
    case InvalidRole:
        return row.invalid;
    case MatchedRole:
        return step && step->matched();
    default:
        return {};
    }
}

bool RuleListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_editor.renameRule(index.row(), value.toString(), TypingNewRule);
    m_editor.endTyping();
    return true;
}

Qt::ItemFlags RuleListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags all =
        Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDropEnabled;
    return index.row() == m_rows.size() - 1 ? all : all | Qt::ItemIsDragEnabled;
}

QStringList RuleListModel::mimeTypes() const
{
    return {kRulePlaceMime, kTargetMime, kChainPlaceMime};
}

QMimeData *RuleListModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *const data = new QMimeData;
    data->setData(kRulePlaceMime, carryRule(indexes.first().row(), m_editor.stamp()));
    data->setText(indexes.first().data().toString());
    return data;
}

bool RuleListModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int,
                                    const QModelIndex &parent) const
{
    if (data->hasFormat(kRulePlaceMime))
        return carriedRule(data->data(kRulePlaceMime), m_editor.stamp()) >= 0;
    return parent.isValid()
        && (data->hasFormat(kTargetMime)
            || carriedTarget(data->data(kChainPlaceMime), m_editor.stamp()).rule >= 0);
}

bool RuleListModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int,
                                 const QModelIndex &parent)
{
    if (data->hasFormat(kRulePlaceMime)) {
        const qsizetype from = carriedRule(data->data(kRulePlaceMime), m_editor.stamp());
        const int before = parent.isValid() ? parent.row() : row < 0 ? asRow(m_rows.size()) : row;
        if (from >= 0)
            m_editor.moveRule(from, before > from ? before - 1 : before);
        return false;
    }
    if (!parent.isValid())
        return false;
    const ChainPlace end{parent.row(), false, m_editor.rule(parent.row()).chain.targets.size()};
    const ChainPlace from = carriedTarget(data->data(kChainPlaceMime), m_editor.stamp());
    if (from.rule >= 0 && from.rule != end.rule) {
        m_editor.moveTarget(from, end);
    } else if (const auto name = core::parseTargetName(QString::fromUtf8(data->data(kTargetMime)))) {
        core::ChainTarget target;
        target.name = *name;
        m_editor.insertTarget(end, target);
    }
    return false;
}

bool RuleListModel::moveRows(const QModelIndex &, int sourceRow, int count, const QModelIndex &,
                             int destinationChild)
{
    if (count != 1)
        return false;
    m_editor.moveRule(sourceRow, destinationChild > sourceRow ? destinationChild - 1 : destinationChild);
    return true;
}

} // namespace ui
