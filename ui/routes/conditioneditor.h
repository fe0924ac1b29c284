#pragma once

#include "core/routing/rulesetcheck.h"
#include "ui/routes/conditionpaths.h"
#include "ui/routes/routescontext.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class ConditionRow;
class FlatButton;
class RouteTerms;
class ThemedLabel;
class WordCombo;

/// When a rule holds, built in words: a row for each test, joined by "and" or "or", groups indented. Owned by
/// RuleInspector.
class ConditionEditor : public QWidget
{
    Q_OBJECT

public:
    ConditionEditor(const RoutesContext &context, const RouteTerms &terms, QWidget *parent);

    /// Rows that can stay do, with the focus.
    void showCondition(const core::Condition &condition);
    /// Those of the rule itself; `base` is the path of its condition in the document. What belongs to no row
    /// is left out and returned.
    QList<core::RuleProblem> showProblems(const QList<core::RuleProblem> &problems, const QString &base);
    /// The first row, else what adds one.
    void takeFocus();
    /// A further one that must hold too, or may instead.
    void addCondition() { addTo({}, false); }

signals:
    /// `typed`: one of a series of changes that belong together.
    void edited(const core::Condition &condition, bool typed);

private:
    struct Row
    {
        ConditionRow *row;
        /// Of the test; that of its contrary, when it is negated, is one shorter.
        ConditionPath path;
        bool negated;
        QString joint;
    };
    struct Group
    {
        WordCombo *kind;
        ConditionPath path;
        bool negated;
    };

    void rebuild();
    void fill();
    /// Adds what stands at the path to the column; `joint` stands before it.
    void build(const ConditionPath &path, bool negated, const QString &joint, QVBoxLayout *column);
    void buildParts(const ConditionPath &group, QVBoxLayout *column);
    void buildRow(const ConditionPath &path, bool negated, const QString &joint, QVBoxLayout *column);
    void buildGroup(const ConditionPath &path, bool negated, const QString &joint, QVBoxLayout *column);
    QWidget *makeGroupHead(const ConditionPath &path, bool negated, const QString &joint, QWidget *parent);
    void connectRow(const Row &row);
    void addTo(const ConditionPath &group, bool asGroup);
    void toggleJoint(const ConditionPath &path);
    void chooseKind(const Group &group);
    void change(const core::Condition &condition, bool typed = false);
    /// The path of a row with its contrary.
    static ConditionPath whole(const ConditionPath &path, bool negated);

    const RoutesContext m_context;
    const RouteTerms &m_terms;
    core::Condition m_condition;
    QString m_shape;
    ThemedLabel *const m_words;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_column = nullptr;
    FlatButton *const m_add;
    FlatButton *const m_addGroup;
    QList<Row> m_rows;
    QList<Group> m_groups;
    /// Where the focus goes after the next rebuild.
    std::optional<ConditionPath> m_wanted;
};

} // namespace ui
