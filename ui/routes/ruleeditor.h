#pragma once

#include "core/routing/rulesetcheck.h"
#include "core/routing/rulesetstore.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QUndoStack>

#include <functional>

namespace ui {

struct RuleEdit;

/// A rule and one of its targets. `target` counts the chain's targets and then its fallbacks, as RuleProblem
/// does. -1: none.
struct RulePlace
{
    /// The default's is rules.size().
    qsizetype rule = -1;
    qsizetype target = -1;

    bool operator==(const RulePlace &) const = default;
};

/// A place in one of the two lists of a rule's chain.
struct ChainPlace
{
    qsizetype rule = -1;
    bool fallback = false;
    /// Within targets or fallbacks.
    qsizetype at = 0;

    bool operator==(const ChainPlace &) const = default;
};

/// The rule set that is edited: a value, its undo history, what is selected in it and what is wrong with it.
/// Everything on the page shows this and changes it through this. What is edited is kept as the set's draft
/// without being asked for. Owned by RoutesPage; main thread.
class RuleEditor : public QObject
{
    Q_OBJECT

public:
    /// Steps of the same kind with the same id and rule become one, as long as nothing else comes between:
    /// typing; so do an insertion and what changes the new rule. 0 never merges. Ids are the caller's.
    using MergeId = int;

    RuleEditor(core::RuleSetStore &store, const core::TargetBook &book, QObject *parent = nullptr);
    /// Keeps what was edited last.
    ~RuleEditor() override;

    /// Shows a set of the store: its draft, else the active version. What was edited before is kept; the
    /// history begins anew. False when there is none of that name.
    bool open(const QString &name);
    /// Shows nothing.
    void close();
    bool isOpen() const { return !m_name.isEmpty(); }
    /// The set's name in the store.
    const QString &name() const { return m_name; }

    const core::RuleSet &rules() const { return m_rules; }
    const core::Rule &rule(qsizetype place) const { return core::ruleAt(m_rules, place); }
    bool isDefault(qsizetype place) const { return place == m_rules.rules.size(); }
    QUndoStack &undoStack() { return m_undo; }
    /// Ends a merge of typing: the next step is one of its own.
    void endTyping() { ++m_typing; }
    /// Of this editor and its rules as they are now; without spaces.
    QByteArray stamp() const;

    // Every one of these is one step of the history, and none when nothing would change. Places out of range
    // change nothing.

    /// Inserts before `place` and selects it; a name that is taken or empty is completed to a free one.
    void insertRule(qsizetype place, core::Rule rule, MergeId merge = 0);
    /// Not the default.
    void removeRule(qsizetype place);
    /// `to` is its place afterwards. The default stays last.
    void moveRule(qsizetype from, qsizetype to);
    /// The copy comes right behind; that of the default comes last before it.
    void duplicateRule(qsizetype place);
    /// `text` names the step, as in "Undo: text".
    void setRule(qsizetype place, const core::Rule &rule, const QString &text, MergeId merge = 0);
    void renameRule(qsizetype place, const QString &name, MergeId merge = 0);
    void setRuleOn(qsizetype place, bool on);
    void setCondition(qsizetype place, const core::Condition &condition, MergeId merge = 0);
    void setChain(qsizetype place, const core::Chain &chain, const QString &text, MergeId merge = 0);
    void setLimits(qsizetype place, const core::CallLimits &limits, MergeId merge = 0);
    /// Inserts before `to` and selects it.
    void insertTarget(const ChainPlace &to, const core::ChainTarget &target);
    void removeTarget(const ChainPlace &place);
    /// `to.at` is its place afterwards. Between rules, and between targets and fallbacks; a fallback that
    /// becomes a target loses its conditions.
    void moveTarget(const ChainPlace &from, const ChainPlace &to);
    void setTarget(const ChainPlace &place, const core::ChainTarget &target, const QString &text,
                   MergeId merge = 0);
    void setWeight(const ChainPlace &place, double weight, MergeId merge = 0);
    void setNote(const QString &note, MergeId merge = 0);
    /// Another whole set in the place of this one, under its name: a version, an import, a preset.
    void replaceAll(const core::RuleSet &rules, const QString &text);

    const RulePlace &selection() const { return m_selection; }
    /// A place that is not there selects nothing.
    void select(const RulePlace &place);

    /// Null when the place is not there.
    const core::ChainTarget *target(const ChainPlace &place) const;
    /// The place of a target counted through both lists, and back.
    ChainPlace chainPlace(const RulePlace &place) const;
    RulePlace rulePlace(const ChainPlace &place) const;
    /// A name no rule has: `base` itself, else with the next number.
    QString freeRuleName(const QString &base) const;

    /// As of the last check, which follows a change shortly after.
    const QList<core::RuleProblem> &problems() const { return m_problems; }
    /// Those of the rule itself with `target` -1, else of that target.
    QList<core::RuleProblem> problemsAt(const RulePlace &place) const;
    bool canRun() const { return core::canRun(m_problems); }
    /// Accounts, models or other sets are others now: says factsChanged() and checks shortly.
    void recheck();
    /// recheck(), at once.
    void checkNow();

    /// Differences to the version that runs; nothing is active: every rule.
    int changes() const;
    bool isChanged() const;
    int activeVersion() const;
    /// The number the draft would get.
    int nextVersion() const;

    /// The rules as they are now went through a quality check.
    void noteChecked();
    /// Whether exactly these rules did.
    bool isChecked() const { return m_checked && *m_checked == m_rules; }

    /// Makes the rules the version that runs. Says failed() when the store refuses.
    void activate(const QString &comment);
    /// Back to the version that runs, as one step.
    void revert();
    /// Keeps the draft now instead of shortly.
    void keep();

signals:
    /// The value is another now, whatever changed. After the other signals.
    void changed();
    /// One rule is another now, at the same place.
    void ruleChanged(qsizetype place);
    void ruleInserted(qsizetype place);
    void ruleRemoved(qsizetype place);
    void ruleMoved(qsizetype from, qsizetype to);
    /// Another set, or nothing, or all of it at once.
    void reset();
    void selectionChanged();
    void problemsChanged();
    /// Name, active version or whether there are changes.
    void stateChanged();
    /// What is known of accounts, models or other sets is another now: prices, speeds, what is switched on.
    void factsChanged();
    void activated(int version);
    void failed(const core::Error &error);

private:
    friend class RuleCommand;

    void show(const core::RuleSet &rules);
    void push(const QString &text, QList<RuleEdit> edits, const RulePlace &after, MergeId merge = 0);
    void replaceRule(qsizetype place, const core::Rule &rule, const QString &text, MergeId merge = 0);
    void apply(const RuleEdit &edit);
    void settle(const RulePlace &selection);
    bool hasRule(qsizetype place) const;
    bool fits(const ChainPlace &place, bool forInsertion) const;
    void noteStore();
    void storeDraft(const QString &name, const core::RuleSet &rules, bool differs);
    void noteKept(const QString &name, const core::RuleSet &rules);

    core::RuleSetStore &m_store;
    const core::TargetBook &m_book;
    QString m_name;
    qint64 m_id = 0;
    core::RuleSet m_rules;
    QUndoStack m_undo;
    RulePlace m_selection;
    QList<core::RuleProblem> m_problems;
    std::optional<core::RuleSet> m_checked;
    mutable std::optional<bool> m_isChanged;
    QTimer m_check;
    QTimer m_keep;
    bool m_unkept = false;
    /// By name, what the store is still to know of.
    QHash<QString, core::RuleSet> m_keeping;
    QSet<QString> m_activating;
    int m_typing = 0;
    const QByteArray m_token;
    qint64 m_revision = 0;
};

} // namespace ui
