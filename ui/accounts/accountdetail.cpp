#include "ui/accounts/accountdetail.h"

#include "core/accounts/secrets.h"
#include "core/base/continuation.h"
#include "ui/accounts/accountform.h"
#include "ui/accounts/modelssection.h"
#include "ui/accounts/testtexts.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/primarybutton.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace ui {

namespace {

using std::chrono::milliseconds;

constexpr int kFormWidth = 900;
/// A test that is over sooner needs neither progress nor a way to stop it.
constexpr milliseconds kProgressAfter{500};

} // namespace

AccountDetail::AccountDetail(const AccountsContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new ElidedLabel(context.theme, {}, Theme::Token::Ink, Qt::ElideMiddle, this))
    , m_off(new Pill(context.theme, tr("switched off"), Theme::Token::Ink2, this))
    , m_test(new FlatButton(context.theme, tr("&Test connection"), FlatButton::Look::Outlined, this))
    , m_remove(new FlatButton(context.theme, tr("Remove"), FlatButton::Look::Danger, this))
    , m_panel(new MessagePanel(context.theme, this))
    , m_scroll(new QScrollArea(this))
    , m_form(new AccountForm(context, m_scroll))
    , m_models(new ModelsSection(context, m_form))
    , m_dirty(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_revert(new FlatButton(context.theme, tr("Revert"), FlatButton::Look::Outlined, this))
    , m_save(new PrimaryButton(context.theme, tr("&Save"), this))
    , m_runner(new TestRunner(context, this))
{
    m_form->insertBelowKey(m_models);
    auto *const body = new QWidget(m_scroll);
    auto *const middle = new QVBoxLayout(body);
    middle->setContentsMargins(16, 4, 16, 16);
    middle->setSpacing(12);
    middle->addWidget(m_panel);
    middle->addWidget(m_form);
    middle->addStretch();
    m_panel->hide();
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_scroll, 1);
    column->addWidget(makeFoot());
    const auto measure = [this, body] { body->setMaximumWidth(m_context.theme.px(kFormWidth)); };
    measure();
    connect(&context.theme, &Theme::changed, this, measure);
    wire();
}

QWidget *AccountDetail::makeHead()
{
    auto *const head = new Surface(m_context.theme, Theme::Token::Background, Surface::NoSide, this);
    auto *const line = new QHBoxLayout(head);
    line->setContentsMargins(20, 12, 16, 8);
    line->setSpacing(8);
    m_title->setType(1.15, QFont::DemiBold);
    m_test->setObjectName(QStringLiteral("testConnection"));
    m_remove->setObjectName(QStringLiteral("removeAccount"));
    line->addWidget(m_title, 1);
    line->addWidget(m_off);
    line->addWidget(m_remove);
    line->addWidget(m_test);
    const auto measure = [this, head] { head->setMaximumWidth(m_context.theme.px(kFormWidth)); };
    measure();
    connect(&m_context.theme, &Theme::changed, this, measure);
    return head;
}

QWidget *AccountDetail::makeFoot()
{
    m_foot = new Surface(m_context.theme, Theme::Token::Panel, Surface::Top, this);
    auto *const line = new QHBoxLayout(m_foot);
    line->setContentsMargins(20, 8, 16, 8);
    line->setSpacing(8);
    m_dirty->setObjectName(QStringLiteral("dirtyNote"));
    m_revert->setObjectName(QStringLiteral("revertAccount"));
    m_save->setObjectName(QStringLiteral("saveAccount"));
    line->addWidget(m_dirty, 1);
    line->addWidget(m_revert);
    line->addWidget(m_save);
    return m_foot;
}

void AccountDetail::wire()
{
    m_progress.setSingleShot(true);
    connect(&m_progress, &QTimer::timeout, this, &AccountDetail::showProgress);
    connect(m_form, &AccountForm::edited, this, &AccountDetail::describe);
    connect(m_test, &QToolButton::clicked, this, &AccountDetail::test);
    connect(m_remove, &QToolButton::clicked, this, &AccountDetail::removeWanted);
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    connect(m_revert, &QToolButton::clicked, this, &AccountDetail::revert);
    connect(m_runner, &TestRunner::finished, this, &AccountDetail::takeReport);
    // The layout has its place for it only after this event.
    connect(
        m_models, &ModelsSection::editorOpened, this,
        [this](QWidget *editor) { m_scroll->ensureWidgetVisible(editor); }, Qt::QueuedConnection);
    connect(m_models, &ModelsSection::failed, this,
            [this](const core::Error &error) { showFailure(tr("This could not be stored"), error); });
}

void AccountDetail::load(const core::Account &account)
{
    cancelTest();
    m_panel->hide();
    m_pending.reset();
    m_scroll->ensureVisible(0, 0);
    const int shown = ++m_shown;
    display(account, account.id != 0 && core::holdsKey(account.keyStore));
    if (account.id == 0)
        return m_form->focusName();
    if (account.keyStore != core::KeyStore::Session)
        return;
    // A session's key may be gone: then the field for it is open at once.
    core::Account plain = account;
    plain.proxy = {};
    core::continued(m_context.secrets.resolve(plain), this,
                    [this, shown, account](const core::Result<core::ResolvedSecrets> &found) {
                        if (!found && shown == m_shown && !m_form->isDirty())
                            display(account, false);
                    });
}

void AccountDetail::display(const core::Account &account, bool hasKey)
{
    m_account = account;
    m_form->load(account, hasKey);
    m_models->setVisible(account.id != 0);
    if (account.id != 0)
        m_models->load(account);
    describe();
}

void AccountDetail::refresh(const core::Account &account)
{
    m_account.enabled = account.enabled;
    describe();
}

bool AccountDetail::isDirty() const
{
    return isVisibleTo(parentWidget()) && m_form->isDirty();
}

void AccountDetail::describe()
{
    const bool isNew = m_account.id == 0;
    const bool dirty = m_form->isDirty();
    m_title->setFullText(isNew ? tr("New account") : m_account.name);
    m_off->setVisible(!m_account.enabled);
    m_remove->setVisible(!isNew);
    m_foot->setVisible(isNew || dirty);
    m_save->setEnabled(m_form->isSound() && !m_saving);
    m_revert->setText(isNew ? tr("Cancel") : tr("Revert"));
    if (!m_form->isSound() && (dirty || !isNew))
        m_dirty->setText(tr("Something is missing or wrong; see the fields."));
    else
        m_dirty->setText(dirty ? tr("Changes are not saved yet.") : QString());
}

void AccountDetail::test()
{
    AccountDraft draft = m_form->draft();
    m_panel->hide();
    m_runner->run(draft);
    m_test->setEnabled(false);
    m_progress.start(kProgressAfter);
    noteState({core::AccountState::Kind::Testing});
}

void AccountDetail::showProgress()
{
    if (!m_runner->isRunning())
        return;
    m_panel->clearActions();
    m_panel->setMessage(MessagePanel::Kind::Info,
                        tr("Asking %1 for its models ...").arg(m_runner->draft().account.baseUrl.host()));
    FlatButton *const cancel = m_panel->addAction(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelTest"));
    connect(cancel, &QToolButton::clicked, this, [this] {
        cancelTest();
        m_panel->hide();
    });
}

void AccountDetail::cancelTest()
{
    m_progress.stop();
    m_test->setEnabled(true);
    if (!m_runner->isRunning())
        return;
    m_runner->cancel();
    noteState({});
}

void AccountDetail::noteState(const core::AccountState &state)
{
    if (m_account.id != 0)
        emit stateChanged(m_account.id, state);
}

void AccountDetail::takeReport(const core::ConnectionReport &report)
{
    m_progress.stop();
    m_test->setEnabled(true);
    const core::Account tested = m_runner->draft().account;
    const TestTexts texts = testTexts(report, providerName(tested, m_context.presets));
    m_panel->clearActions();
    m_panel->setMessage(report.ok() ? MessagePanel::Kind::Good : MessagePanel::Kind::Bad, texts.title,
                        texts.words, texts.next);
    offerRemedies(report);
    m_scroll->ensureWidgetVisible(m_panel);
    if (report.ok()) {
        noteState({core::AccountState::Kind::Ok, report.models.size(), report.latencyMs});
        if (m_account.id != 0 && tested.baseUrl == m_account.baseUrl)
            keepListing(m_context, m_account.id, report);
        else
            m_pending = report;
    } else {
        noteState({core::AccountState::Kind::Failed, 0, 0.0, texts.title});
    }
}

void AccountDetail::offerRemedies(const core::ConnectionReport &report)
{
    if (report.ok())
        return;
    if (!report.betterBaseUrl.isEmpty()) {
        FlatButton *const use = m_panel->addAction(tr("Use %1").arg(report.betterBaseUrl.toString()));
        use->setObjectName(QStringLiteral("useBetterUrl"));
        connect(use, &QToolButton::clicked, this, [this, url = report.betterBaseUrl] {
            m_form->setBaseUrl(url);
            test();
        });
    } else if (report.error->kind == core::ErrorKind::NotFound && m_account.id != 0) {
        FlatButton *const type = m_panel->addAction(tr("Type model ids"));
        type->setObjectName(QStringLiteral("typeModelIds"));
        connect(type, &QToolButton::clicked, m_models, &ModelsSection::focusNewId);
    } else if (report.error->kind == core::ErrorKind::Auth
               && m_runner->draft().account.keyStore != core::KeyStore::Environment) {
        FlatButton *const replace = m_panel->addAction(tr("Replace key"));
        replace->setObjectName(QStringLiteral("replaceKeyAfterTest"));
        connect(replace, &QToolButton::clicked, m_form, &AccountForm::focusKey);
    }
    FlatButton *const again = m_panel->addAction(tr("Test again"));
    connect(again, &QToolButton::clicked, this, &AccountDetail::test);
}

void AccountDetail::save(const std::function<void()> &then)
{
    if (!m_form->isSound() || m_saving)
        return;
    m_saving = true;
    m_save->setEnabled(false);
    AccountDraft draft = m_form->draft();
    draft.account.enabled = m_account.enabled;
    core::continued(saveDraft(m_context, draft), this,
                    [this, then](const core::Result<core::Account> &saved) {
                        m_saving = false;
                        describe();
                        if (!saved)
                            return showFailure(tr("The account was not saved"), saved.error());
                        takeSaved(*saved);
                        if (then)
                            then();
                    });
}

void AccountDetail::takeSaved(const core::Account &account)
{
    if (m_pending && m_runner->draft().account.baseUrl == account.baseUrl) {
        keepListing(m_context, account.id, *m_pending);
        emit stateChanged(account.id,
                          {core::AccountState::Kind::Ok, m_pending->models.size(), m_pending->latencyMs});
    }
    m_pending.reset();
    ++m_shown;
    display(account, core::holdsKey(account.keyStore));
    emit saved(account);
}

void AccountDetail::revert()
{
    if (m_account.id == 0) {
        cancelTest();
        m_form->load(m_account, false);
        emit abandoned();
        return;
    }
    load(m_account);
}

void AccountDetail::showFailure(const QString &title, const core::Error &error)
{
    m_panel->clearActions();
    m_panel->setMessage(MessagePanel::Kind::Bad, title, error.message);
    m_scroll->ensureWidgetVisible(m_panel);
}

QWidget *AccountDetail::foot() const
{
    return m_foot;
}

void AccountDetail::focusSearch()
{
    if (m_account.id != 0)
        m_models->focusSearch();
}

} // namespace ui
