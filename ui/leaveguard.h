#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

class QMessageBox;
class QWidget;

namespace ui {

/// What leaving would cut off.
struct RunningWork
{
    /// Those that cost money.
    int lanes = 0;
    int evaluations = 0;

    bool isNone() const { return lanes == 0 && evaluations == 0; }
    bool operator==(const RunningWork &) const = default;
};

/// Asks once before a window closes over running work. Who leaves nevertheless has it stopped first: the
/// window closes when the ledger has learnt how it ended, at the latest when `patience` ends. Owned by
/// Application; main thread.
class LeaveGuard : public QObject
{
    Q_OBJECT

public:
    LeaveGuard(QWidget &window, std::function<RunningWork()> running, std::function<void()> stop,
               std::chrono::milliseconds patience = std::chrono::seconds(3));

    /// To be asked by whoever sees the window's close event: whether it has to stay, for now at least.
    bool holds();
    /// Something may have ended.
    void noteWork();

    /// What is said of it, and what becomes of it.
    static QString question(const RunningWork &work);
    static QString consequence(const RunningWork &work);

signals:
    /// The user does not want to leave after all.
    void stayed();

private:
    void ask(const RunningWork &work);
    void leave();
    void close();

    QWidget &m_window;
    const std::function<RunningWork()> m_running;
    const std::function<void()> m_stop;
    QMessageBox *m_question = nullptr;
    QTimer m_patience;
    bool m_leaving = false;
};

} // namespace ui
