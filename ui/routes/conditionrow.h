#pragma once

#include "core/routing/condition.h"
#include "ui/routes/routescontext.h"
#include "ui/widgets/surface.h"

class QMenu;

namespace ui {

class FlatButton;
class RouteTerms;
class TestFields;
class ThemedLabel;
class WordCombo;

/// One test of a condition, read from left to right as a sentence: `and | not | task | is | summarize`. Owned
/// by ConditionEditor, which knows where in the tree it stands.
class ConditionRow : public Surface
{
    Q_OBJECT

public:
    ConditionRow(const RoutesContext &context, const RouteTerms &terms, QWidget *parent);

    /// `joint` is the word between this row and the one above; empty: none.
    void showTest(const core::Test &test, bool negated, const QString &joint);
    /// Counted from 0 over all rows.
    void number(qsizetype row);
    void setProblem(const QString &sentence, bool invalid);
    /// The field's choice gets the focus, or with `value` what is entered.
    void takeFocus();
    const core::Test &test() const { return m_test; }

signals:
    /// `typed`: one of a series of changes that belong together.
    void edited(const core::Test &test, bool typed);
    void jointToggled();
    void negationToggled();
    void removalWanted();
    void duplicateWanted();
    void groupWanted();
    void moveWanted(int by);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QMenu *makeMenu();
    void chooseField();
    void chooseOperator();
    void fillOperators();

    const RoutesContext m_context;
    core::Test m_test;
    bool m_shown = false;
    FlatButton *const m_joint;
    FlatButton *const m_not;
    WordCombo *const m_field;
    WordCombo *const m_operator;
    FlatButton *const m_more;
    FlatButton *const m_remove;
    ThemedLabel *const m_problem;
    TestFields *m_fields = nullptr;
    QAction *m_negation = nullptr;
};

} // namespace ui
