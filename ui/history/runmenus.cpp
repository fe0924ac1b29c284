#include "ui/history/runmenus.h"

#include "core/compare/tasksuggestion.h"
#include "core/models/historywords.h"
#include "core/models/ledgerwords.h"

#include <QInputDialog>
#include <QMenu>

namespace ui {

namespace {

/// A menu stays short; what is not in it can be written.
constexpr int kTagsShown = 12;

/// Text as a menu must have it: an ampersand is no mnemonic.
QString plain(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QInputDialog *askFor(QWidget *page, const QString &objectName, const QString &title, const QString &label)
{
    auto *const dialog = new QInputDialog(page);
    dialog->setObjectName(objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    return dialog;
}

} // namespace

RunMenus::RunMenus(QWidget *page) : QObject(page), m_page(page)
{
    setTasks({});
}

void RunMenus::serveTasks(QMenu *menu)
{
    m_taskMenus.append(menu);
    fillTasks(menu);
}

void RunMenus::serveTags(QMenu *menu)
{
    m_tagMenus.append(menu);
    fillTags(menu);
}

void RunMenus::setTasks(const QStringList &used)
{
    m_tasks = core::kShippedTasks;
    for (const QString &task : used) {
        if (!m_tasks.contains(task))
            m_tasks.append(task);
    }
    for (QMenu *const menu : std::as_const(m_taskMenus))
        fillTasks(menu);
}

void RunMenus::setTags(const QList<core::TagUse> &used)
{
    m_tags = used;
    for (QMenu *const menu : std::as_const(m_tagMenus))
        fillTags(menu);
}

void RunMenus::setChosenTags(const QStringList &keys)
{
    if (m_chosenTags == keys)
        return;
    m_chosenTags = keys;
    for (QMenu *const menu : std::as_const(m_tagMenus))
        fillTags(menu);
}

void RunMenus::fillTasks(QMenu *menu)
{
    if (menu->isVisible())
        return;
    menu->clear();
    for (const QString &task : std::as_const(m_tasks))
        menu->addAction(plain(core::LedgerWords::task(task)), this, [this, task] { emit taskChosen(task); });
    menu->addAction(core::LedgerWords::task({}), this, [this] { emit taskChosen({}); });
    menu->addSeparator();
    menu->addAction(tr("Another task …"), this, &RunMenus::askForTask);
}

void RunMenus::fillTags(QMenu *menu)
{
    if (menu->isVisible())
        return;
    menu->clear();
    menu->addAction(tr("New tag …"), this, &RunMenus::askForTag);
    menu->addSeparator();
    for (const core::TagUse &tag : m_tags.mid(0, kTagsShown))
        menu->addAction(plain(core::HistoryWords::tag(tag.key, tag.value)), this,
                        [this, tag] { emit tagChosen(tag.key, tag.value); });
    if (m_chosenTags.isEmpty())
        return;
    menu->addSeparator();
    for (const QString &key : std::as_const(m_chosenTags))
        menu->addAction(tr("Remove “%1”").arg(plain(key)), this, [this, key] { emit tagRemoved(key); });
}

void RunMenus::askForTask()
{
    QInputDialog *const dialog =
        askFor(m_page, QStringLiteral("history.askTask"), tr("Set task"), tr("Task of the chosen runs"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this](const QString &task) { emit taskChosen(task.simplified()); });
    dialog->open();
}

void RunMenus::askForTag()
{
    QInputDialog *const dialog = askFor(m_page, QStringLiteral("history.askTag"), tr("Add tag"),
                                        tr("Tag of the chosen runs, as key=value"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QString key = text.section(QLatin1Char('='), 0, 0).simplified();
        if (!key.isEmpty())
            emit tagChosen(key, text.section(QLatin1Char('='), 1).simplified());
    });
    dialog->open();
}

} // namespace ui
