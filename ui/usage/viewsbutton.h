#pragma once

#include "core/usage/savedviews.h"
#include "ui/widgets/flatbutton.h"

#include <QDate>

class QInputDialog;

namespace ui {

/// The saved views: shows one, saves what is shown under a name, renames and removes.
class ViewsButton : public FlatButton
{
    Q_OBJECT

public:
    ViewsButton(const Theme &theme, core::Settings &settings, QWidget *parent = nullptr);

    /// What "Save" saves, and on which day the periods of the views are understood.
    void setQuery(const core::ExploreQuery &query, QDate today);
    void askForName();
    void saveAs(const QString &name);

signals:
    void viewChosen(const core::ExploreQuery &query);
    /// What was done, or why not, as a sentence.
    void told(const QString &sentence);

private:
    void fill();
    void askToRename(const QString &name);
    void remove(const QString &name);
    QInputDialog *ask(const QString &title, const QString &value);
    bool tellProblem(const core::Result<void> &done);

    core::SavedViewStore m_store;
    core::ExploreQuery m_query;
    QDate m_today;
};

} // namespace ui
