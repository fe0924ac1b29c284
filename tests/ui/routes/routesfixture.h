#pragma once

#include "app/services.h"
#include "core/routing/ruleset.h"
#include "core/routing/rulesetstore.h"
#include "tests/support/await.h"
#include "ui/actions.h"
#include "ui/routes/routespage.h"
#include "ui/routes/ruleeditor.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"
#include "ui/widgets/toastarea.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// A Routes page as the window has it: the real core over a real ledger in a temporary folder, the real
/// simulator as the account `demo`, and an account `openai` with models typed by hand.
class RoutesFixture
{
public:
    RoutesFixture();
    ~RoutesFixture();

    /// Made anew each time, as after a restart of the window.
    ui::RoutesPage &makePage();
    ui::RoutesPage &page() { return *m_page; }
    ui::RuleEditor &editor() { return m_page->editor(); }
    app::Services &services() { return *m_services; }
    core::RuleSetStore &store() { return m_services->ruleSets(); }
    /// For a part of the page alone, with a window of its own.
    ui::RoutesContext context();
    ui::Theme &theme() { return m_theme; }
    ui::Actions &actions() { return *m_actions; }
    ui::ToastArea &toasts() { return *m_toasts; }
    /// Empty, shown, with toasts; a page or part goes into its layout.
    QWidget &makeWindow();
    QWidget &window() { return *m_window; }
    void closeWindow() { m_window.reset(); }

    /// What the picker gives the next time it is asked.
    void willPick(const QString &target) { m_pick = target; }
    void addAccount(const QString &name, const QStringList &models);
    /// Keeps it as a draft.
    void saveDraft(const core::RuleSet &rules);
    /// Keeps it as a version that runs.
    void activate(const core::RuleSet &rules);

    template <typename T>
    T *child(const QString &name)
    {
        // What was replaced a moment ago still is there; the last is what the person sees.
        const QList<T *> found = m_window->findChildren<T *>(name);
        if (found.isEmpty())
            qFatal("There is no %s.", qPrintable(name));
        return found.constLast();
    }
    void click(const QString &button);

    /// Reasoning, summaries by weight with a fallback, long documents, and a default.
    static core::RuleSet threeBuckets();
    static core::ChainTarget target(const QString &name, double weight = 1.0);
    static core::Condition taskIs(const QStringList &tasks);
    static core::Condition promptTokens(core::Operator op, double number);

private:
    QTemporaryDir m_folder;
    ui::Theme m_theme;
    ui::ModelColours m_colours;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<QWidget> m_window;
    ui::ToastArea *m_toasts = nullptr;
    ui::RoutesPage *m_page = nullptr;
    QString m_pick;
};
