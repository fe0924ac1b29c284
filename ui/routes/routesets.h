#pragma once

#include "core/base/error.h"
#include "core/routing/ruleset.h"
#include "ui/routes/routescontext.h"

#include <QObject>
#include <QSet>

#include <functional>

class QMenu;

namespace ui {

class RuleEditor;

/// A way to a new rule set that stands in the picker's menu and on the empty page: a preset, an import.
struct RouteSource
{
    /// Translated, a verb first or a name: `Three buckets`, `Import ...`.
    QString title;
    /// One sentence that says what it gives.
    QString sentence = {};
    /// Shown as the button of the empty page; at most one is.
    bool primary = false;
    /// Called to begin; it ends in RouteSets::add() if the person goes through with it.
    std::function<void(QWidget *parent)> begin;
};

/// The rule sets of the store and what can be done with one as a whole: make, choose, rename, duplicate and
/// remove with a way back. Owned by RoutesPage; main thread.
class RouteSets : public QObject
{
    Q_OBJECT

public:
    RouteSets(RuleEditor &editor, const RoutesContext &context, QWidget *page);
    /// Removes what waits for its message to end.
    ~RouteSets() override;

    /// By name, without those being removed.
    QStringList names() const;
    bool isEmpty() const { return names().isEmpty(); }
    /// `base`, or with a number when that is taken.
    QString freeName(const QString &base) const;

    void offer(const RouteSource &source);
    const QList<RouteSource> &sources() const { return m_sources; }

    /// Fills the menu of the picker.
    void fill(QMenu *menu);

    /// Keeps `rules` as the draft of a new set under their name, or that with a number, and opens it.
    void add(core::RuleSet rules);
    /// A set with nothing but an empty default.
    void addEmpty();
    void open(const QString &name);
    /// Asks for the name.
    void rename();
    void duplicate();
    /// The open one; it goes for good with the message that offers the way back.
    void remove();

signals:
    /// There are others now, or other names.
    void changed();
    void opened(const QString &name);
    void sourcesChanged();
    /// `title` says what did not happen.
    void failed(const QString &title, const core::Error &error);

private:
    void removeForGood(const QString &name);

    RuleEditor &m_editor;
    const RoutesContext m_context;
    QWidget *const m_page;
    QList<RouteSource> m_sources;
    QSet<QString> m_going;
};

} // namespace ui
