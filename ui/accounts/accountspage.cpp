#include "ui/accounts/accountspage.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/accounts/secrets.h"
#include "core/base/continuation.h"
#include "core/models/accountlistmodel.h"
#include "ui/accounts/accountdetail.h"
#include "ui/accounts/accountlist.h"
#include "ui/accounts/firststart.h"
#include "ui/accounts/simulatorcard.h"
#include "ui/actions.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/toastarea.h"

#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

namespace ui {

namespace {

constexpr int kLeftWidth = 276;

} // namespace

AccountsPage::AccountsPage(const AccountsContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_model(new core::AccountListModel(context.accounts, context.models, context.presets, this))
    , m_stack(new QStackedWidget(this))
    , m_firstStart(new FirstStart(context, m_stack))
    , m_toasts(new ToastArea(context.theme, this))
{
    m_accountsView = makeAccounts();
    m_stack->addWidget(m_firstStart);
    m_stack->addWidget(m_accountsView);
    m_toasts->keepAbove(m_detail->foot());
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    wire();
    registerActions();
    refresh();
}

QWidget *AccountsPage::makeAccounts()
{
    auto *const view = new QWidget(m_stack);
    auto *const bar = new PageBar(m_context.theme, tr("Accounts"), view);
    auto *const add = new FlatButton(m_context.theme, tr("Add account"), FlatButton::Look::Outlined, bar);
    add->setObjectName(QStringLiteral("addAccount"));
    add->setThemedIcon(Icon::Add);
    connect(add, &QToolButton::clicked, this, &AccountsPage::showFirstStart);
    bar->addWidget(add);
    bar->addStretch();
    m_detail = new AccountDetail(m_context, view);
    auto *const line = new QHBoxLayout;
    line->setSpacing(0);
    line->addWidget(makeLeft());
    line->addWidget(m_detail, 1);
    auto *const column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addLayout(line, 1);
    return view;
}

QWidget *AccountsPage::makeLeft()
{
    auto *const left = new Surface(m_context.theme, Theme::Token::Panel, Surface::Right, this);
    m_list = new AccountList(m_context.theme, m_model, left);
    m_simulator = new SimulatorCard(m_context.theme, left);
    auto *const foot = new QVBoxLayout;
    foot->setContentsMargins(12, 12, 12, 12);
    foot->addWidget(m_simulator);
    auto *const column = new QVBoxLayout(left);
    column->setContentsMargins(0, 8, 1, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    const auto measure = [this, left] { left->setFixedWidth(m_context.theme.px(kLeftWidth)); };
    measure();
    connect(&m_context.theme, &Theme::changed, left, measure);
    return left;
}

void AccountsPage::wire()
{
    connect(&m_context.accounts, &core::AccountStore::changed, this, &AccountsPage::refresh);
    connect(&m_context.models, &core::ModelListStore::changed, this, [this](qint64 id) {
        if (id == core::kDemoAccountId)
            refresh();
    });
    connect(m_model, &core::AccountListModel::refused, this,
            [this](const core::Error &error) { tell(error.message); });
    connect(m_list, &AccountList::chosen, this, &AccountsPage::choose);
    connect(m_list, &AccountList::moveWanted, this, &AccountsPage::moveCurrent);
    connect(m_list, &AccountList::removeWanted, this, &AccountsPage::removeCurrent);
    connect(m_detail, &AccountDetail::saved, this, [this](const core::Account &account) {
        m_adding = false;
        refresh();
        m_list->setCurrentId(account.id);
    });
    connect(m_detail, &AccountDetail::abandoned, this, [this] {
        m_adding = false;
        refresh();
    });
    connect(m_detail, &AccountDetail::removeWanted, this, &AccountsPage::removeCurrent);
    connect(m_detail, &AccountDetail::stateChanged, m_model, &core::AccountListModel::setState);
    connect(m_simulator, &SimulatorCard::toggled, this, &AccountsPage::simulatorWanted);
    connect(m_firstStart, &FirstStart::finished, this,
            [this](const QList<core::TargetName> &lineUp, const QString &prompt) {
                m_adding = false;
                refresh();
                emit lineUpChosen(lineUp, prompt);
            });
    connect(m_firstStart, &FirstStart::simulatorWanted, this, [this] { emit simulatorWanted(true); });
    connect(m_firstStart, &FirstStart::formWanted, this, &AccountsPage::openForm);
    connect(m_firstStart, &FirstStart::cancelled, this, [this] {
        m_adding = false;
        refresh();
    });
}

void AccountsPage::addAction(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                             void (AccountsPage::*slot)())
{
    QAction *const action = m_context.actions.add({id, text, tr("Accounts"), keys}, this);
    connect(action, &QAction::triggered, this, slot);
}

void AccountsPage::registerActions()
{
    addAction(QStringLiteral("accounts.add"), tr("Add account"), {QKeySequence(Qt::CTRL | Qt::Key_N)},
              &AccountsPage::showFirstStart);
    addAction(QStringLiteral("accounts.test"), tr("Test connection"), {QKeySequence(Qt::CTRL | Qt::Key_T)},
              &AccountsPage::testCurrent);
    addAction(QStringLiteral("accounts.save"), tr("Save account"), {QKeySequence(Qt::CTRL | Qt::Key_S)},
              &AccountsPage::saveCurrent);
    addAction(QStringLiteral("accounts.remove"), tr("Remove account"), {}, &AccountsPage::removeCurrent);
    addAction(QStringLiteral("accounts.up"), tr("Move account up"), {}, &AccountsPage::moveUp);
    addAction(QStringLiteral("accounts.down"), tr("Move account down"), {}, &AccountsPage::moveDown);
}

void AccountsPage::enter()
{
    refresh();
    if (m_stack->currentWidget() == m_firstStart)
        m_firstStart->takeFocus();
    else if (!m_detail->isDirty())
        m_list->setFocus();
}

void AccountsPage::find()
{
    if (m_stack->currentWidget() == m_accountsView)
        m_detail->focusSearch();
}

QWidget *AccountsPage::foot() const
{
    return m_detail->foot();
}

bool AccountsPage::hasUnsavedEdits() const
{
    return m_stack->currentWidget() == m_accountsView && m_detail->isDirty();
}

void AccountsPage::refresh()
{
    const std::optional<core::Account> demo = m_context.accounts.find(core::kDemoAccountId);
    m_simulator->setState(demo.has_value(), demo ? m_context.models.models(core::kDemoAccountId).size() : 0);
    m_firstStart->setSimulatorOn(demo.has_value());
    if (m_adding || m_firstStart->isStoring())
        return;
    if (m_model->rowCount() == 0) {
        if (m_stack->currentWidget() != m_firstStart)
            m_firstStart->restart(false);
        m_stack->setCurrentWidget(m_firstStart);
        return;
    }
    m_stack->setCurrentWidget(m_accountsView);
    const std::optional<core::Account> shown = m_context.accounts.find(m_detail->account().id);
    if (!shown || shown->id == core::kDemoAccountId) {
        showAccount(m_model->idAt(0));
    } else {
        m_detail->refresh(*shown);
        m_list->setCurrentId(shown->id);
    }
}

void AccountsPage::showAccount(qint64 id)
{
    const std::optional<core::Account> account = m_context.accounts.find(id);
    if (!account)
        return;
    m_adding = false;
    m_detail->load(*account);
    m_list->setCurrentId(id);
}

void AccountsPage::choose(qint64 id)
{
    const qint64 before = m_detail->account().id;
    if (id == before)
        return;
    leaveDetail([this, id] { showAccount(id); }, [this, before] { m_list->setCurrentId(before); });
}

void AccountsPage::leaveDetail(const std::function<void()> &then, const std::function<void()> &stay)
{
    if (!hasUnsavedEdits())
        return then();
    const QString &name = m_detail->account().name;
    auto *const box = new QMessageBox(QMessageBox::NoIcon, tr("Unsaved changes"),
                                      name.isEmpty() ? tr("The new account is not saved.")
                                                     : tr("The changes of “%1” are not saved.").arg(name),
                                      QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *const save = box->addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton *const discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box->addButton(tr("Keep editing"), QMessageBox::RejectRole);
    box->setDefaultButton(save);
    connect(box, &QMessageBox::finished, this, [this, box, save, discard, then, stay] {
        if (box->clickedButton() == discard)
            return then();
        if (stay)
            stay();
        if (box->clickedButton() == save)
            m_detail->save(then);
    });
    box->open();
}

void AccountsPage::showFirstStart()
{
    leaveDetail([this] {
        m_adding = m_model->rowCount() > 0;
        m_firstStart->restart(m_adding);
        m_stack->setCurrentWidget(m_firstStart);
        m_firstStart->takeFocus();
    });
}

void AccountsPage::openForm()
{
    m_adding = true;
    m_list->setCurrentId(0);
    m_stack->setCurrentWidget(m_accountsView);
    m_detail->load(core::Account{});
}

void AccountsPage::testCurrent()
{
    if (m_stack->currentWidget() == m_accountsView)
        m_detail->test();
}

void AccountsPage::saveCurrent()
{
    if (m_stack->currentWidget() == m_accountsView)
        m_detail->save();
}

void AccountsPage::moveUp()
{
    moveCurrent(-1);
}

void AccountsPage::moveDown()
{
    moveCurrent(1);
}

void AccountsPage::moveCurrent(int by)
{
    const qint64 id = m_detail->account().id;
    const int to = m_model->rowOf(id) + by;
    if (id == 0 || to < 0 || to >= m_model->rowCount())
        return;
    core::continued(m_context.accounts.move(id, to), this, [this](const core::Result<void> &moved) {
        if (!moved)
            tell(moved.error().message);
    });
}

void AccountsPage::removeCurrent()
{
    if (m_stack->currentWidget() == m_accountsView && m_detail->account().id != 0)
        askToRemove(m_detail->account());
}

void AccountsPage::askToRemove(const core::Account &account)
{
    auto *const box = new QMessageBox(QMessageBox::NoIcon, tr("Remove account"),
                                      tr("Remove “%1”?").arg(account.name), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Its key, its own prices and its list of models are removed. Every request it "
                               "made stays in the history and in the totals."));
    QPushButton *const yes = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    QPushButton *const no = box->addButton(tr("Keep"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    connect(box, &QMessageBox::finished, this, [this, box, yes, account] {
        if (box->clickedButton() == yes)
            remove(account);
    });
    box->open();
}

void AccountsPage::remove(const core::Account &account)
{
    const auto forget = [this, account](const core::Result<void> &removed) {
        if (!removed)
            return tell(removed.error().message);
        m_context.models.forget(account.id);
        core::continued(m_context.secrets.forget(account), this,
                        [this, account](const core::Result<void> &forgotten) {
                            tell(forgotten ? tr("“%1” was removed.").arg(account.name)
                                           : tr("“%1” was removed, but its key is still in the keychain: %2")
                                                 .arg(account.name, forgotten.error().message));
                        });
    };
    core::continued(m_context.accounts.remove(account.id), this, forget);
}

void AccountsPage::tell(const QString &text)
{
    m_toasts->showMessage(text);
}

} // namespace ui
