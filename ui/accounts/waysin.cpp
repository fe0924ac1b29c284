#include "ui/accounts/waysin.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/environmentscan.h"
#include "ui/accounts/localservers.h"
#include "ui/accounts/pastecard.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace ui {

WaysIn::WaysIn(const AccountsContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_paste(new PasteCard(context, this))
    , m_servers(new LocalServers(context, this))
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeHead());
    column->addWidget(m_paste);
    auto *const both = new QWidget(this);
    both->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *const pair = new QHBoxLayout(both);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(12);
    pair->addWidget(makeHere(), 3);
    pair->addWidget(makeSimulator(), 2);
    column->addWidget(both);
    column->addWidget(makeFoot());
    column->addStretch();
    m_paste->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_paste, &PasteCard::changed, this, &WaysIn::describe);
    connect(m_paste, &PasteCard::submitted, this, &WaysIn::submit);
    connect(m_servers, &LocalServers::found, this, &WaysIn::addServer);
    connect(m_servers, &LocalServers::finished, this, [this] {
        m_look->setEnabled(true);
        m_look->setText(tr("Look again"));
        m_lookNote->setText(m_found->count() > 0 ? QString()
                                                 : tr("No local server answered on the usual ports."));
        m_lookNote->setVisible(!m_lookNote->text().isEmpty());
    });
}

QWidget *WaysIn::makeHead()
{
    auto *const head = new QWidget(this);
    m_title = new ThemedLabel(m_context.theme, {}, Theme::Token::Ink, head);
    m_title->setType(1.15, QFont::DemiBold);
    m_sentence = new ThemedLabel(m_context.theme, {}, Theme::Token::Ink2, head);
    m_sentence->setWordWrap(true);
    auto *const column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    return head;
}

QWidget *WaysIn::makeHere()
{
    auto *const card = new Card(m_context.theme, tr("Use what is here"), this);
    m_noVariables = new ThemedLabel(m_context.theme,
                                    tr("No known provider's key is set in the environment, such as "
                                       "OPENAI_API_KEY."),
                                    Theme::Token::Ink2, card);
    m_noVariables->setWordWrap(true);
    m_variables = new QVBoxLayout;
    m_variables->setSpacing(6);
    m_found = new QVBoxLayout;
    m_found->setSpacing(6);
    m_lookNote = new ThemedLabel(m_context.theme, {}, Theme::Token::Ink2, card);
    m_lookNote->setWordWrap(true);
    m_look = new FlatButton(m_context.theme, tr("&Look for local servers"), FlatButton::Look::Outlined, card);
    m_look->setObjectName(QStringLiteral("lookForServers"));
    m_look->setToolTip(tr("Asks the usual ports of this machine only: Ollama, LM Studio, llama.cpp, vLLM"));
    connect(m_look, &QToolButton::clicked, this, &WaysIn::lookForServers);
    auto *const line = new QHBoxLayout;
    line->addWidget(m_look);
    line->addStretch();
    card->content()->addWidget(m_noVariables);
    card->content()->addLayout(m_variables);
    card->content()->addLayout(m_found);
    card->content()->addWidget(m_lookNote);
    card->content()->addLayout(line);
    card->content()->addStretch();
    return card;
}

QWidget *WaysIn::makeSimulator()
{
    auto *const card = new Card(m_context.theme, tr("Just look around"), this);
    auto *const sentence = new ThemedLabel(
        m_context.theme,
        tr("The simulator answers like several models, with invented prices. Simulated; nothing "
           "leaves this machine, and it stays out of your totals."),
        Theme::Token::Ink2, card);
    sentence->setWordWrap(true);
    m_try = new FlatButton(m_context.theme, tr("&Try the simulator"), FlatButton::Look::Outlined, card);
    m_try->setObjectName(QStringLiteral("trySimulator"));
    connect(m_try, &QToolButton::clicked, this, &WaysIn::simulatorWanted);
    auto *const line = new QHBoxLayout;
    line->addWidget(m_try);
    line->addStretch();
    card->content()->addWidget(sentence);
    card->content()->addLayout(line);
    card->content()->addStretch();
    return card;
}

QWidget *WaysIn::makeFoot()
{
    auto *const foot = new QWidget(this);
    m_back = new FlatButton(m_context.theme, tr("Back to the accounts"), FlatButton::Look::Flat, foot);
    m_back->setObjectName(QStringLiteral("backToAccounts"));
    connect(m_back, &QToolButton::clicked, this, &WaysIn::cancelled);
    auto *const form =
        new FlatButton(m_context.theme, tr("Fill in a &form instead"), FlatButton::Look::Flat, foot);
    form->setObjectName(QStringLiteral("fillForm"));
    connect(form, &QToolButton::clicked, this, &WaysIn::formWanted);
    m_connect = new PrimaryButton(m_context.theme, tr("&Connect"), foot);
    m_connect->setObjectName(QStringLiteral("connect"));
    connect(m_connect, &QPushButton::clicked, this, &WaysIn::submit);
    auto *const line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_back);
    line->addWidget(form);
    line->addStretch();
    line->addWidget(m_connect);
    return foot;
}

void WaysIn::restart(bool further)
{
    m_title->setText(further ? tr("Add an account") : tr("Ask several models the same question"));
    m_sentence->setText(
        further
            ? tr("Paste a key, or use what this machine has.")
            : tr("Connect one provider and compare its models side by side, each answer with its time, "
                 "tokens and cost. Keys stay in the desktop's keychain, never in a file of this program."));
    m_back->setVisible(further);
    for (const auto &[box, draft] : std::as_const(m_offers))
        delete box;
    m_offers.clear();
    m_look->setText(tr("&Look for local servers"));
    m_lookNote->hide();
    listVariables();
    m_paste->reset();
}

void WaysIn::setSimulatorOn(bool on)
{
    m_try->setText(on ? tr("Compare with the simulator") : tr("&Try the simulator"));
}

void WaysIn::focusField()
{
    m_paste->focusField();
}

void WaysIn::listVariables()
{
    const QList<core::EnvironmentKey> keys = core::scanEnvironment(m_context.environment, m_context.presets);
    QStringList names;
    for (const core::EnvironmentKey &key : keys) {
        AccountDraft draft{accountFromPreset(key.presetId, m_context, names)};
        const core::Preset *const preset = m_context.presets.find(key.presetId);
        if (!preset || preset->kind == core::PresetKind::Local)
            continue;
        draft.account.keyStore = core::KeyStore::Environment;
        draft.account.keyVariable = key.variable;
        names += draft.account.name;
        auto *const box = new QCheckBox(tr("%1 for %2").arg(key.variable, preset->displayName), this);
        box->setObjectName(QStringLiteral("variable-") + key.variable);
        connect(box, &QCheckBox::toggled, this, &WaysIn::describe);
        m_variables->addWidget(box);
        m_offers.append({box, draft});
    }
    m_noVariables->setVisible(m_offers.isEmpty());
}

void WaysIn::lookForServers()
{
    m_offers.removeIf([this](const std::pair<QCheckBox *, AccountDraft> &offer) {
        const bool server = m_found->indexOf(offer.first) >= 0;
        if (server)
            delete offer.first;
        return server;
    });
    m_look->setEnabled(false);
    m_lookNote->setText(tr("Asking the usual ports of this machine ..."));
    m_lookNote->show();
    m_servers->look();
}

void WaysIn::addServer(const Candidate &candidate)
{
    const core::Account &account = candidate.draft.account;
    const QString place =
        QStringLiteral("%1:%2").arg(account.baseUrl.host(), QString::number(account.baseUrl.port()));
    const QString state = candidate.report && candidate.report->ok()
        ? tr("%n models", nullptr, static_cast<int>(candidate.report->models.size()))
        : tr("wants a key");
    auto *const box =
        new QCheckBox(tr("%1 on %2, %3").arg(providerName(account, m_context.presets), place, state), this);
    box->setObjectName(QStringLiteral("server-") + account.presetId);
    connect(box, &QCheckBox::toggled, this, &WaysIn::describe);
    m_found->addWidget(box);
    m_offers.append({box, candidate.draft});
    box->setChecked(candidate.report && candidate.report->ok());
}

QList<Candidate> WaysIn::chosen() const
{
    QList<Candidate> candidates;
    QStringList names;
    QList<AccountDraft> drafts = m_paste->drafts();
    for (const auto &[box, draft] : m_offers) {
        if (box->isChecked())
            drafts += draft;
    }
    for (AccountDraft &draft : drafts) {
        draft.account.name = freeAccountName(draft.account.name, m_context.accounts, names);
        names += draft.account.name;
        candidates += Candidate{draft};
    }
    return candidates;
}

void WaysIn::describe()
{
    const QList<Candidate> candidates = chosen();
    m_connect->setEnabled(!candidates.isEmpty());
    if (candidates.size() == 1)
        m_connect->setText(
            tr("&Connect %1").arg(providerName(candidates.constFirst().draft.account, m_context.presets)));
    else if (candidates.size() > 1)
        m_connect->setText(tr("&Connect %n accounts", nullptr, static_cast<int>(candidates.size())));
    else
        m_connect->setText(tr("&Connect"));
}

void WaysIn::submit()
{
    const QList<Candidate> candidates = chosen();
    if (!candidates.isEmpty())
        emit connectWanted(candidates);
}

} // namespace ui
