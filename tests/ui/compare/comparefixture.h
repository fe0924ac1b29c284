#pragma once

#include "app/services.h"
#include "core/simulator/simulator.h"
#include "ui/actions.h"
#include "ui/compare/comparepage.h"
#include "ui/markdown/markdownservices.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"

#include <QTemporaryDir>

#include <memory>

/// Milliseconds that a busy machine may take for a whole run.
inline constexpr int kPatience = 30'000;
inline const QString kPrompt = QStringLiteral("Why is the sky blue?");

/// A Compare page as the window has it: the real core over a real ledger in a temporary folder, the real
/// simulator as the account `demo`.
class CompareFixture
{
public:
    /// Without `demo` there is no account at all.
    explicit CompareFixture(bool demo = true);
    ~CompareFixture();

    /// Made anew each time, as after a restart.
    ui::ComparePage &makePage();
    ui::ComparePage &page() { return *m_page; }
    app::Services &services() { return *m_services; }
    /// Answers come as fast as they can from now on, or at their own pace again: for what is about finished
    /// runs.
    void hurry(bool on = true) { m_services->simulator().setSpeed(on ? 0 : 1); }
    /// What a part of the page is built from.
    ui::CompareContext context();
    ui::Actions &actions() { return *m_actions; }
    ui::Theme &theme() { return m_theme; }

    /// The run as the ledger has it.
    core::RunRecord run(qint64 id);
    /// The newest run's id, 0 when there is none.
    qint64 newestRun();
    int runs();

    static core::Target demo(const char *model);

private:
    QTemporaryDir m_folder;
    ui::Theme m_theme;
    ui::ModelColours m_colours;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<ui::MarkdownServices> m_markdown;
    std::unique_ptr<ui::ComparePage> m_page;
};
