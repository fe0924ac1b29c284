#pragma once

#include "core/models/accountlistmodel.h"
#include "ui/accounts/accountscontext.h"
#include "ui/accounts/testrunner.h"

#include <QTimer>
#include <QWidget>

class QScrollArea;

namespace ui {

class AccountForm;
class ElidedLabel;
class FlatButton;
class MessagePanel;
class ModelsSection;
class Pill;
class PrimaryButton;
class Surface;
class ThemedLabel;

/// One account: its test, its form with Save and Revert, its models. Owned by AccountsPage.
class AccountDetail : public QWidget
{
    Q_OBJECT

public:
    explicit AccountDetail(const AccountsContext &context, QWidget *parent = nullptr);

    /// Shows a stored account, or a new one with id 0; edits are gone.
    void load(const core::Account &account);
    /// The account was changed elsewhere, as by its switch in the list; edits stay.
    void refresh(const core::Account &account);
    const core::Account &account() const { return m_account; }
    bool isDirty() const;

    /// Saves; `then` runs only if that worked.
    void save(const std::function<void()> &then = {});
    void revert();
    void test();
    void focusSearch();
    /// With Save and Revert, while there is something to save.
    QWidget *foot() const;

signals:
    void saved(const core::Account &account);
    /// A new account was given up.
    void abandoned();
    void removeWanted();
    void stateChanged(qint64 accountId, const core::AccountState &state);

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    void wire();
    void display(const core::Account &account, bool hasKey);
    void describe();
    void showProgress();
    void cancelTest();
    void takeReport(const core::ConnectionReport &report);
    void offerRemedies(const core::ConnectionReport &report);
    void noteState(const core::AccountState &state);
    void showFailure(const QString &title, const core::Error &error);
    void takeSaved(const core::Account &account);

    const AccountsContext m_context;
    core::Account m_account;
    ElidedLabel *const m_title;
    Pill *const m_off;
    FlatButton *const m_test;
    FlatButton *const m_remove;
    MessagePanel *const m_panel;
    QScrollArea *const m_scroll;
    AccountForm *const m_form;
    ModelsSection *const m_models;
    Surface *m_foot = nullptr;
    ThemedLabel *const m_dirty;
    FlatButton *const m_revert;
    PrimaryButton *const m_save;
    TestRunner *const m_runner;
    QTimer m_progress;
    /// The last good report of an account that is not stored yet.
    std::optional<core::ConnectionReport> m_pending;
    bool m_saving = false;
    int m_shown = 0;
};

} // namespace ui
