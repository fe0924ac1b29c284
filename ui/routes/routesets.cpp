#include "ui/routes/routesets.h"

#include "core/base/continuation.h"
#include "core/routing/rulesetstore.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/routes/ruleeditor.h"
#include "ui/widgets/toastarea.h"

#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>
#include <QPointer>

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype kLongestBase = 54;

/// What a menu shows of a name: two ampersands show one.
QString inMenu(const QString &name)
{
    return QString(name).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

/// The name without what a rule set's name cannot hold.
QString fittingName(const QString &name)
{
    QString fitting;
    for (const QChar each : name) {
        const bool fits = each.isLetter() || each.isDigit() || QStringLiteral("-_. ").contains(each);
        fitting += fits ? each : QLatin1Char('-');
    }
    return fitting.simplified().first(std::min(fitting.simplified().size(), kLongestBase)).trimmed();
}

} // namespace

RouteSets::RouteSets(RuleEditor &editor, const RoutesContext &context, QWidget *page)
    : QObject(page), m_editor(editor), m_context(context), m_page(page)
{
    connect(&m_context.ruleSets, &core::RuleSetStore::changed, this, &RouteSets::changed);
}

RouteSets::~RouteSets()
{
    for (const QString &name : std::as_const(m_going))
        m_context.ruleSets.remove(name);
}

QStringList RouteSets::names() const
{
    QStringList names;
    for (const core::RuleSetEntry &entry : m_context.ruleSets.entries()) {
        if (!m_going.contains(entry.name))
            names.append(entry.name);
    }
    return names;
}

QString RouteSets::freeName(const QString &base) const
{
    const QString fitting = fittingName(base);
    const QString wanted = fitting.isEmpty() ? tr("new rules") : fitting;
    const auto usable = [this](const QString &name) {
        const QList<core::RuleSetEntry> &entries = m_context.ruleSets.entries();
        return core::validateRuleSetName(name).hasValue()
            && std::none_of(entries.cbegin(), entries.cend(), [&name](const core::RuleSetEntry &entry) {
                   return entry.name.compare(name, Qt::CaseInsensitive) == 0;
               });
    };
    QString name = wanted;
    for (int number = 2; !usable(name); ++number)
        name = QStringLiteral("%1 %2").arg(wanted, QString::number(number));
    return name;
}

void RouteSets::offer(const RouteSource &source)
{
    m_sources.append(source);
    emit sourcesChanged();
}

void RouteSets::fill(QMenu *menu)
{
    menu->clear();
    auto *const group = new QActionGroup(menu);
    for (const QString &name : names()) {
        const core::RuleSetEntry *const entry = m_context.ruleSets.find(name);
        QString text = inMenu(name);
        if (entry && entry->activeVersion > 0)
            text += QLatin1Char('\t') % tr("v%1 active", "version").arg(entry->activeVersion);
        QAction *const action = menu->addAction(text, this, [this, name] { open(name); });
        action->setCheckable(true);
        action->setChecked(name == m_editor.name());
        group->addAction(action);
    }
    menu->addSeparator();
    menu->addAction(tr("&New rule set"), this, &RouteSets::addEmpty)
        ->setObjectName(QStringLiteral("sets.new"));
    for (const RouteSource &source : std::as_const(m_sources)) {
        QAction *const action =
            menu->addAction(inMenu(source.title), this, [this, source] { source.begin(m_page); });
        action->setToolTip(source.sentence);
    }
    if (!m_editor.isOpen())
        return;
    menu->addSeparator();
    menu->addAction(tr("&Rename"), this, &RouteSets::rename)->setObjectName(QStringLiteral("sets.rename"));
    menu->addAction(tr("&Duplicate"), this, &RouteSets::duplicate)
        ->setObjectName(QStringLiteral("sets.duplicate"));
    menu->addAction(tr("D&elete"), this, &RouteSets::remove)->setObjectName(QStringLiteral("sets.remove"));
}

void RouteSets::add(core::RuleSet rules)
{
    const QString name = freeName(rules.name);
    rules.name = name;
    core::continued(m_context.ruleSets.saveDraft(name, rules), this,
                    [this, name](const core::Result<void> &kept) {
                        if (kept)
                            open(name);
                        else
                            emit failed(tr("The rule set could not be made"), kept.error());
                    });
}

void RouteSets::addEmpty()
{
    core::RuleSet rules;
    rules.name = tr("new rules");
    rules.otherwise.name = tr("default");
    add(rules);
}

void RouteSets::open(const QString &name)
{
    if (m_going.contains(name) || (name != m_editor.name() && !m_editor.open(name)))
        return;
    m_context.settings.set(core::settings::kRouteSet, name);
    emit opened(name);
}

void RouteSets::rename()
{
    if (!m_editor.isOpen())
        return;
    auto *const dialog = new QInputDialog(m_page);
    dialog->setObjectName(QStringLiteral("renameRuleSet"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the rule set"));
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(m_editor.name());
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, name = m_editor.name()](const QString &to) {
                const QString wanted = to.simplified();
                if (wanted == name)
                    return;
                m_editor.keep();
                core::continued(m_context.ruleSets.rename(name, wanted), this,
                                [this, wanted](const core::Result<void> &done) {
                                    if (!done)
                                        return emit failed(tr("The rule set was not renamed"), done.error());
                                    m_context.settings.set(core::settings::kRouteSet, m_editor.name());
                                    emit changed();
                                });
            });
    dialog->open();
}

void RouteSets::duplicate()
{
    if (m_editor.isOpen())
        add(m_editor.rules());
}

void RouteSets::remove()
{
    if (!m_editor.isOpen())
        return;
    const QString name = m_editor.name();
    m_going.insert(name);
    const QStringList left = names();
    if (left.isEmpty() || !m_editor.open(left.constFirst()))
        m_editor.close();
    m_context.settings.set(core::settings::kRouteSet, m_editor.name());
    emit changed();
    const QPointer<RouteSets> sets(this);
    m_context.toasts.showMessage(
        tr("“%1” deleted.").arg(name), tr("Undo"),
        [sets, name] {
            if (!sets)
                return;
            sets->m_going.remove(name);
            sets->open(name);
            emit sets->changed();
        },
        [sets, name] {
            if (sets && sets->m_going.contains(name))
                sets->removeForGood(name);
        });
}

void RouteSets::removeForGood(const QString &name)
{
    core::continued(m_context.ruleSets.remove(name), this, [this, name](const core::Result<void> &done) {
        m_going.remove(name);
        if (!done)
            emit failed(tr("The rule set was not deleted"), done.error());
        emit changed();
    });
}

} // namespace ui
