#pragma once

#include "core/accounts/account.h"
#include "ui/accounts/accountscontext.h"
#include "ui/page.h"

class QStackedWidget;

namespace ui {

class AccountDetail;
class AccountList;
class FirstStart;
class FlatButton;
class SimulatorCard;
class ToastArea;

/// The accounts at the left, the chosen one's form at the right; the first start while there is none.
/// MainWindow owns it.
class AccountsPage : public Page
{
    Q_OBJECT

public:
    explicit AccountsPage(const AccountsContext &context, QWidget *parent = nullptr);

    void enter() override;
    void find() override;

    /// Edits that are in the form only. They survive leaving the page, not the program: ask before closing.
    bool hasUnsavedEdits() const;

    /// The ways in, also when there are accounts already.
    void showFirstStart();

signals:
    /// The first start is through: show these targets and this prompt on the Compare page.
    void lineUpChosen(const QList<core::TargetName> &lineUp, const QString &samplePrompt);
    /// The simulator's switch, or "Try the simulator".
    void simulatorWanted(bool on);

private:
    QWidget *makeAccounts();
    void wireList();
    void wireDetail();
    void wireFirstStart();
    void registerActions();
    void addAction(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                   void (AccountsPage::*slot)());

    void refresh();
    void choose(qint64 id);
    void show(qint64 id);
    /// Runs `then` at once, or after the unsaved edits were saved or given up.
    void leaveDetail(const std::function<void()> &then);
    void addByForm();
    void testCurrent();
    void saveCurrent();
    void removeCurrent();
    void moveUp();
    void moveDown();
    void remove(const core::Account &account);

    const AccountsContext m_context;
    QStackedWidget *const m_stack;
    FirstStart *const m_firstStart;
    QWidget *m_accountsView = nullptr;
    AccountList *m_list = nullptr;
    AccountDetail *m_detail = nullptr;
    QStackedWidget *m_right = nullptr;
    SimulatorCard *m_simulator = nullptr;
    FlatButton *m_add = nullptr;
    ToastArea *const m_toasts;
    /// The ways in are shown although there are accounts.
    bool m_adding = false;
};

} // namespace ui
