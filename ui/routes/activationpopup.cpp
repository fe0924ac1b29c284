#include "ui/routes/activationpopup.h"

#include "core/routing/rulesetdiff.h"
#include "ui/routes/routewords.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize kActivationSize(420, 330);

} // namespace

ActivationPopup::ActivationPopup(RuleEditor &editor, const RoutesContext &context, QWidget *parent)
    : Popup(context.theme, kActivationSize, parent)
    , m_editor(editor)
    , m_context(context)
    , m_title(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_changes(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_comment(new QLineEdit(this))
    , m_check(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_cancel(new FlatButton(context.theme, tr("Cancel"), FlatButton::Look::Outlined, this))
    , m_activate(new PrimaryButton(context.theme, {}, this))
{
    setObjectName(QStringLiteral("activation"));
    m_title->setType(1.15, QFont::DemiBold);
    m_title->setWordWrap(true);
    m_changes->setObjectName(QStringLiteral("activation.changes"));
    m_changes->setTextFormat(Qt::PlainText);
    m_changes->setWordWrap(true);
    m_changes->setAlignment(Qt::AlignTop);
    m_comment->setObjectName(QStringLiteral("activation.comment"));
    m_comment->setAccessibleName(tr("Comment on this version"));
    m_comment->setPlaceholderText(tr("What changes, and why (optional)"));
    m_check->setObjectName(QStringLiteral("activation.check"));
    m_check->setType(0.92);
    m_check->setWordWrap(true);
    m_cancel->setObjectName(QStringLiteral("activation.cancel"));
    m_activate->setObjectName(QStringLiteral("activation.activate"));
    auto *const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_changes);
    showThrough(*scroll);
    auto *const comment = new ThemedLabel(context.theme, tr("&Comment"), Theme::Token::Ink2, this);
    comment->setBuddy(m_comment);
    auto *const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_activate);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(scroll, 1);
    column->addWidget(comment);
    column->addWidget(m_comment);
    column->addWidget(m_check);
    column->addLayout(buttons);
    connect(m_cancel, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_activate, &QPushButton::clicked, this, &ActivationPopup::activate);
}

void ActivationPopup::ask(const QWidget *anchor)
{
    m_editor.checkNow();
    m_comment->clear();
    describe();
    openBelow(anchor);
    m_comment->setFocus(Qt::PopupFocusReason);
}

QString ActivationPopup::changesInWords() const
{
    const core::RuleSetEntry *const entry = m_context.ruleSets.find(m_editor.name());
    if (!entry || !entry->active)
        return tr("It is the first version of this set that runs.");
    QStringList lines;
    for (const core::RuleChange &change : core::diffRuleSets(*entry->active, m_editor.rules()))
        lines.append(RouteWords::change(change));
    return lines.join(QLatin1Char('\n'));
}

void ActivationPopup::describe()
{
    m_title->setText(
        tr("Activate version %1 of “%2”").arg(QString::number(m_editor.nextVersion()), m_editor.name()));
    setAccessibleName(m_title->text());
    m_activate->setText(tr("&Activate v%1", "version").arg(m_editor.nextVersion()));
    m_activate->setEnabled(m_editor.canRun());
    QStringList lines{changesInWords()};
    for (const core::RuleProblem &problem : m_editor.problems()) {
        if (problem.kind != core::RuleProblem::Kind::Invalid)
            continue;
        lines = {tr("The set cannot run so: %1").arg(problem.text)};
        if (problem.rule >= 0)
            lines.append(tr("See the rule “%1”.").arg(m_editor.rule(problem.rule).name));
        break;
    }
    m_changes->setInk(m_editor.canRun() ? Theme::Token::Ink2 : Theme::Token::Bad);
    m_changes->setText(lines.join(QLatin1Char('\n')));
    const bool checked = m_editor.isChecked();
    m_check->setInk(checked ? Theme::Token::Good : Theme::Token::Warn);
    m_check->setText(checked ? tr("These rules went through a quality check; the activation records that.")
                             : tr("No quality check was made of these rules. That is allowed; the activation "
                                  "records it."));
}

void ActivationPopup::activate()
{
    if (!m_activate->isEnabled())
        return;
    hide();
    m_editor.activate(m_comment->text().trimmed());
}

void ActivationPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return Popup::keyPressEvent(event);
    if (m_cancel->hasFocus())
        hide();
    else
        activate();
}

} // namespace ui
