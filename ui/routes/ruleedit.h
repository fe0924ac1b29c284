#pragma once

#include "core/routing/ruleset.h"
#include "ui/routes/ruleeditor.h"

#include <QUndoCommand>

namespace ui {

/// One change of a rule set that knows its way back. A value.
struct RuleEdit
{
    enum class Kind { Replace, Insert, Remove, Move, Note, All };

    Kind kind = Kind::Replace;
    qsizetype place = -1;
    /// With Move: the place afterwards.
    qsizetype to = -1;
    core::Rule before = {};
    core::Rule after = {};
    QString noteBefore = {};
    QString noteAfter = {};
    /// With All; their names are of no account.
    std::optional<core::RuleSet> allBefore = {};
    std::optional<core::RuleSet> allAfter = {};

    RuleEdit inverse() const;
};

/// Makes the change; the set must be as the edit found it.
void applyEdit(core::RuleSet &rules, const RuleEdit &edit);

/// A step of the editor's history: changes of its value and what is selected before and after.
class RuleCommand : public QUndoCommand
{
public:
    RuleCommand(RuleEditor &editor, const QString &text, QList<RuleEdit> edits, const RulePlace &before,
                const RulePlace &after, RuleEditor::MergeId merge, int typing);

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand *next) override;

private:
    RuleEditor &m_editor;
    QList<RuleEdit> m_edits;
    const RulePlace m_before;
    RulePlace m_after;
    const RuleEditor::MergeId m_merge;
    const int m_typing;
};

} // namespace ui
