#include "ui/leaveguard.h"

#include <QMessageBox>
#include <QPushButton>

namespace ui {

LeaveGuard::LeaveGuard(QWidget &window, std::function<RunningWork()> running, std::function<void()> stop,
                       std::chrono::milliseconds patience)
    : m_window(window), m_running(std::move(running)), m_stop(std::move(stop))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &LeaveGuard::close);
}

bool LeaveGuard::holds()
{
    if (m_leaving)
        return m_patience.isActive();
    if (m_question) {
        m_question->raise();
        m_question->activateWindow();
        return true;
    }
    const RunningWork work = m_running();
    if (work.isNone())
        return false;
    ask(work);
    return true;
}

QString LeaveGuard::question(const RunningWork &work)
{
    QStringList parts;
    if (work.lanes > 0)
        parts += tr("%n lanes are still answering.", nullptr, work.lanes);
    if (work.evaluations > 0)
        parts += tr("%n evaluations are running.", nullptr, work.evaluations);
    return parts.join(QLatin1Char(' '));
}

QString LeaveGuard::consequence(const RunningWork &work)
{
    QStringList parts;
    if (work.lanes > 0)
        parts += tr("Lanes are stopped; what came so far is kept and counted.");
    if (work.evaluations > 0)
        parts += tr("An evaluation is paused and can be resumed.");
    return parts.join(QLatin1Char(' '));
}

void LeaveGuard::ask(const RunningWork &work)
{
    m_question = new QMessageBox(QMessageBox::Question, tr("Quit now?"), question(work),
                                 QMessageBox::NoButton, &m_window);
    m_question->setObjectName(QStringLiteral("leaveQuestion"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setInformativeText(consequence(work));
    QPushButton *const stay = m_question->addButton(tr("Stay"), QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("leaveStay"));
    QPushButton *const quit = m_question->addButton(tr("Quit"), QMessageBox::DestructiveRole);
    quit->setObjectName(QStringLiteral("leaveQuit"));
    m_question->setDefaultButton(stay);
    m_question->setEscapeButton(stay);
    connect(m_question, &QMessageBox::finished, this, [this, quit] {
        const bool leaves = m_question->clickedButton() == quit;
        m_question = nullptr;
        if (leaves)
            leave();
        else
            emit stayed();
    });
    m_question->open();
}

void LeaveGuard::leave()
{
    m_leaving = true;
    m_patience.start();
    m_stop();
    noteWork();
}

void LeaveGuard::noteWork()
{
    if (m_patience.isActive() && m_running().isNone())
        close();
}

void LeaveGuard::close()
{
    m_patience.stop();
    m_window.close();
}

} // namespace ui
