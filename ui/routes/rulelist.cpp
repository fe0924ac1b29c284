#include "ui/routes/rulelist.h"

#include "ui/actions.h"
#include "ui/routes/conditionvalues.h"
#include "ui/routes/modelpalette.h"
#include "ui/routes/problemlist.h"
#include "ui/routes/routeterms.h"
#include "ui/routes/ruledelegate.h"
#include "ui/routes/rulelistmodel.h"
#include "ui/routes/typing.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace ui {

RuleView::RuleView(const Theme &theme, QWidget *parent) : QListView(parent)
{
    setItemDelegate(new RuleDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setResizeMode(Adjust);
    setSizeAdjustPolicy(AdjustToContents);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setMouseTracking(true);
    setEditTriggers(EditKeyPressed);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void RuleView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        scheduleDelayedItemsLayout();
}

RuleList::RuleList(RuleEditor &editor, const RouteTerms &terms, const RoutesContext &context, QWidget *parent)
    : Surface(context.theme, Theme::Token::Panel, Right, parent)
    , m_editor(editor)
    , m_context(context)
    , m_model(new RuleListModel(editor, this))
    , m_view(new RuleView(context.theme, this))
    , m_add(new FlatButton(context.theme, tr("+ &Rule"), FlatButton::Look::Flat, this))
{
    setObjectName(QStringLiteral("rules"));
    auto *const heading =
        new ThemedLabel(context.theme, tr("Rules, first match wins"), Theme::Token::Ink, this);
    heading->setType(1.0, QFont::DemiBold);
    heading->setWordWrap(true);
    heading->setContentsMargins(8, 0, 8, 0);
    m_view->setObjectName(QStringLiteral("rules.list"));
    m_view->setAccessibleName(tr("Rules, first match wins"));
    m_view->setModel(m_model);
    m_add->setObjectName(QStringLiteral("rules.add"));
    m_add->setAccessibleName(tr("Add a rule"));
    m_add->setToolTip(tr("Add a rule behind the selected one (%1)")
                          .arg(QKeySequence(Qt::Key_Insert).toString(QKeySequence::NativeText)));
    auto *const problems = new ProblemList(editor, context, this);
    m_models = new ModelPalette(editor, terms, context, this);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(8, 16, 9, 8);
    column->setSpacing(6);
    column->addWidget(heading);
    column->addWidget(m_view);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    column->addStretch(1);
    column->addWidget(problems);
    column->addWidget(m_models);
    addActions();
    connect(m_add, &QToolButton::clicked, this, &RuleList::addRule);
    connect(problems, &ProblemList::followed, this, &RuleList::ruleActivated);
    connect(m_view, &QListView::activated, this, &RuleList::ruleActivated);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                // While a row goes the places are not those of the editor.
                const bool settled = m_model->rowCount() == m_editor.rules().rules.size() + 1;
                if (settled && now.isValid() && now.row() != m_editor.selection().rule)
                    m_editor.select({now.row(), -1});
            });
    connect(&editor, &RuleEditor::selectionChanged, this, &RuleList::followEditor);
    connect(&editor, &RuleEditor::changed, this, &RuleList::followEditor);
    followEditor();
}

void RuleList::addActions()
{
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &key, auto handler) {
        QAction *const action =
            m_context.actions.add({QStringLiteral("routes.") % id, text, tr("Routes"), {key}}, m_view);
        connect(action, &QAction::triggered, this, [this, handler] {
            if (m_view->isEditing())
                return;
            if (!isVisible())
                emit wanted();
            handler();
        });
    };
    add(QStringLiteral("addRule"), tr("Add a rule"), QKeySequence(Qt::Key_Insert), [this] { addRule(); });
    add(QStringLiteral("renameRule"), tr("Rename the rule"), QKeySequence(Qt::Key_F2), [this] { rename(); });
    add(QStringLiteral("duplicateRule"), tr("Duplicate the rule"), QKeySequence(Qt::CTRL | Qt::Key_D),
        [this] { m_editor.duplicateRule(current()); });
    add(QStringLiteral("toggleRule"), tr("Switch the rule on or off"), QKeySequence(Qt::Key_Space), [this] {
        if (current() >= 0 && !m_editor.isDefault(current()))
            m_editor.setRuleOn(current(), !m_editor.rule(current()).on);
    });
    add(QStringLiteral("moveRuleUp"), tr("Move the rule up"), QKeySequence(Qt::ALT | Qt::Key_Up),
        [this] { move(-1); });
    add(QStringLiteral("moveRuleDown"), tr("Move the rule down"), QKeySequence(Qt::ALT | Qt::Key_Down),
        [this] { move(1); });
    add(QStringLiteral("removeRule"), tr("Remove the rule"), QKeySequence(Qt::Key_Delete),
        [this] { m_editor.removeRule(current()); });
}

qsizetype RuleList::current() const
{
    return m_editor.selection().rule;
}

void RuleList::followEditor()
{
    const qsizetype rule = current();
    if (m_view->currentIndex().row() == rule)
        return;
    const QModelIndex index = m_model->index(static_cast<int>(rule));
    m_view->setCurrentIndex(index);
}

void RuleList::takeFocus()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

void RuleList::addRule()
{
    const qsizetype behind = current();
    addRuleAt(behind < 0 || m_editor.isDefault(behind) ? m_editor.rules().rules.size() : behind + 1);
}

void RuleList::addRuleAt(qsizetype place)
{
    if (!m_editor.isOpen())
        return;
    core::Rule rule;
    rule.when = core::allOf({core::testCondition(freshTest(core::Field::Task))});
    m_editor.endTyping();
    m_editor.insertRule(place, rule, TypingNewRule);
    rename();
}

void RuleList::rename()
{
    followEditor();
    if (!m_view->currentIndex().isValid())
        return;
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->edit(m_view->currentIndex());
}

void RuleList::setDecision(const std::optional<core::Decision> &decision)
{
    m_model->setDecision(decision);
}

void RuleList::findModel()
{
    m_models->open();
}

QList<QAction *> RuleList::ruleActions() const
{
    return m_view->actions();
}

void RuleList::move(qsizetype by)
{
    const qsizetype to = current() + by;
    if (to >= 0 && to < m_editor.rules().rules.size())
        m_editor.moveRule(current(), to);
}

} // namespace ui
