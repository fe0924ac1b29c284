#include "ui/routes/versionswindow.h"

#include "core/base/continuation.h"
#include "core/models/ledgerwords.h"
#include "core/routing/rulesetdiff.h"
#include "ui/routes/routewords.h"
#include "ui/routes/wordcombo.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/themedlabel.h"

#include <QListWidget>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize kVersionsSize(760, 480);
constexpr int kVersionRole = Qt::UserRole + 1;

QString exactTime(qint64 atMs)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(atMs), QLocale::ShortFormat);
}

} // namespace

VersionsWindow::VersionsWindow(RuleEditor &editor, const RoutesContext &context, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_context(context)
    , m_list(new QListWidget(this))
    , m_title(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_comment(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_other(new WordCombo(context.theme, this))
    , m_diff(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_problem(new MessagePanel(context.theme, this))
    , m_restore(new FlatButton(context.theme, tr("&Edit as draft"), FlatButton::Look::Outlined, this))
    , m_activate(new PrimaryButton(context.theme, {}, this))
{
    setObjectName(QStringLiteral("versions"));
    resize(context.theme.px(kVersionsSize.width()), context.theme.px(kVersionsSize.height()));
    build();
    wire();
    describe();
}

void VersionsWindow::build()
{
    m_problem->setObjectName(QStringLiteral("versions.problem"));
    m_problem->hide();
    m_list->setObjectName(QStringLiteral("versions.list"));
    m_list->setAccessibleName(tr("Versions"));
    m_list->setItemDelegate(new RowDelegate(m_context.theme, m_list));
    m_list->setWordWrap(true);
    m_list->setMinimumWidth(m_context.theme.px(220));
    m_title->setObjectName(QStringLiteral("versions.title"));
    m_title->setType(1.15, QFont::DemiBold);
    m_comment->setObjectName(QStringLiteral("versions.about"));
    m_diff->setObjectName(QStringLiteral("versions.diff"));
    m_diff->setAlignment(Qt::AlignTop);
    for (ThemedLabel *label : {m_title, m_comment, m_diff}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_diff->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_other->setObjectName(QStringLiteral("versions.other"));
    m_other->setAccessibleName(tr("Compare with"));
    m_restore->setObjectName(QStringLiteral("versions.restore"));
    m_restore->setToolTip(tr("Put these rules in the place of the draft; undo brings that back"));
    m_activate->setObjectName(QStringLiteral("versions.activate"));
    m_activate->setAutoDefault(false);
    auto *const compared =
        new ThemedLabel(m_context.theme, tr("What &differs from"), Theme::Token::Ink2, this);
    compared->setBuddy(m_other);
    auto *const with = new QHBoxLayout;
    with->addWidget(compared);
    with->addWidget(m_other);
    with->addStretch(1);
    auto *const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_diff);
    auto *const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_restore);
    buttons->addWidget(m_activate);
    auto *const side = new QWidget(this);
    auto *const column = new QVBoxLayout(side);
    column->setContentsMargins(12, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_comment);
    column->addLayout(with);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
    putTogether(side);
}

void VersionsWindow::putTogether(QWidget *side)
{
    auto *const splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(side);
    splitter->setStretchFactor(1, 1);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(12);
    rows->addWidget(m_problem);
    rows->addWidget(splitter, 1);
}

void VersionsWindow::wire()
{
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        fillOthers();
        describe();
    });
    connect(m_other, &QComboBox::currentIndexChanged, this, &VersionsWindow::describe);
    connect(m_restore, &QToolButton::clicked, this, &VersionsWindow::restore);
    connect(m_activate, &QPushButton::clicked, this, &VersionsWindow::activate);
    const auto follow = [this] {
        if (isVisible())
            reload();
    };
    connect(&m_context.ruleSets, &core::RuleSetStore::changed, this, follow);
    connect(&m_editor, &RuleEditor::reset, this, follow);
    connect(&m_editor, &RuleEditor::changed, this, [this] {
        if (isVisible())
            describe();
    });
}

void VersionsWindow::open()
{
    m_problem->hide();
    reload();
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

void VersionsWindow::reload()
{
    const QString name = m_editor.name();
    setWindowTitle(tr("Versions of “%1”").arg(name));
    setAccessibleName(windowTitle());
    const auto complain = [this](const core::Error &error) {
        m_problem->setMessage(MessagePanel::Kind::Bad, tr("The versions could not be read"), error.message);
    };
    core::continued(m_context.ruleSets.activations(name), this,
                    [this, name, complain](const core::Result<QList<core::Activation>> &activations) {
                        if (!activations)
                            return complain(activations.error());
                        if (name != m_editor.name())
                            return;
                        m_activations = *activations;
                        core::continued(m_context.ruleSets.versions(name), this,
                                        [this, name, complain](
                                            const core::Result<QList<core::RuleSetVersion>> &versions) {
                                            if (!versions)
                                                return complain(versions.error());
                                            if (name != m_editor.name())
                                                return;
                                            m_versions = *versions;
                                            fill();
                                        });
                    });
}

void VersionsWindow::fill()
{
    const core::RuleSetVersion *const before = current();
    const int chosen = before ? before->number : 0;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        const qint64 nowMs = m_context.clock.utcMs();
        for (const core::RuleSetVersion &version : std::as_const(m_versions)) {
            QStringList lines{version.number == m_editor.activeVersion()
                                  ? tr("v%1, active", "version").arg(version.number)
                                  : tr("v%1", "version").arg(version.number),
                              core::LedgerWords::ago(version.savedAtMs, nowMs, QTimeZone::systemTimeZone())};
            if (!version.comment.isEmpty())
                lines.append(version.comment);
            auto *const item = new QListWidgetItem(lines.join(QLatin1Char('\n')), m_list);
            item->setData(kVersionRole, version.number);
            item->setToolTip(exactTime(version.savedAtMs));
            if (version.number == chosen)
                m_list->setCurrentItem(item);
        }
        if (m_list->currentRow() < 0 && m_list->count() > 0)
            m_list->setCurrentRow(0);
    }
    fillOthers();
    describe();
}

const core::RuleSetVersion *VersionsWindow::current() const
{
    const QListWidgetItem *const item = m_list->currentItem();
    const int number = item ? item->data(kVersionRole).toInt() : 0;
    const auto found =
        std::find_if(m_versions.cbegin(), m_versions.cend(),
                     [number](const core::RuleSetVersion &each) { return each.number == number; });
    return found == m_versions.cend() ? nullptr : &*found;
}

/// The version before is what one looks for first.
void VersionsWindow::fillOthers()
{
    const core::RuleSetVersion *const chosen = current();
    const QSignalBlocker quiet(m_other);
    m_other->clear();
    m_other->addItem(tr("the draft"), 0);
    int before = 0;
    for (const core::RuleSetVersion &version : std::as_const(m_versions)) {
        if (!chosen || version.number == chosen->number || !version.problem.isEmpty())
            continue;
        m_other->addItem(version.number == m_editor.activeVersion()
                             ? tr("version %1, active").arg(version.number)
                             : tr("version %1").arg(version.number),
                         version.number);
        if (version.number < chosen->number)
            before = std::max(before, version.number);
    }
    m_other->showData(before);
}

const core::RuleSet *VersionsWindow::other() const
{
    if (m_other->data() == 0)
        return &m_editor.rules();
    for (const core::RuleSetVersion &version : m_versions) {
        if (version.number == m_other->data())
            return &version.rules;
    }
    return nullptr;
}

QString VersionsWindow::activationsOf(int version) const
{
    QStringList times;
    for (const core::Activation &activation : m_activations) {
        if (activation.version != version)
            continue;
        times.append(
            activation.checked
                ? tr("%1, with a quality check", "when it was activated").arg(exactTime(activation.atMs))
                : exactTime(activation.atMs));
    }
    return times.isEmpty() ? tr("It was never active.")
                           : tr("Activated: %1.").arg(times.join(QStringLiteral("; ")));
}

QString VersionsWindow::about(const core::RuleSetVersion &version) const
{
    QStringList lines;
    if (!version.comment.isEmpty())
        lines.append(version.comment);
    lines.append(tr("Saved: %1.").arg(exactTime(version.savedAtMs)));
    lines.append(activationsOf(version.number));
    if (!version.problem.isEmpty())
        lines.append(version.problem);
    return lines.join(QLatin1Char('\n'));
}

void VersionsWindow::describe()
{
    const core::RuleSetVersion *const chosen = current();
    const bool readable = chosen && chosen->problem.isEmpty();
    const bool isActive = chosen && chosen->number == m_editor.activeVersion();
    m_restore->setEnabled(readable);
    m_activate->setEnabled(readable && !isActive);
    m_activate->setText(chosen ? tr("&Activate v%1", "version").arg(chosen->number) : tr("&Activate"));
    m_other->setEnabled(readable);
    if (!chosen) {
        m_title->setText(tr("No version yet"));
        m_comment->setText(tr("Each activation of the draft keeps its rules here as a version."));
        m_diff->clear();
        return;
    }
    m_title->setText(isActive ? tr("Version %1, which runs").arg(chosen->number)
                              : tr("Version %1").arg(chosen->number));
    m_comment->setText(about(*chosen));
    const core::RuleSet *const from = other();
    if (!readable || !from) {
        m_diff->clear();
        return;
    }
    QStringList lines;
    // What is older is what it was; the draft is the newest.
    const bool forward = m_other->data() != 0 && m_other->data() < chosen->number;
    const QList<core::RuleChange> changes =
        forward ? core::diffRuleSets(*from, chosen->rules) : core::diffRuleSets(chosen->rules, *from);
    for (const core::RuleChange &change : changes)
        lines.append(RouteWords::change(change));
    const QString head = forward ? tr("Version %1 changed:").arg(chosen->number)
                                 : tr("Changed since version %1:").arg(chosen->number);
    lines.prepend(head);
    m_diff->setText(changes.isEmpty() ? tr("Nothing: the rules are the same.")
                                      : lines.join(QStringLiteral("\n• ")));
}

void VersionsWindow::restore()
{
    const core::RuleSetVersion *const chosen = current();
    if (!chosen || !chosen->problem.isEmpty())
        return;
    const int number = chosen->number;
    const core::RuleSet before = m_editor.rules();
    m_editor.replaceAll(chosen->rules, tr("Restore version %1").arg(number));
    if (before == m_editor.rules())
        m_problem->setMessage(MessagePanel::Kind::Info, tr("The draft has these rules already."));
    else
        emit restored(number);
}

void VersionsWindow::activate()
{
    const core::RuleSetVersion *const chosen = current();
    if (!chosen)
        return;
    // Who has no draft sees the version that runs, then as before.
    const auto shown = m_editor.isChanged() ? std::nullopt : std::optional(m_editor.rules());
    core::continued(
        m_context.ruleSets.activateVersion(m_editor.name(), chosen->number), this,
        [this, shown, rules = chosen->rules, number = chosen->number](const core::Result<void> &done) {
            if (done && shown && *shown == m_editor.rules())
                m_editor.replaceAll(rules, tr("Activate version %1").arg(number));
            if (done)
                emit activated(number);
            else
                m_problem->setMessage(MessagePanel::Kind::Bad, tr("Version %1 was not activated").arg(number),
                                      done.error().message);
        });
}

} // namespace ui
