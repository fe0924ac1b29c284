#pragma once

#include "core/accounts/account.h"
#include "ui/accounts/accountscontext.h"
#include "ui/page.h"

class QStackedWidget;

namespace core {
class AccountListModel;
}

namespace ui {

class AccountDetail;
class AccountList;
class FirstStart;
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
    QWidget *foot() const override;

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
    QWidget *makeLeft();
    void wire();
    void registerActions();
    void addAction(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                   void (AccountsPage::*slot)());

    void refresh();
    void choose(qint64 id);
    void showAccount(qint64 id);
    /// Runs `then` at once, or after the unsaved edits were saved or given up.
    void leaveDetail(const std::function<void()> &then, const std::function<void()> &stay = {});
    void openForm();
    void testCurrent();
    void saveCurrent();
    void removeCurrent();
    void moveUp();
    void moveDown();
    void moveCurrent(int by);
    void askToRemove(const core::Account &account);
    void remove(const core::Account &account);
    void tell(const QString &text);

    const AccountsContext m_context;
    core::AccountListModel *const m_model;
    QStackedWidget *const m_stack;
    FirstStart *const m_firstStart;
    QWidget *m_accountsView = nullptr;
    AccountList *m_list = nullptr;
    AccountDetail *m_detail = nullptr;
    SimulatorCard *m_simulator = nullptr;
    ToastArea *const m_toasts;
    /// The ways in, or a new account's form, are shown although nothing asks for them.
    bool m_adding = false;
};

} // namespace ui
