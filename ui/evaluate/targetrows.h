#pragma once

#include "core/compare/lanestate.h"
#include "ui/evaluate/evaluatecontext.h"
#include "ui/widgets/card.h"

class QMenu;
class QVBoxLayout;

namespace ui {

class FlatButton;
class ThemedLabel;

/// The line-up that a prompt set is evaluated by: a saved one, the lanes of Compare, or models picked one by
/// one.
class TargetRows : public Card
{
    Q_OBJECT

public:
    explicit TargetRows(const EvaluateContext &context, QWidget *parent = nullptr);

    const QList<core::Target> &targets() const { return m_targets; }
    void setTargets(const QList<core::Target> &targets);
    /// The lanes of Compare, as far as there are any.
    void takeLanes();

signals:
    void edited();

private:
    void fillMenu();
    void addModel();
    void rebuild();

    const EvaluateContext m_context;
    QList<core::Target> m_targets;
    FlatButton *const m_lineUp;
    FlatButton *const m_add;
    QMenu *const m_menu;
    QVBoxLayout *const m_rows;
    ThemedLabel *const m_none;
};

} // namespace ui
