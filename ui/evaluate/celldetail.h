#pragma once

#include "core/evaluate/matrixcell.h"
#include "core/evaluate/promptset.h"
#include "ui/widgets/surface.h"

class QVBoxLayout;

namespace ui {

class ElidedLabel;
class FlatButton;
class KeyValueGrid;
class MarkdownView;
class Pill;
class ThemedLabel;
struct MarkdownServices;

/// One cell of a matrix, whole: answer, checks, figures and the case's values. Owned by MatrixView.
class CellDetail : public Surface
{
    Q_OBJECT

public:
    CellDetail(const Theme &theme, MarkdownServices &markdown, QWidget *parent = nullptr);

    /// What can be said before its texts are read.
    void showCell(const QString &target, const core::MatrixCell &cell, int caseIndex);
    void showTexts(const core::MatrixCellRecord &record, const QStringList &columns,
                   const core::PromptCase &values);
    qint64 run() const { return m_run; }

signals:
    void closed();
    void runRequested(qint64 run);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead();
    void showChecks(const QList<core::CheckResult> &checks);
    void applyTheme();

    ElidedLabel *m_target = nullptr;
    Pill *m_verdict = nullptr;
    ElidedLabel *m_figures = nullptr;
    FlatButton *m_open = nullptr;
    QWidget *const m_checks;
    QVBoxLayout *const m_checkRows;
    MarkdownView *const m_answer;
    ThemedLabel *const m_error;
    KeyValueGrid *const m_values;
    qint64 m_run = 0;
};

} // namespace ui
