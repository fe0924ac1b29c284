#pragma once

#include "core/base/result.h"

#include <QFutureWatcher>
#include <QWidget>

#include <functional>

class QProgressBar;

namespace ui {

class FlatButton;
class Theme;
class ThemedLabel;

/// Shows one piece of work that goes on elsewhere: what it is, how far it is, and a way to cancel it. Hidden
/// while there is none; what is under way is cancelled when it is destroyed.
class WorkStrip : public QWidget
{
    Q_OBJECT

public:
    explicit WorkStrip(const Theme &theme, QWidget *parent = nullptr);
    ~WorkStrip() override;

    bool isBusy() const { return static_cast<bool>(m_cancel); }
    void cancel();

    /// `ended` gets the result, or null when the work was cancelled. Only while nothing is under way.
    template <typename T>
    void follow(const QString &what, const QFuture<core::Result<T>> &future,
                std::function<void(const core::Result<T> *result)> ended)
    {
        auto *const watcher = new QFutureWatcher<core::Result<T>>(this);
        connect(watcher, &QFutureWatcherBase::progressValueChanged, this,
                [this, watcher](int done) { showProgress(done, watcher->progressMaximum()); });
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, ended = std::move(ended)] {
            watcher->deleteLater();
            const QFuture<core::Result<T>> done = watcher->future();
            conclude();
            if (done.isCanceled() || done.resultCount() == 0) {
                ended(nullptr);
                return;
            }
            const core::Result<T> result = done.result();
            ended(&result);
        });
        begin(what, [running = future]() mutable { running.cancel(); });
        watcher->setFuture(future);
    }

signals:
    void busyChanged(bool busy);

private:
    void begin(const QString &what, std::function<void()> cancel);
    void showProgress(int done, int all);
    void conclude();

    ThemedLabel *const m_what;
    QProgressBar *const m_bar;
    FlatButton *const m_button;
    std::function<void()> m_cancel;
};

} // namespace ui
