#include "ui/accounts/accountform.h"

#include "core/accounts/presets.h"
#include "ui/accounts/connectionsection.h"
#include "ui/accounts/headerssection.h"
#include "ui/accounts/keysection.h"
#include "ui/accounts/networksection.h"
#include "ui/accounts/pricesection.h"

#include <QVBoxLayout>

namespace ui {

AccountForm::AccountForm(const AccountsContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
    , m_connection(new ConnectionSection(context, this))
    , m_key(new KeySection(context, this))
    , m_prices(new PriceSection(context.theme, this))
    , m_network(new NetworkSection(context.theme, this))
    , m_headers(new HeadersSection(context.theme, this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    for (QWidget *section :
         std::initializer_list<QWidget *>{m_connection, m_key, m_prices, m_network, m_headers})
        m_column->addWidget(section);
    connect(m_connection, &ConnectionSection::presetChosen, m_key, &KeySection::takePreset);
    connect(m_connection, &ConnectionSection::edited, this, &AccountForm::check);
    connect(m_key, &KeySection::edited, this, &AccountForm::check);
    connect(m_prices, &PriceSection::edited, this, &AccountForm::check);
    connect(m_network, &NetworkSection::edited, this, &AccountForm::check);
    connect(m_headers, &HeadersSection::edited, this, &AccountForm::check);
}

void AccountForm::load(const core::Account &account, bool hasKey)
{
    m_shown = account;
    m_connection->load(account);
    m_key->load(account, hasKey);
    m_prices->load(account);
    m_network->load(account);
    m_headers->load(account.headers);
    // What the fields make of it, so that rounding in a field is no edit.
    m_clean = draft();
    check();
}

AccountDraft AccountForm::draft() const
{
    AccountDraft draft{m_shown};
    m_connection->apply(draft.account);
    m_prices->apply(draft.account);
    m_network->apply(draft);
    draft.account.headers = m_headers->headers();
    m_key->apply(draft);
    return draft;
}

bool AccountForm::isDirty() const
{
    return draft() != m_clean;
}

void AccountForm::check()
{
    const AccountDraft now = draft();
    m_faults = faultsOf(now, m_context.accounts, m_key->keyStored());
    // An empty form has not been filled in wrongly: it says what is missing once something was typed.
    const bool untouched = m_shown.id == 0 && now == m_clean;
    const DraftFaults shown = untouched ? DraftFaults() : m_faults;
    m_connection->setFaults(shown);
    m_key->setFaults(shown);
    m_network->setFaults(shown);
    m_headers->setFault(shown.headers);
    const core::Preset *const preset = m_context.presets.find(now.account.presetId);
    m_prices->setCustom(!preset || preset->kind == core::PresetKind::Custom);
    emit edited();
}

void AccountForm::setBaseUrl(const QUrl &url)
{
    m_connection->setBaseUrl(url);
}

void AccountForm::insertBelowKey(QWidget *card)
{
    m_column->insertWidget(m_column->indexOf(m_key) + 1, card);
}

void AccountForm::focusName()
{
    m_connection->focusName();
}

void AccountForm::focusKey()
{
    m_key->focusKey();
}

} // namespace ui
