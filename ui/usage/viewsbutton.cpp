#include "ui/usage/viewsbutton.h"

#include "core/settings/settings.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>

namespace ui {

ViewsButton::ViewsButton(const Theme &theme, core::Settings &settings, QWidget *parent)
    : FlatButton(theme, tr("Views"), Look::Outlined, parent), m_store(settings)
{
    setObjectName(QStringLiteral("usage.views"));
    setToolTip(tr("Saved views"));
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &ViewsButton::fill);
}

void ViewsButton::setQuery(const core::ExploreQuery &query, QDate today)
{
    m_query = query;
    m_today = today;
}

void ViewsButton::fill()
{
    menu()->clear();
    qDeleteAll(menu()->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
    const core::SavedViewStore::Views saved = m_store.list(m_today);
    for (const core::SavedView &view : saved.views) {
        QAction *const action =
            menu()->addAction(QString(view.name).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                              [this, query = view.query] { emit viewChosen(query); });
        action->setCheckable(true);
        action->setChecked(core::exploreQueryToJson(view.query) == core::exploreQueryToJson(m_query));
    }
    for (const QString &problem : saved.problems) {
        QAction *const action = menu()->addAction(tr("A view that cannot be read"));
        action->setEnabled(false);
        action->setToolTip(problem);
    }
    menu()->setToolTipsVisible(!saved.problems.isEmpty());
    menu()->addSeparator();
    menu()->addAction(tr("&Save this view …"), this, &ViewsButton::askForName);
    if (saved.views.isEmpty())
        return;
    auto *const names = menu()->addMenu(tr("&Rename"));
    auto *const removals = menu()->addMenu(tr("Re&move"));
    for (const core::SavedView &view : saved.views) {
        const QString shown = QString(view.name).replace(QLatin1Char('&'), QStringLiteral("&&"));
        names->addAction(shown, this, [this, name = view.name] { askToRename(name); });
        removals->addAction(shown, this, [this, name = view.name] { remove(name); });
    }
}

QInputDialog *ViewsButton::ask(const QString &title, const QString &value)
{
    auto *const dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("usage.viewName"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the view:"));
    dialog->setTextValue(value);
    constexpr int kNameLetters = 48;
    dialog->resize(fontMetrics().averageCharWidth() * kNameLetters, dialog->sizeHint().height());
    return dialog;
}

void ViewsButton::askForName()
{
    QInputDialog *const dialog = ask(tr("Save this view"), {});
    connect(dialog, &QInputDialog::textValueSelected, this, &ViewsButton::saveAs);
    dialog->open();
}

void ViewsButton::saveAs(const QString &name)
{
    if (!tellProblem(m_store.save(name.trimmed(), m_query)))
        emit told(tr("Saved the view “%1”").arg(name.trimmed()));
}

void ViewsButton::askToRename(const QString &name)
{
    QInputDialog *const dialog = ask(tr("Rename the view"), name);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, name](const QString &to) { tellProblem(m_store.rename(name, to.trimmed())); });
    dialog->open();
}

void ViewsButton::remove(const QString &name)
{
    if (!tellProblem(m_store.remove(name)))
        emit told(tr("Removed the view “%1”").arg(name));
}

bool ViewsButton::tellProblem(const core::Result<void> &done)
{
    if (done)
        return false;
    emit told(done.error().message);
    return true;
}

} // namespace ui
