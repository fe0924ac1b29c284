#pragma once

#include "ui/evaluate/evaluatecontext.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QSpinBox;

namespace core {
struct RunEstimate;
}

namespace ui {

class Card;
class CheckKeeper;
class CheckRows;
class ElidedLabel;
class FlatButton;
class MatrixList;
class PrimaryButton;
class SetEstimator;
class TargetRows;
class ThemedLabel;

/// One prompt set: what is asked and checked, by which line-up, what it will cost, and its evaluations. What
/// is edited is kept without being asked for. Owned by PromptSetsPane.
class PromptSetView : public QWidget
{
    Q_OBJECT

public:
    explicit PromptSetView(const EvaluateContext &context, QWidget *parent = nullptr);
    /// Keeps what was typed last.
    ~PromptSetView() override;

    /// Another set, or the same one anew.
    void showSet(const core::PromptSet &set);
    const core::PromptSet &set() const { return m_set; }
    /// Evaluations may be others now.
    void reloadMatrices();
    /// The line-up that an imported configuration names.
    void setTargets(const QList<core::Target> &targets);
    /// The model, `account/model`, that answers the check "judge".
    void setJudge(const QString &model);

signals:
    void renameRequested();
    void removalRequested();
    /// An evaluation was made and is to be run.
    void matrixAdded(qint64 id);
    void matrixOpened(qint64 id, bool resume);
    void failed(const core::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Prompt and system prompt.
    using Texts = std::pair<QString, QString>;

    QWidget *makeHead();
    Card *makePrompt();
    Card *makeRun();
    void wire();
    void fillVariables();
    void noteEdit();
    void keep();
    /// The texts of a set that is left, when the store would not take them.
    void keepAside();
    void noteChecks(qint64 set, const QList<core::Check> &checks);
    void noteFault(qint64 set, const core::Error &error);
    void describe();
    /// Why it cannot be started; empty when it can.
    QString obstacle() const;
    std::optional<core::Money> cap() const;
    core::PromptSet edited() const;
    /// What is wrong with prompt or system prompt; empty when nothing is.
    static QString textFault(const core::PromptSet &now);
    void start();
    void startUnlessDear();
    void askAboutCost(const core::RunEstimate &estimate);
    void startNow();

    const EvaluateContext m_context;
    core::PromptSet m_set;
    ElidedLabel *m_name = nullptr;
    ThemedLabel *m_facts = nullptr;
    QPlainTextEdit *m_prompt = nullptr;
    QPlainTextEdit *m_system = nullptr;
    /// The one that had the focus last.
    QPlainTextEdit *m_lastEditor = nullptr;
    FlatButton *m_variables = nullptr;
    QMenu *m_variableMenu = nullptr;
    ThemedLabel *m_promptNote = nullptr;
    CheckRows *const m_checks;
    CheckKeeper *const m_keeper;
    TargetRows *const m_targets;
    QComboBox *m_task = nullptr;
    QSpinBox *m_perAccount = nullptr;
    QLineEdit *m_cap = nullptr;
    QWidget *m_judgeRow = nullptr;
    FlatButton *m_judge = nullptr;
    ThemedLabel *m_estimate = nullptr;
    ThemedLabel *m_obstacle = nullptr;
    PrimaryButton *m_start = nullptr;
    MatrixList *const m_matrices;
    SetEstimator *const m_estimator;
    QString m_judgeModel;
    QHash<qint64, Texts> m_faultyTexts;
    /// Why a file that a check names cannot be used.
    QString m_fileFault;
    QTimer m_keep;
    /// It is to start once the files of its checks are read.
    bool m_startWanted = false;
    bool m_showing = false;
};

} // namespace ui
