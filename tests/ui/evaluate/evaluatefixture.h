#pragma once

#include "app/services.h"
#include "core/accounts/account.h"
#include "core/judging/volumewatch.h"
#include "core/simulator/simulator.h"
#include "ui/actions.h"
#include "ui/evaluate/evaluatepage.h"
#include "ui/markdown/markdownservices.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"
#include "ui/widgets/toastarea.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// An Evaluate page as the window has it: the real core over a real ledger in a temporary folder, the real
/// simulator as the account `demo`, counted in totals.
class EvaluateFixture
{
public:
    EvaluateFixture();
    ~EvaluateFixture();

    /// Made anew each time, as after a restart of the window.
    ui::EvaluatePage &makePage();
    ui::EvaluatePage &page() { return *m_page; }
    void closePage() { m_window.reset(); }
    app::Services &services() { return *m_services; }
    /// Answers come as fast as they can from now on, or at their own pace again: for what is about finished
    /// evaluations.
    void hurry(bool on = true) { m_services->simulator().setSpeed(on ? 0 : 1); }
    ui::EvaluateContext context();
    ui::Theme &theme() { return m_theme; }
    ui::ToastArea &toasts() { return *m_toasts; }
    core::VolumeWatch &volume() { return *m_volume; }
    QWidget &window() { return *m_window; }

    /// What the picker gives the next time it is asked.
    void willPick(const QString &target) { m_pick = target; }
    /// A file of that text in the temporary folder; its path.
    QString file(const QString &name, const QByteArray &text);
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Stores a set with these columns and cases; its id.
    qint64 addSet(const QString &name, const QStringList &columns, const QList<QStringList> &cases,
                  const QString &prompt, const QStringList &checks = {});
    qint64 addMatrix(qint64 set, const QStringList &models, const QString &task = {});

    template <typename T>
    T *child(const char *name)
    {
        T *const found = m_window->findChild<T *>(QLatin1StringView(name));
        if (!found)
            qFatal("There is no %s.", name);
        return found;
    }

    /// What a future says, once it is there.
    template <typename T>
    static T answer(QFuture<core::Result<T>> future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000) || !future.result())
            qFatal("The ledger did not answer: %s",
                   future.isFinished() ? qPrintable(future.result().error().message) : "in time");
        return future.result().value();
    }

    static core::Target demo(const QString &model) { return {{core::kDemoAccountName, model}}; }

private:
    QTemporaryDir m_folder;
    ui::Theme m_theme;
    ui::ModelColours m_colours;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<core::VolumeWatch> m_volume;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<ui::MarkdownServices> m_markdown;
    std::unique_ptr<QWidget> m_window;
    ui::ToastArea *m_toasts = nullptr;
    ui::EvaluatePage *m_page = nullptr;
    QString m_pick;
};
