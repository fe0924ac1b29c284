#include "ui/routes/ruleedit.h"

#include <utility>

namespace ui {

namespace {

constexpr int kMergingStep = 1;

core::Rule &ruleIn(core::RuleSet &rules, qsizetype place)
{
    return place == rules.rules.size() ? rules.otherwise : rules.rules[place];
}

} // namespace

RuleEdit RuleEdit::inverse() const
{
    RuleEdit back = *this;
    std::swap(back.before, back.after);
    std::swap(back.noteBefore, back.noteAfter);
    std::swap(back.allBefore, back.allAfter);
    if (kind == Kind::Insert)
        back.kind = Kind::Remove;
    else if (kind == Kind::Remove)
        back.kind = Kind::Insert;
    else if (kind == Kind::Move)
        std::swap(back.place, back.to);
    return back;
}

void applyEdit(core::RuleSet &rules, const RuleEdit &edit)
{
    switch (edit.kind) {
    case RuleEdit::Kind::Replace:
        ruleIn(rules, edit.place) = edit.after;
        break;
    case RuleEdit::Kind::Insert:
        rules.rules.insert(edit.place, edit.after);
        break;
    case RuleEdit::Kind::Remove:
        rules.rules.removeAt(edit.place);
        break;
    case RuleEdit::Kind::Move:
        rules.rules.move(edit.place, edit.to);
        break;
    case RuleEdit::Kind::Note:
        rules.note = edit.noteAfter;
        break;
    case RuleEdit::Kind::All: {
        const QString name = rules.name;
        rules = *edit.allAfter;
        rules.name = name;
        break;
    }
    }
}

RuleCommand::RuleCommand(RuleEditor &editor, const QString &text, QList<RuleEdit> edits,
                         const RulePlace &before, const RulePlace &after, RuleEditor::MergeId merge,
                         int typing)
    : QUndoCommand(text)
    , m_editor(editor)
    , m_edits(std::move(edits))
    , m_before(before)
    , m_after(after)
    , m_merge(merge)
    , m_typing(typing)
{
}

void RuleCommand::undo()
{
    m_editor.endTyping();
    for (auto edit = m_edits.crbegin(); edit != m_edits.crend(); ++edit)
        m_editor.apply(edit->inverse());
    m_editor.settle(m_before);
}

void RuleCommand::redo()
{
    for (const RuleEdit &edit : std::as_const(m_edits))
        m_editor.apply(edit);
    m_editor.settle(m_after);
}

int RuleCommand::id() const
{
    return m_merge == 0 ? -1 : kMergingStep;
}

bool RuleCommand::mergeWith(const QUndoCommand *next)
{
    const auto *const other = dynamic_cast<const RuleCommand *>(next);
    if (!other || other->m_merge != m_merge || other->m_typing != m_typing || m_edits.size() != 1
        || other->m_edits.size() != 1)
        return false;
    RuleEdit &mine = m_edits.first();
    const RuleEdit &its = other->m_edits.first();
    const bool isNamed = mine.kind == RuleEdit::Kind::Insert && its.kind == RuleEdit::Kind::Replace;
    const bool isSame = mine.kind == its.kind && mine.kind != RuleEdit::Kind::Insert;
    if (!(isNamed || isSame) || mine.place != its.place)
        return false;
    mine.after = its.after;
    mine.noteAfter = its.noteAfter;
    m_after = other->m_after;
    setObsolete(isSame && mine.before == mine.after && mine.noteBefore == mine.noteAfter);
    return true;
}

} // namespace ui
