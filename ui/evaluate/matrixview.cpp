#include "ui/evaluate/matrixview.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "ui/actions.h"
#include "ui/evaluate/ballotview.h"
#include "ui/evaluate/celldetail.h"
#include "ui/evaluate/matrixjudge.h"
#include "ui/evaluate/matrixproxy.h"
#include "ui/evaluate/matrixsaver.h"
#include "ui/evaluate/matrixtable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/savetext.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using core::Matrix;
using core::MatrixFormat;
using core::MatrixTableModel;

namespace ui {

namespace {

constexpr int kSumsMs = 250;
enum MatrixPlace { Table, Nothing, Ballot };

} // namespace

MatrixView::MatrixView(const EvaluateContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new MatrixTableModel(context.services.matrices, context.services.sets, this))
    , m_proxy(new MatrixProxy(this))
    , m_saver(new MatrixSaver(context, this))
    , m_judge(new MatrixJudge(context, this))
{
    setObjectName(QStringLiteral("matrix.view"));
    m_proxy->setSourceModel(m_model);
    m_sums.setSingleShot(true);
    m_sums.setInterval(kSumsMs);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(makeProgress());
    column->addWidget(makeTable(), 1);
    connect(&m_sums, &QTimer::timeout, this, &MatrixView::addUp);
    connect(m_model, &MatrixTableModel::countsChanged, this, &MatrixView::noteCounts);
    connect(m_model, &MatrixTableModel::failed, this, &MatrixView::failed);
    addActions();
}

QWidget *MatrixView::makeBar()
{
    auto *const bar = new PageBar(m_context.theme, {}, this);
    auto *const back = new FlatButton(m_context.theme, Icon::ChevronLeft, tr("Back to the prompt sets"), bar);
    back->setObjectName(QStringLiteral("matrix.back"));
    m_name = new ElidedLabel(m_context.theme, {}, Theme::Token::Ink, Qt::ElideMiddle, bar);
    m_name->setObjectName(QStringLiteral("matrix.name"));
    m_name->setType(1.08, QFont::DemiBold);
    m_name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_again = new FlatButton(m_context.theme, tr("Re-run failed"), FlatButton::Look::Outlined, bar);
    m_again->setObjectName(QStringLiteral("matrix.again"));
    m_again->setToolTip(tr("Ask again every cell that has no answer"));
    m_pause = new FlatButton(m_context.theme, tr("Pause"), FlatButton::Look::Outlined, bar);
    m_pause->setObjectName(QStringLiteral("matrix.pause"));
    m_verdicts = makeVerdicts(bar);
    m_export = makeExport(bar);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{back, m_name, m_again, m_pause, m_verdicts, m_export})
        bar->addWidget(widget);
    connect(back, &QToolButton::clicked, this, &MatrixView::left);
    connect(m_again, &QToolButton::clicked, this, &MatrixView::askFailedAgain);
    connect(m_pause, &QToolButton::clicked, this, &MatrixView::pauseOrResume);
    return bar;
}

FlatButton *MatrixView::makeExport(QWidget *bar)
{
    auto *const button = new FlatButton(m_context.theme, tr("Export"), FlatButton::Look::Outlined, bar);
    button->setObjectName(QStringLiteral("matrix.export"));
    auto *const menu = new QMenu(button);
    menu->addAction(tr("Copy as table"), this, &MatrixView::copyTable);
    menu->addSeparator();
    menu->addAction(tr("CSV file …"), this, [this] { save(MatrixFormat::Csv); });
    menu->addAction(tr("Markdown file …"), this, [this] { save(MatrixFormat::Markdown); });
    menu->addAction(tr("HTML file …"), this, [this] { save(MatrixFormat::Html); });
    menu->addAction(tr("JSON file …"), this, [this] { save(MatrixFormat::Json); });
    button->setMenu(menu);
    return button;
}

FlatButton *MatrixView::makeVerdicts(QWidget *bar)
{
    auto *const button = new FlatButton(m_context.theme, tr("Verdicts"), FlatButton::Look::Outlined, bar);
    button->setObjectName(QStringLiteral("matrix.verdicts"));
    button->setToolTip(tr("Say which answers are best: for the scoreboard"));
    auto *const menu = new QMenu(button);
    menu->addAction(tr("Vote blind"), this, &MatrixView::voteBlind);
    menu->addAction(tr("Have a model judge …"), this, &MatrixView::pickJudge);
    QAction *const end = menu->addAction(tr("Stop the judge"), this, &MatrixView::stopJudge);
    connect(menu, &QMenu::aboutToShow, end, [this, end] { end->setVisible(m_judge->isRunning()); });
    button->setMenu(menu);
    connect(m_judge, &MatrixJudge::progressed, this, &MatrixView::noteJudge);
    connect(m_judge, &MatrixJudge::failed, this, [this](const core::Error &error) {
        noteJudge();
        emit failed(error);
    });
    connect(m_judge, &MatrixJudge::finished, this, [this](int votes, int without) {
        noteJudge();
        QString said = tr("The judge gave %n verdicts.", nullptr, votes);
        if (without > 0)
            said = tr("%1 %n cases have none.", nullptr, without).arg(said);
        m_context.toasts.showMessage(said);
    });
    return button;
}

QWidget *MatrixView::makeProgress()
{
    const Theme &theme = m_context.theme;
    auto *const strip = new Surface(theme, Theme::Token::Panel, Surface::Bottom, this);
    m_filters = new SegmentedControl(theme, strip);
    m_filters->setObjectName(QStringLiteral("matrix.filter"));
    m_filters->setAccessibleName(tr("Which cases are shown"));
    m_filters->addSegment(tr("All"));
    m_filters->addSegment(tr("Failed"), tr("Cases in which a check failed"));
    m_filters->addSegment(tr("Errors"), tr("Cases with a cell that has no answer"));
    m_filters->addSegment(tr("Different"), tr("Cases whose answers are not all the same"));
    m_bar = new QProgressBar(strip);
    m_bar->setObjectName(QStringLiteral("matrix.progress"));
    m_bar->setAccessibleName(tr("Cells done"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme.px(8));
    m_state = new ThemedLabel(theme, {}, Theme::Token::Ink, strip);
    m_state->setObjectName(QStringLiteral("matrix.state"));
    m_money = new ThemedLabel(theme, {}, Theme::Token::Ink2, strip);
    m_money->setObjectName(QStringLiteral("matrix.money"));
    for (ThemedLabel *label : {m_state, m_money})
        label->setFont(Theme::tabularFont(label->font()));
    auto *const texts = new QHBoxLayout;
    texts->addWidget(m_state);
    texts->addStretch(1);
    texts->addWidget(m_money);
    auto *const progress = new QVBoxLayout;
    progress->setSpacing(4);
    progress->addLayout(texts);
    progress->addWidget(m_bar);
    auto *const row = new QHBoxLayout(strip);
    row->setContentsMargins(16, 8, 16, 9);
    row->setSpacing(16);
    row->addWidget(m_filters);
    row->addLayout(progress, 1);
    connect(m_filters, &SegmentedControl::currentChanged, this, [this](int index) {
        m_model->setFilter(static_cast<MatrixTableModel::Filter>(index));
        noteCounts();
    });
    return strip;
}

QWidget *MatrixView::makeTable()
{
    m_stack = new QStackedWidget(this);
    auto *const splitter = new QSplitter(m_stack);
    splitter->setChildrenCollapsible(false);
    m_table = new MatrixTable(m_context.theme, m_context.colours, splitter);
    m_table->setObjectName(QStringLiteral("matrix.table"));
    m_table->setAccessibleName(tr("Cases and answers"));
    m_table->setModel(m_proxy);
    m_table->setMinimumWidth(m_context.theme.px(360));
    m_detail = new CellDetail(m_context.theme, m_context.markdown, splitter);
    m_detail->setMinimumWidth(m_context.theme.px(320));
    m_detail->hide();
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({900, 440});
    m_nothing = new ThemedLabel(m_context.theme, {}, Theme::Token::Ink2, m_stack);
    m_nothing->setObjectName(QStringLiteral("matrix.nothing"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_nothing);
    m_ballot = new BallotView(m_context, m_stack);
    m_stack->addWidget(m_ballot);
    connect(m_ballot, &BallotView::failed, this, &MatrixView::failed);
    connect(m_ballot, &BallotView::closed, this, [this] {
        m_ballot->end();
        m_stack->setCurrentIndex(Table);
        m_table->setFocus();
    });
    connect(m_table, &MatrixTable::opened, this, &MatrixView::openCell);
    connect(m_table, &MatrixTable::left, this, [this] {
        if (m_detail->isVisible())
            closeCell();
        else
            emit left();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &MatrixView::followCell);
    connect(m_detail, &CellDetail::closed, this, &MatrixView::closeCell);
    connect(m_detail, &CellDetail::runRequested, this, &MatrixView::runRequested);
    return m_stack;
}

void MatrixView::addActions()
{
    const QString category = tr("Evaluate");
    const auto add = [&](const QString &id, const QString &text, const QList<QKeySequence> &keys, auto slot) {
        connect(m_context.actions.add({id, text, category, keys}, this), &QAction::triggered, this, slot);
    };
    add(QStringLiteral("matrix.pause"), tr("Pause or resume the evaluation"),
        {QKeySequence(Qt::CTRL | Qt::Key_P)}, &MatrixView::pauseOrResume);
    add(QStringLiteral("matrix.again"), tr("Re-run the failed cells"), {QKeySequence(Qt::CTRL | Qt::Key_R)},
        &MatrixView::askFailedAgain);
    add(QStringLiteral("matrix.copy"), tr("Copy the evaluation as a table"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, &MatrixView::copyTable);
}

void MatrixView::setMatrix(Matrix *matrix)
{
    if (m_matrix)
        m_matrix->disconnect(this);
    ++m_cellGeneration;
    m_detail->hide();
    m_ballot->end();
    stopJudge();
    m_stack->setCurrentIndex(Table);
    m_matrix = matrix;
    m_model->setMatrix(nullptr);
    m_filters->setCurrent(0);
    if (!matrix)
        return;
    connect(matrix, &Matrix::loaded, this, &MatrixView::noteLoaded);
    connect(matrix, &Matrix::stateChanged, this, &MatrixView::noteState);
    connect(matrix, &Matrix::progressed, this, &MatrixView::noteProgress);
    if (matrix->state() == Matrix::State::Loading) {
        m_name->setFullText(tr("Loading …"));
        m_state->clear();
        m_money->clear();
    } else {
        noteLoaded();
    }
}

void MatrixView::noteLoaded()
{
    m_model->setMatrix(m_matrix);
    const QString task = m_matrix->record().task;
    m_name->setFullText(task.isEmpty() ? m_matrix->set().name
                                       : tr("%1 · %2", "set, task").arg(m_matrix->set().name, task));
    addUp();
    noteState();
    noteCounts();
    if (m_proxy->rowCount() > 0)
        m_table->setCurrentIndex(m_proxy->index(0, std::min(1, m_proxy->columnCount() - 1)));
}

void MatrixView::noteState()
{
    if (!m_matrix)
        return;
    const Matrix::State state = m_matrix->state();
    const bool runs = state == Matrix::State::Running || state == Matrix::State::Starting;
    m_pause->setText(runs ? tr("Pause") : tr("Resume"));
    m_pause->setVisible(state != Matrix::State::Finished && state != Matrix::State::Loading);
    m_pause->setEnabled(state != Matrix::State::Pausing);
    m_again->setVisible(state == Matrix::State::Finished || state == Matrix::State::Paused);
    m_export->setEnabled(state != Matrix::State::Loading);
    m_verdicts->setVisible(state != Matrix::State::Loading && m_matrix->targetCount() > 1);
    noteProgress();
    if (!runs)
        addUp();
}

void MatrixView::addUp()
{
    if (!m_matrix || m_matrix->state() == Matrix::State::Loading)
        return;
    m_proxy->setSums(core::sumTargets(
        m_matrix->caseCount(), m_matrix->targetCount(),
        [this](int at, int target) -> const core::MatrixCell & { return m_matrix->cell(at, target); }));
}

void MatrixView::noteCounts()
{
    using Filter = MatrixTableModel::Filter;
    const auto label = [this](Filter filter, const QString &word) {
        m_filters->setSegmentText(
            static_cast<int>(filter),
            tr("%1 %2", "filter, cases").arg(word, core::formatCount(m_model->count(filter))));
    };
    label(Filter::All, tr("All"));
    label(Filter::Failed, tr("Failed"));
    label(Filter::Errors, tr("Errors"));
    label(Filter::Different, tr("Different"));
    const bool none = m_model->rowCount() == 0 && m_model->matrix();
    if (none) {
        const Filter filter = m_model->filter();
        m_nothing->setText(filter == Filter::Failed       ? tr("No check has failed.")
                               : filter == Filter::Errors ? tr("Every cell that was asked has an answer.")
                                                          : tr("All models answered alike in every case."));
    }
    if (m_stack->currentIndex() != Ballot)
        m_stack->setCurrentIndex(none ? Nothing : Table);
    if (m_detail->isVisible() && m_table->currentIndex().isValid())
        followCell(m_table->currentIndex());
}

void MatrixView::report(const core::Result<void> &started)
{
    if (!started)
        emit failed(started.error());
}

void MatrixView::resume()
{
    if (m_matrix && m_matrix->state() == Matrix::State::Paused)
        report(m_matrix->start());
}

void MatrixView::pauseOrResume()
{
    if (!m_matrix)
        return;
    if (m_matrix->state() == Matrix::State::Running || m_matrix->state() == Matrix::State::Starting)
        m_matrix->pause();
    else
        resume();
}

void MatrixView::askFailedAgain()
{
    if (m_matrix && m_again->isVisible() && m_again->isEnabled())
        report(m_matrix->askFailedAgain());
}

void MatrixView::voteBlind()
{
    if (!m_matrix)
        return;
    closeCell();
    m_stack->setCurrentIndex(Ballot);
    m_ballot->begin(m_matrix);
}

void MatrixView::pickJudge()
{
    m_context.pickModel(m_verdicts, {}, [this](const core::TargetName &name) {
        if (m_matrix)
            m_judge->offer(m_matrix, name, this);
    });
}

void MatrixView::stopJudge()
{
    m_judge->stop();
    noteJudge();
}

void MatrixView::noteJudge()
{
    m_verdicts->setText(m_judge->isRunning()
                            ? tr("Judging %1 of %2").arg(m_judge->done() + 1).arg(m_judge->cases())
                            : tr("Verdicts"));
}

void MatrixView::takeFocus()
{
    m_table->setFocus();
}

void MatrixView::openCell(const QModelIndex &index)
{
    m_detail->show();
    followCell(index);
}

void MatrixView::followCell(const QModelIndex &index)
{
    if (!m_detail->isVisible() || !m_matrix || index.column() < 1)
        return;
    const int caseIndex = index.data(MatrixTableModel::CaseRole).toInt();
    const int target = index.data(MatrixTableModel::TargetRole).toInt();
    m_detail->showCell(m_proxy->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                       m_matrix->cell(caseIndex, target), caseIndex);
    const quint64 generation = ++m_cellGeneration;
    const auto read = core::continued(m_context.services.sets.cases(m_matrix->set().id, caseIndex, 1), this,
                                      [](const core::Result<QList<core::PromptCase>> &cases) {
                                          return cases ? cases->value(0) : core::PromptCase();
                                      });
    core::continued(read, this, [this, generation, caseIndex, target](const core::PromptCase &values) {
        if (generation != m_cellGeneration || !m_matrix)
            return;
        core::continued(m_context.services.matrices.cell(m_matrix->id(), caseIndex, target), this,
                        [this, generation, values](const core::Result<core::MatrixCellRecord> &record) {
                            if (generation != m_cellGeneration || !m_matrix)
                                return;
                            if (record)
                                m_detail->showTexts(*record, m_matrix->set().columns, values);
                            else
                                emit failed(record.error());
                        });
    });
}

void MatrixView::closeCell()
{
    m_detail->hide();
    m_table->setFocus();
}

void MatrixView::save(MatrixFormat format)
{
    if (!m_matrix)
        return;
    const QString name = QString(m_matrix->set().name).replace(QLatin1Char('/'), QLatin1Char('-'))
        + QLatin1Char('.') + core::matrixFormatSuffix(format);
    m_saver->make(*m_matrix, format, [this, name](const core::Result<QString> &document) {
        if (!document)
            return emit failed(document.error());
        saveText(
            this, tr("Export the evaluation"), name, [text = *document] { return text; },
            [this](const QString &file, const QString &error) {
                m_context.toasts.showMessage(error.isEmpty()
                                                 ? tr("Saved %1").arg(file)
                                                 : tr("%1 could not be saved: %2").arg(file, error));
            });
    });
}

void MatrixView::copyTable()
{
    if (!m_matrix)
        return;
    m_saver->make(*m_matrix, MatrixFormat::Table, [this](const core::Result<QString> &document) {
        if (!document)
            return emit failed(document.error());
        QGuiApplication::clipboard()->setText(*document);
        m_context.toasts.showMessage(tr("Copied as a table"));
    });
}

} // namespace ui
