#pragma once

#include "core/evaluate/matrixdocument.h"
#include "core/models/matrixtablemodel.h"
#include "ui/evaluate/evaluatecontext.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QProgressBar;
class QStackedWidget;

namespace ui {

class BallotView;
class CellDetail;
class ElidedLabel;
class FlatButton;
class MatrixJudge;
class MatrixProxy;
class MatrixSaver;
class MatrixTable;
class SegmentedControl;
class ThemedLabel;

/// An evaluation while it runs and afterwards: progress, filters, the table, one cell in detail, export.
/// Owned by PromptSetsPane, which owns the matrix too.
class MatrixView : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixView(const EvaluateContext &context, QWidget *parent = nullptr);

    /// Null shows nothing.
    void setMatrix(core::Matrix *matrix);
    core::Matrix *matrix() const { return m_matrix; }
    /// Starts or goes on.
    void resume();
    void takeFocus();

signals:
    /// Back to the sets.
    void left();
    void runRequested(qint64 run);
    void failed(const core::Error &error);

private:
    QWidget *makeBar();
    QWidget *makeProgress();
    QWidget *makeTable();
    FlatButton *makeExport(QWidget *bar);
    FlatButton *makeVerdicts(QWidget *bar);
    void addActions();
    void noteLoaded();
    void noteState();
    void noteProgress();
    void noteCounts();
    void addUp();
    void pauseOrResume();
    void askFailedAgain();
    void voteBlind();
    void pickJudge();
    void stopJudge();
    void noteJudge();
    void report(const core::Result<void> &started);
    void openCell(const QModelIndex &index);
    void followCell(const QModelIndex &index);
    void closeCell();
    void save(core::MatrixFormat format);
    void copyTable();

    const EvaluateContext m_context;
    QPointer<core::Matrix> m_matrix;
    core::MatrixTableModel *const m_model;
    MatrixProxy *const m_proxy;
    MatrixSaver *const m_saver;
    MatrixJudge *const m_judge;
    ElidedLabel *m_name = nullptr;
    FlatButton *m_pause = nullptr;
    FlatButton *m_again = nullptr;
    FlatButton *m_verdicts = nullptr;
    FlatButton *m_export = nullptr;
    QProgressBar *m_bar = nullptr;
    ThemedLabel *m_state = nullptr;
    ThemedLabel *m_money = nullptr;
    SegmentedControl *m_filters = nullptr;
    MatrixTable *m_table = nullptr;
    CellDetail *m_detail = nullptr;
    BallotView *m_ballot = nullptr;
    QStackedWidget *m_stack = nullptr;
    ThemedLabel *m_nothing = nullptr;
    QTimer m_sums;
    quint64 m_cellGeneration = 0;
};

} // namespace ui
