#include "ui/evaluate/promptsetspane.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/presets.h"
#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/evaluate/casereader.h"
#include "core/ledger/ledgerwriter.h"
#include "ui/actions.h"
#include "ui/evaluate/matrixview.h"
#include "ui/evaluate/promptsetview.h"
#include "ui/evaluate/setimport.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QListWidget>
#include <QMimeData>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

enum SetsPlace { NoSets, AllSets, OneMatrix };

bool isUnderWay(const core::Matrix &matrix)
{
    using State = core::Matrix::State;
    return matrix.state() == State::Starting || matrix.state() == State::Running
        || matrix.state() == State::Pausing;
}

} // namespace

PromptSetsPane::PromptSetsPane(const EvaluateContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, Icon::Evaluate, tr("No prompt sets yet"),
                             tr("A prompt set asks many cases of several models at once and checks each "
                                "answer. Drop a CSV, TSV or JSONL file here, a promptfooconfig.yaml, or an "
                                "evaluation saved as JSON."),
                             m_stack))
    , m_problem(new MessagePanel(context.theme, this))
    , m_view(new PromptSetView(context, this))
    , m_matrixView(new MatrixView(context, m_stack))
{
    m_empty->setObjectName(QStringLiteral("sets.empty"));
    m_empty->setAction(tr("Import a file"));
    m_problem->setObjectName(QStringLiteral("sets.problem"));
    m_problem->keepFromEdges();
    m_problem->letClose();
    m_problem->hide();
    auto *const splitter = new QSplitter(m_stack);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(m_view);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({250, 900});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_matrixView);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
    setAcceptDrops(true);
    wire();
    addActions();
}

PromptSetsPane::~PromptSetsPane()
{
    for (const qint64 set : std::as_const(m_hidden))
        m_context.services.sets.remove(set);
    // The view is a child and would look at what is gone.
    m_matrixView->setMatrix(nullptr);
}

QWidget *PromptSetsPane::makeList()
{
    auto *const side = new Surface(m_context.theme, Theme::Token::Panel, Surface::Right, this);
    auto *const import = new FlatButton(m_context.theme, tr("Import"), FlatButton::Look::Outlined, side);
    import->setObjectName(QStringLiteral("sets.import"));
    import->setToolTip(
        tr("Read cases from CSV, TSV, JSONL or promptfooconfig.yaml, or an evaluation that was "
           "exported as JSON"));
    import->setThemedIcon(Icon::Folder);
    import->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(import, &QToolButton::clicked, this, &PromptSetsPane::import);
    m_list = new QListWidget(side);
    m_list->setObjectName(QStringLiteral("sets.list"));
    m_list->setAccessibleName(tr("Prompt sets"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setItemDelegate(new RowDelegate(m_context.theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *const column = new QVBoxLayout(side);
    column->setContentsMargins(8, 12, 9, 8);
    column->setSpacing(8);
    column->addWidget(import);
    column->addWidget(m_list, 1);
    side->setMinimumWidth(m_context.theme.px(190));
    return side;
}

void PromptSetsPane::wire()
{
    connect(m_empty, &EmptyState::actionTriggered, this, &PromptSetsPane::import);
    connect(m_list, &QListWidget::currentItemChanged, this, &PromptSetsPane::followChoice);
    connect(&m_context.services.sets, &core::PromptSetStore::changed, this, &PromptSetsPane::reload);
    connect(&m_context.services.matrices, &core::MatrixStore::changed, m_view,
            &PromptSetView::reloadMatrices);
    connect(m_view, &PromptSetView::renameRequested, this, &PromptSetsPane::rename);
    connect(m_view, &PromptSetView::removalRequested, this, &PromptSetsPane::remove);
    connect(m_view, &PromptSetView::matrixAdded, this, [this](qint64 id) { openMatrix(id, true); });
    connect(m_view, &PromptSetView::matrixOpened, this, &PromptSetsPane::openMatrix);
    connect(m_view, &PromptSetView::failed, this, [this](const core::Error &error) {
        complain(tr("The prompt set could not be kept or read"), error);
    });
    connect(m_matrixView, &MatrixView::left, this, &PromptSetsPane::leaveMatrix);
    connect(m_matrixView, &MatrixView::runRequested, this, &PromptSetsPane::runRequested);
    connect(m_matrixView, &MatrixView::failed, this,
            [this](const core::Error &error) { complain(tr("The evaluation cannot go on"), error); });
}

void PromptSetsPane::addActions()
{
    const QString category = tr("Evaluate");
    const auto add = [&](const QString &id, const QString &text, const QList<QKeySequence> &keys,
                         QWidget *scope, auto slot) {
        connect(m_context.actions.add({id, text, category, keys}, scope), &QAction::triggered, this, slot);
    };
    add(QStringLiteral("sets.import"), tr("Import a prompt set"), {}, this, &PromptSetsPane::import);
    add(QStringLiteral("sets.rename"), tr("Rename the prompt set"), {QKeySequence(Qt::Key_F2)}, m_list,
        &PromptSetsPane::rename);
    add(QStringLiteral("sets.remove"), tr("Delete the prompt set"), {QKeySequence::Delete}, m_list,
        &PromptSetsPane::remove);
}

void PromptSetsPane::reload()
{
    core::continued(m_context.services.sets.list(), this,
                    [this](const core::Result<QList<core::PromptSet>> &sets) {
                        if (sets)
                            fill(*sets);
                        else
                            complain(tr("The ledger could not be read"), sets.error());
                    });
}

void PromptSetsPane::fill(const QList<core::PromptSet> &sets)
{
    const qint64 current = m_wanted != 0 ? std::exchange(m_wanted, 0) : m_view->set().id;
    m_filling = true;
    m_sets.clear();
    m_list->clear();
    int chosen = 0;
    for (const core::PromptSet &set : sets) {
        if (m_hidden.contains(set.id))
            continue;
        if (set.id == current)
            chosen = m_list->count();
        m_sets.append(set);
        auto *const item = new QListWidgetItem(set.name, m_list);
        item->setToolTip(tr("%1, %n cases", nullptr, set.cases).arg(set.name));
    }
    m_list->setCurrentRow(chosen);
    m_filling = false;
    followChoice();
    if (m_stack->currentIndex() != OneMatrix)
        m_stack->setCurrentIndex(m_sets.isEmpty() ? NoSets : AllSets);
}

void PromptSetsPane::followChoice()
{
    if (m_filling || m_list->currentRow() < 0)
        return;
    m_view->showSet(m_sets.at(m_list->currentRow()));
    if (const QList<core::Target> targets = std::exchange(m_wantedTargets, {}); !targets.isEmpty())
        m_view->setTargets(targets);
    if (const QString judge = std::exchange(m_wantedJudge, {}); !judge.isEmpty())
        m_view->setJudge(judge);
}

void PromptSetsPane::takeFocus()
{
    if (m_stack->currentIndex() == OneMatrix)
        m_matrixView->takeFocus();
    else if (m_stack->currentIndex() == AllSets)
        m_list->setFocus();
}

void PromptSetsPane::import()
{
    auto *const dialog = new QFileDialog(this, tr("Import a prompt set"));
    dialog->setObjectName(QStringLiteral("importSet"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Prompt sets and evaluations (*.csv *.tsv *.tab *.jsonl *.ndjson *.yaml *.yml *.json)"),
         tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PromptSetsPane::importFile);
    dialog->open();
}

void PromptSetsPane::importFile(const QString &path)
{
    m_problem->hide();
    const core::CompareServices &services = m_context.services.compare;
    core::continued(core::onWorker([path, accounts = services.accounts.accounts(),
                                    presets = services.presets] { return readSet(path, accounts, presets); }),
                    this, [this, name = QFileInfo(path).fileName()](const core::Result<SetImport> &read) {
                        if (read)
                            store(*read);
                        else
                            complain(tr("%1 was not imported").arg(name), read.error());
                    });
}

void PromptSetsPane::store(const SetImport &import)
{
    core::continued(
        m_context.services.sets.add(import.draft), this, [this, import](const core::Result<qint64> &id) {
            if (!id)
                return complain(tr("%1 was not imported").arg(import.draft.name), id.error());
            m_wanted = *id;
            leaveMatrix();
            m_wantedTargets = import.targets;
            m_wantedJudge = import.judge;
            reload();
            if (!import.losses.isEmpty())
                m_problem->setMessage(MessagePanel::Kind::Warn,
                                      tr("%1 was imported, but not all of it").arg(import.draft.name), {},
                                      import.losses);
            if (import.matrix)
                restore(*id, *import.matrix);
        });
}

/// The set is there and stays, whatever becomes of its evaluation.
void PromptSetsPane::restore(qint64 set, const core::MatrixImport &import)
{
    core::MatrixDraft draft;
    draft.setId = set;
    draft.targets = import.targets;
    core::continued(
        m_context.services.matrices.restore(draft, import, m_context.services.compare.ledger.keepsTexts()),
        this, [this](const core::Result<qint64> &id) {
            if (!id)
                complain(tr("The evaluation was not imported"), id.error());
        });
}

void PromptSetsPane::rename()
{
    if (m_view->set().id == 0)
        return;
    auto *const dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("renameSet"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the prompt set"));
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(m_view->set().name);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, id = m_view->set().id](const QString &name) {
                core::continued(m_context.services.sets.rename(id, name.simplified()), this,
                                [this](const core::Result<void> &done) {
                                    if (!done)
                                        complain(tr("The prompt set was not renamed"), done.error());
                                });
            });
    dialog->open();
}

void PromptSetsPane::remove()
{
    const core::PromptSet set = m_view->set();
    if (set.id == 0 || m_sets.isEmpty())
        return;
    m_hidden.insert(set.id);
    reload();
    const QPointer<PromptSetsPane> pane = this;
    m_context.toasts.showMessage(
        tr("“%1” deleted.").arg(set.name), tr("Undo"),
        [pane, id = set.id] {
            if (pane)
                pane->bringBack(id);
        },
        [pane, id = set.id] {
            if (!pane || !pane->m_hidden.contains(id))
                return;
            core::continued(pane->m_context.services.sets.remove(id), pane.data(),
                            [pane, id](const core::Result<void> &done) {
                                pane->m_hidden.remove(id);
                                if (!done)
                                    pane->complain(tr("The prompt set was not deleted"), done.error());
                                pane->reload();
                            });
        });
}

void PromptSetsPane::bringBack(qint64 set)
{
    m_hidden.remove(set);
    m_wanted = set;
    reload();
    m_list->setFocus();
}

void PromptSetsPane::complain(const QString &title, const core::Error &error)
{
    m_problem->setMessage(MessagePanel::Kind::Bad, title, error.message);
}

core::Matrix *PromptSetsPane::matrixFor(qint64 id)
{
    core::Matrix *&matrix = m_matrices[id];
    if (!matrix) {
        matrix = new core::Matrix(m_context.services, id, this);
        connect(matrix, &core::Matrix::failed, this,
                [this](const core::Error &error) { complain(tr("The evaluation cannot go on"), error); });
        connect(matrix, &core::Matrix::stateChanged, this, [this, id, matrix] {
            if (m_matrixView->matrix() != matrix)
                letGo(id);
            emit evaluationsChanged();
        });
    }
    return matrix;
}

void PromptSetsPane::openMatrix(qint64 id, bool start)
{
    m_problem->hide();
    const bool known = m_matrices.contains(id);
    core::Matrix *const matrix = matrixFor(id);
    const core::Matrix *const shown = m_matrixView->matrix();
    const qint64 before = shown ? shown->id() : id;
    m_matrixView->setMatrix(matrix);
    if (before != id)
        letGo(before);
    m_stack->setCurrentIndex(OneMatrix);
    m_matrixView->takeFocus();
    if (known) {
        if (start)
            m_matrixView->resume();
        return;
    }
    if (start)
        connect(matrix, &core::Matrix::loaded, m_matrixView, &MatrixView::resume, Qt::SingleShotConnection);
    matrix->load();
}

bool PromptSetsPane::isMatrixShown() const
{
    return m_stack->currentIndex() == OneMatrix;
}

void PromptSetsPane::leaveMatrix()
{
    if (const core::Matrix *const shown = m_matrixView->matrix()) {
        const qint64 id = shown->id();
        m_matrixView->setMatrix(nullptr);
        letGo(id);
    }
    m_stack->setCurrentIndex(m_sets.isEmpty() ? NoSets : AllSets);
    m_view->reloadMatrices();
    takeFocus();
}

int PromptSetsPane::runningEvaluations() const
{
    return static_cast<int>(std::count_if(m_matrices.cbegin(), m_matrices.cend(),
                                          [](const core::Matrix *matrix) { return isUnderWay(*matrix); }));
}

void PromptSetsPane::cancelEvaluations()
{
    const QList<core::Matrix *> matrices = m_matrices.values(); // one that ends is let go
    for (core::Matrix *const matrix : matrices) {
        if (isUnderWay(*matrix))
            matrix->cancel();
    }
}

/// A running one stays until it stops.
void PromptSetsPane::letGo(qint64 id)
{
    core::Matrix *const matrix = m_matrices.value(id);
    if (!matrix || isUnderWay(*matrix))
        return;
    m_matrices.remove(id);
    matrix->deleteLater();
}

void PromptSetsPane::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void PromptSetsPane::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    importFile(event->mimeData()->urls().constFirst().toLocalFile());
}

} // namespace ui
