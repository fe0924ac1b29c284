#include "ui/routes/routespage.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/routing/rulesetstore.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/actions.h"
#include "ui/routes/canvasframe.h"
#include "ui/routes/emptyroutes.h"
#include "ui/routes/routesbar.h"
#include "ui/routes/routesets.h"
#include "ui/routes/routeterms.h"
#include "ui/routes/ruleinspector.h"
#include "ui/routes/rulelist.h"
#include "ui/routes/trackcanvas.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

enum RoutesPlace { NoSet, OneSet };

// At the usual size of the window a rule, its target and a fallback are seen whole.
constexpr int kRuleListWidth = 176;
constexpr int kCanvasWidth = 878;
constexpr int kInspectorWidth = 300;
constexpr int kNarrowestCanvas = 260;
const QString kListView = QStringLiteral("list");
const QString kCanvasView = QStringLiteral("canvas");

} // namespace

RoutesPage::RoutesPage(const RoutesContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ofSet(new QActionGroup(this))
    , m_editor(new RuleEditor(context.ruleSets, context.book, this))
    , m_terms(new RouteTerms(context, this))
    , m_sets(new RouteSets(*m_editor, context, this))
    , m_bar(new RoutesBar(*m_editor, *m_sets, context, this))
    , m_problem(new MessagePanel(context.theme, this))
    , m_list(new RuleList(*m_editor, *m_terms, context, this))
    , m_canvas(new TrackCanvas(*m_editor, context, this))
    , m_frame(new CanvasFrame(m_canvas, context, this))
    , m_inspector(new RuleInspector(*m_editor, *m_terms, context, this))
    , m_anchor(new QWidget(m_frame))
{
    setObjectName(QStringLiteral("routesPage"));
    m_ofSet->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    build();
    wire();
    wireCanvas();
    addActions();
    addSetActions();
    openLast();
    showState();
}

RoutesPage::~RoutesPage()
{
    // What shows the editor goes before it: focus that moves on tells it what is selected.
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
}

void RoutesPage::build()
{
    m_problem->setObjectName(QStringLiteral("routes.problem"));
    m_problem->hide();
    m_anchor->resize(1, 1);
    m_anchor->hide();
    m_splitter = new QSplitter(this);
    m_splitter->setObjectName(QStringLiteral("routes.splitter"));
    m_splitter->setChildrenCollapsible(false);
    const auto measure = [this] {
        m_list->setMinimumWidth(m_context.theme.px(170));
        m_frame->setMinimumWidth(m_context.theme.px(kNarrowestCanvas));
        m_inspector->setMinimumWidth(m_context.theme.px(300));
    };
    measure();
    connect(&m_context.theme, &Theme::changed, this, measure);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_frame);
    m_splitter->addWidget(m_inspector);
    for (int part = 0; part < m_splitter->count(); ++part)
        m_splitter->setStretchFactor(part, part == 1 ? 1 : 0);
    sizeParts();
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyRoutes(*m_sets, m_context, m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    m_column->addWidget(m_bar);
    m_column->addWidget(m_problem);
    m_column->addWidget(m_stack, 1);
}

void RoutesPage::wire()
{
    connect(m_editor, &RuleEditor::reset, this, &RoutesPage::showState);
    connect(m_editor, &RuleEditor::failed, this,
            [this](const core::Error &error) { complain(tr("The rules could not be kept"), error); });
    connect(m_editor, &RuleEditor::activated, this, [this](int version) {
        m_problem->hide();
        m_context.toasts.showMessage(
            tr("Version %1 of “%2” runs now.").arg(QString::number(version), m_editor->name()));
    });
    connect(&m_context.accounts, &core::AccountStore::changed, m_editor, &RuleEditor::recheck);
    connect(&m_context.models, &core::ModelListStore::changed, m_editor, &RuleEditor::recheck);
    connect(m_sets, &RouteSets::failed, this, &RoutesPage::complain);
    connect(m_sets, &RouteSets::changed, this, &RoutesPage::showState);
    connect(m_sets, &RouteSets::opened, this, [this] {
        m_problem->hide();
        showState(); // what is said of this set
        if (isVisible())
            m_list->takeFocus();
    });
    connect(m_list, &RuleList::wanted, this, &RoutesPage::wanted);
    connect(m_list, &RuleList::ruleActivated, m_inspector, &RuleInspector::takeFocus);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        if (m_bar->view() == RoutesBar::View::Canvas)
            m_context.settings.set(core::settings::kRouteSplitter, m_splitter->saveState());
    });
    connect(m_bar, &RoutesBar::viewChosen, this, [this](RoutesBar::View view) {
        const bool list = view == RoutesBar::View::List;
        showList(list);
        m_context.settings.set(core::settings::kRouteView, list ? kListView : kCanvasView);
    });
    const bool list = m_context.settings.get(core::settings::kRouteView) == kListView;
    m_bar->setView(list ? RoutesBar::View::List : RoutesBar::View::Canvas);
    showList(list);
}

void RoutesPage::wireCanvas()
{
    connect(m_canvas, &TrackCanvas::ruleActivated, this, [this](qsizetype rule) {
        m_editor->select({rule, -1});
        m_inspector->takeFocus();
    });
    connect(m_canvas, &TrackCanvas::targetActivated, this, [this](const RulePlace &place) {
        m_editor->select(place);
        m_inspector->takeFocus();
    });
    connect(m_canvas, &TrackCanvas::targetWanted, this, &RoutesPage::pickTarget);
    connect(m_canvas, &TrackCanvas::ruleWanted, m_list, &RuleList::addRuleAt);
}

QAction *RoutesPage::addAction(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                               const std::function<void()> &handler)
{
    QAction *const action =
        m_context.actions.add({QStringLiteral("routes.") % id, text, tr("Routes"), keys}, this);
    connect(action, &QAction::triggered, this, [this, handler] {
        if (!isVisible())
            emit wanted();
        handler();
    });
    return action;
}

void RoutesPage::needsSet(QAction *action)
{
    m_ofSet->addAction(action);
}

void RoutesPage::addActions()
{
    const auto add = [this](const char *id, const QString &text, const QList<QKeySequence> &keys,
                            const std::function<void()> &handler) {
        needsSet(addAction(QLatin1StringView(id), text, keys, handler));
    };
    add("undo", tr("Undo the change of rules"), {QKeySequence(Qt::CTRL | Qt::Key_Z)},
        [this] { m_editor->undoStack().undo(); });
    add("redo", tr("Redo the change of rules"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
        [this] { m_editor->undoStack().redo(); });
    add("activate", tr("Activate the rules"), {QKeySequence(Qt::CTRL | Qt::Key_Return)},
        [this] { m_bar->askForActivation(); });
    add("discard", tr("Discard the changes of the draft"), {}, [this] { m_editor->revert(); });
    add("view", tr("Show the tracks, or only the list"), {QKeySequence(Qt::CTRL | Qt::Key_T)}, [this] {
        m_bar->setView(m_bar->view() == RoutesBar::View::List ? RoutesBar::View::Canvas
                                                              : RoutesBar::View::List);
    });
    add("addCondition", tr("Add a condition to the rule"), {}, [this] { m_inspector->addCondition(); });
    add("addTarget", tr("Add a target to the rule"), {}, [this] { m_inspector->addTarget(); });
    add("zoomIn", tr("Make the tracks larger"), {}, [this] { m_frame->zoomIn(); });
    add("zoomOut", tr("Make the tracks smaller"), {}, [this] { m_frame->zoomOut(); });
    add("zoomFit", tr("Show all tracks"), {}, [this] { m_frame->zoomFit(); });
    addAction(QStringLiteral("nextPart"), tr("Go to the next part of the page"), {QKeySequence(Qt::Key_F6)},
              [this] { focusNextPart(); });
    for (QAction *action : m_list->ruleActions())
        needsSet(action);
}

void RoutesPage::addSetActions()
{
    addAction(QStringLiteral("sets"), tr("Choose a rule set"), {QKeySequence(Qt::CTRL | Qt::Key_O)},
              [this] { m_bar->openSets(); });
    addAction(QStringLiteral("newSet"), tr("Make a new rule set"), {QKeySequence(Qt::CTRL | Qt::Key_N)},
              [this] { m_sets->addEmpty(); });
    needsSet(
        addAction(QStringLiteral("renameSet"), tr("Rename the rule set"), {}, [this] { m_sets->rename(); }));
    needsSet(addAction(QStringLiteral("duplicateSet"), tr("Duplicate the rule set"), {},
                       [this] { m_sets->duplicate(); }));
    needsSet(
        addAction(QStringLiteral("removeSet"), tr("Delete the rule set"), {}, [this] { m_sets->remove(); }));
}

void RoutesPage::openLast()
{
    const QStringList names = m_sets->names();
    const QString last = m_context.settings.get(core::settings::kRouteSet);
    if (names.contains(last))
        m_editor->open(last);
    else if (!names.isEmpty())
        m_editor->open(names.constFirst());
}

void RoutesPage::showState()
{
    m_stack->setCurrentIndex(m_editor->isOpen() ? OneSet : NoSet);
    m_ofSet->setEnabled(m_editor->isOpen());
    if (m_foot)
        m_foot->setVisible(m_editor->isOpen());
    const core::RuleSetEntry *const entry = m_context.ruleSets.find(m_editor->name());
    const bool isUnreadable = entry && !entry->problem.isEmpty();
    if (isUnreadable)
        m_problem->setMessage(MessagePanel::Kind::Warn, tr("A part of “%1” cannot be read").arg(entry->name),
                              entry->problem,
                              entry->draft ? QString()
                                           : tr("A draft that cannot be read becomes a version of its own "
                                                "with the first change here."));
    else if (m_saysUnreadable)
        m_problem->hide();
    m_saysUnreadable = isUnreadable;
}

/// Without the canvas the inspector has the room.
void RoutesPage::showList(bool list)
{
    if (list == m_frame->isHidden())
        return;
    m_frame->setVisible(!list);
    m_splitter->setStretchFactor(m_splitter->indexOf(m_inspector), list ? 1 : 0);
    if (!list)
        sizeParts();
}

void RoutesPage::sizeParts()
{
    if (!m_splitter->restoreState(m_context.settings.get(core::settings::kRouteSplitter)))
        m_splitter->setSizes({m_context.theme.px(kRuleListWidth), m_context.theme.px(kCanvasWidth),
                              m_context.theme.px(kInspectorWidth)});
}

void RoutesPage::enter()
{
    m_terms->reload();
    if (!m_editor->isOpen())
        openLast();
    m_editor->recheck();
    if (m_editor->isOpen())
        m_list->takeFocus();
    else
        m_empty->takeFocus();
}

void RoutesPage::find()
{
    if (m_editor->isOpen())
        m_list->findModel();
}

/// From the list to the tracks, to the inspector, to the foot and around.
void RoutesPage::focusNextPart()
{
    const QWidget *const focus = QApplication::focusWidget();
    if (!m_editor->isOpen())
        m_empty->takeFocus();
    else if (focus && m_list->isAncestorOf(focus) && m_frame->isVisible())
        m_canvas->setFocus(Qt::OtherFocusReason);
    else if (focus && (m_list->isAncestorOf(focus) || m_frame->isAncestorOf(focus)))
        m_inspector->takeFocus();
    else if (focus && m_foot && m_inspector->isAncestorOf(focus))
        m_foot->setFocus(Qt::OtherFocusReason);
    else
        m_list->takeFocus();
}

void RoutesPage::openSet(const QString &name)
{
    m_sets->open(name);
}

void RoutesPage::addSet(const core::RuleSet &rules)
{
    m_sets->add(rules);
}

void RoutesPage::setFoot(QWidget *foot)
{
    m_foot = foot;
    m_column->addWidget(foot);
    foot->setVisible(m_editor->isOpen());
}

void RoutesPage::complain(const QString &title, const core::Error &error)
{
    m_problem->setMessage(MessagePanel::Kind::Bad, title, error.message);
}

void RoutesPage::pickTarget(const ChainPlace &place, const QPoint &at)
{
    QStringList inUse;
    for (const core::ChainTarget &target : m_editor->rule(place.rule).chain.targets)
        inUse.append(target.name.toString());
    for (const core::Fallback &fallback : m_editor->rule(place.rule).chain.fallbacks)
        inUse.append(fallback.target.name.toString());
    m_anchor->move(m_frame->mapFromGlobal(at));
    m_context.pickTarget(m_anchor, inUse, [this, place](const core::TargetName &name) {
        core::ChainTarget target;
        target.name = name;
        m_editor->insertTarget(place, target);
    });
}

} // namespace ui
