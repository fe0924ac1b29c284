#include "ui/routes/routesbar.h"

#include "ui/routes/activationpopup.h"
#include "ui/routes/routesets.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QLayout>
#include <QMenu>

namespace ui {

namespace {

constexpr int kSetNameWidth = 170;
constexpr int kNarrowestBar = 600;

} // namespace

RoutesBar::RoutesBar(RuleEditor &editor, RouteSets &sets, const RoutesContext &context, QWidget *parent)
    : PageBar(context.theme, tr("Routes"), parent), m_editor(editor), m_sets(sets), m_context(context)
{
    setObjectName(QStringLiteral("routes.bar"));
    m_set = addButton(QString(), "routes.set");
    m_set->setTextLimit(kSetNameWidth);
    m_set->setMenu(new QMenu(m_set));
    m_set->menu()->setToolTipsVisible(true);
    m_active = new Pill(context.theme, {}, Theme::Token::Good, this);
    m_active->setObjectName(QStringLiteral("routes.active"));
    m_draft = new Pill(context.theme, {}, Theme::Token::Warn, this);
    m_draft->setObjectName(QStringLiteral("routes.draft"));
    m_views = new SegmentedControl(context.theme, this);
    m_views->setObjectName(QStringLiteral("routes.view"));
    m_views->setAccessibleName(tr("View"));
    m_views->addSegment(tr("Tracks"), tr("The rules drawn as tracks"));
    m_views->addSegment(tr("List"), tr("Without the drawing: the list and everything about one rule"));
    addWidget(m_active);
    addWidget(m_draft);
    addStretch();
    addWidget(m_views);
    makeButtons();
    m_activation = new ActivationPopup(editor, context, this);
    wire();
    showMenus();
    describe();
    describeHistory();
}

FlatButton *RoutesBar::addButton(const QString &text, const char *objectName)
{
    auto *const button = new FlatButton(m_context.theme, text, FlatButton::Look::Outlined, this);
    button->setObjectName(QLatin1StringView(objectName));
    addWidget(button);
    return button;
}

void RoutesBar::makeButtons()
{
    m_undo = new FlatButton(m_context.theme, Icon::Undo, tr("Undo"), this);
    m_undo->setObjectName(QStringLiteral("routes.undoButton"));
    m_redo = new FlatButton(m_context.theme, Icon::Redo, tr("Redo"), this);
    m_redo->setObjectName(QStringLiteral("routes.redoButton"));
    addWidget(m_undo);
    addWidget(m_redo);
    m_versions = addButton(tr("&Versions"), "routes.versions");
    m_versionsMenu = new QMenu(tr("&Versions"), this);
    m_versions->setMenu(m_versionsMenu);
    m_backTest = addButton(tr("&Back-test"), "routes.backTest");
    m_export = addButton(tr("E&xport"), "routes.export");
    m_exportMenu = new QMenu(tr("E&xport"), this);
    m_export->setMenu(m_exportMenu);
    m_more = addButton(tr("&More"), "routes.more");
    m_more->setMenu(new QMenu(m_more));
    m_activate = new PrimaryButton(m_context.theme, {}, this);
    m_activate->setObjectName(QStringLiteral("routes.activate"));
    addWidget(m_activate);
}

void RoutesBar::wire()
{
    const QUndoStack &history = m_editor.undoStack();
    connect(m_set->menu(), &QMenu::aboutToShow, this, [this] { m_sets.fill(m_set->menu()); });
    connect(m_views, &SegmentedControl::currentChanged, this, [this] { emit viewChosen(view()); });
    connect(m_undo, &QToolButton::clicked, &history, &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, &history, &QUndoStack::redo);
    connect(m_backTest, &QToolButton::clicked, this, &RoutesBar::backTestRequested);
    connect(m_activate, &QPushButton::clicked, this, &RoutesBar::askForActivation);
    connect(m_more->menu(), &QMenu::aboutToShow, this, [this] {
        QMenu *const menu = m_more->menu();
        menu->clear();
        if (m_canBackTest)
            menu->addAction(tr("&Back-test"), this, &RoutesBar::backTestRequested);
        for (QMenu *part : {m_versionsMenu, m_exportMenu}) {
            if (!part->isEmpty())
                menu->addMenu(part);
        }
    });
    for (auto signal : {&QUndoStack::undoTextChanged, &QUndoStack::redoTextChanged})
        connect(&history, signal, this, &RoutesBar::describeHistory);
    for (auto signal : {&QUndoStack::canUndoChanged, &QUndoStack::canRedoChanged})
        connect(&history, signal, this, &RoutesBar::describeHistory);
    connect(&m_editor, &RuleEditor::stateChanged, this, &RoutesBar::describe);
    connect(&m_editor, &RuleEditor::problemsChanged, this, &RoutesBar::describe);
    connect(&m_context.theme, &Theme::changed, this, &RoutesBar::fit);
}

void RoutesBar::describe()
{
    const bool isOpen = m_editor.isOpen();
    const int active = m_editor.activeVersion();
    const int changes = m_editor.changes();
    m_set->setText(isOpen ? m_editor.name() : tr("No rule set"));
    m_set->setToolTip(isOpen ? m_editor.name() : QString());
    m_set->setAccessibleName(tr("Rule set: %1").arg(m_set->text()));
    m_active->setText(tr("active · v%1", "version").arg(active));
    m_active->setAccessibleName(m_active->text());
    m_active->setVisible(isOpen && active > 0);
    m_draft->setText(active > 0 ? tr("draft: %n changes", nullptr, changes) : tr("draft, never active"));
    m_draft->setAccessibleName(m_draft->text());
    m_draft->setVisible(isOpen && m_editor.isChanged());
    m_activate->setText(tr("&Activate v%1", "version").arg(m_editor.nextVersion()));
    m_activate->setEnabled(m_editor.isChanged());
    m_activate->setToolTip(m_editor.isChanged() ? tr("Let calls go by these rules from now on")
                                                : tr("The version that runs has no changes"));
    for (QWidget *part : {static_cast<QWidget *>(m_views), static_cast<QWidget *>(m_undo),
                          static_cast<QWidget *>(m_redo), static_cast<QWidget *>(m_activate)})
        part->setVisible(isOpen);
    fit();
}

void RoutesBar::describeHistory()
{
    const QUndoStack &history = m_editor.undoStack();
    const auto describeOne = [](FlatButton *button, bool can, const QString &what, const QString &name) {
        button->setEnabled(can);
        button->setToolTip(what.isEmpty() ? name : tr("%1: %2", "undo or redo and what").arg(name, what));
        button->setAccessibleName(button->toolTip());
    };
    describeOne(m_undo, history.canUndo(), history.undoText(), tr("Undo"));
    describeOne(m_redo, history.canRedo(), history.redoText(), tr("Redo"));
}

RoutesBar::View RoutesBar::view() const
{
    return m_views->current() == 1 ? View::List : View::Canvas;
}

void RoutesBar::setView(View view)
{
    m_views->setCurrent(view == View::List ? 1 : 0);
}

void RoutesBar::showMenus()
{
    fit();
}

void RoutesBar::offerBackTest()
{
    m_canBackTest = true;
    fit();
}

void RoutesBar::fit()
{
    const bool isOpen = m_editor.isOpen();
    const QList<QPair<FlatButton *, bool>> tools{{m_versions, !m_versionsMenu->isEmpty()},
                                                 {m_backTest, m_canBackTest},
                                                 {m_export, !m_exportMenu->isEmpty()}};
    int wanted = 0;
    for (int at = 0; at < layout()->count(); ++at) {
        const QWidget *const part = layout()->itemAt(at)->widget();
        if (part && !part->isHidden() && part != m_more
            && std::none_of(tools.cbegin(), tools.cend(),
                            [part](const auto &tool) { return tool.first == part; }))
            wanted += part->sizeHint().width() + layout()->spacing();
    }
    int useful = 0;
    for (const auto &[tool, there] : tools) {
        if (there) {
            wanted += tool->sizeHint().width() + layout()->spacing();
            ++useful;
        }
    }
    const QMargins margins = layout()->contentsMargins();
    const bool narrow = isVisible() && wanted + margins.left() + margins.right() > width();
    for (const auto &[tool, there] : tools)
        tool->setVisible(isOpen && there && !narrow);
    m_more->setVisible(isOpen && narrow && useful > 0);
}

QSize RoutesBar::minimumSizeHint() const
{
    return {m_context.theme.px(kNarrowestBar), PageBar::minimumSizeHint().height()};
}

void RoutesBar::resizeEvent(QResizeEvent *event)
{
    PageBar::resizeEvent(event);
    fit();
}

void RoutesBar::showEvent(QShowEvent *event)
{
    PageBar::showEvent(event);
    fit();
}

void RoutesBar::askForActivation()
{
    if (m_editor.isOpen() && m_editor.isChanged())
        m_activation->ask(m_activate);
}

void RoutesBar::openSets()
{
    m_set->menu()->popup(m_set->mapToGlobal(QPoint(0, m_set->height())));
}

} // namespace ui
