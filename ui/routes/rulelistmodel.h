#pragma once

#include "core/routing/decision.h"
#include "ui/routes/ruleeditor.h"

#include <QAbstractListModel>

namespace ui {

/// The rules in order and the default last, as the editor has them. Dropped rows, models and targets become
/// steps of the editor. Owned by RuleList.
class RuleListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        /// What the condition says.
        SummaryRole = Qt::UserRole + 1,
        /// `1`, `2`; empty for the default.
        NumberRole,
        OnRole,
        /// How many problems, with those of its targets.
        ProblemsRole,
        /// Whether one of them keeps the set from running.
        InvalidRole,
        /// Whether a tried prompt takes the rule; its tooltip says why or why not.
        MatchedRole,
    };

    RuleListModel(RuleEditor &editor, QObject *parent);

    /// What is said of a tried prompt; nothing: none is tried.
    void setDecision(const std::optional<core::Decision> &decision);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    /// Says false though it was taken: the view is not to remove what was dragged.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    bool moveRows(const QModelIndex &sourceParent, int sourceRow, int count,
                  const QModelIndex &destinationParent, int destinationChild) override;

private:
    /// What a row shows; kept, so that drawing asks for no sentences.
    struct Row
    {
        QString name;
        QString summary;
        bool on = true;
        int problems = 0;
        bool invalid = false;

        bool operator==(const Row &) const = default;
    };

    Row rowOf(qsizetype place) const;
    void reload();
    void update(qsizetype place);
    void updateFrom(qsizetype place);
    void noteProblems();
    /// Null when the rule was not looked at.
    const core::TraceStep *stepOf(int row) const;

    RuleEditor &m_editor;
    QList<Row> m_rows;
    QList<core::TraceStep> m_trace;
};

} // namespace ui
