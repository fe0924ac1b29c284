#pragma once

#include "ui/accounts/accountdraft.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class ConnectionSection;
class HeadersSection;
class KeySection;
class NetworkSection;
class PriceSection;

/// The fields of one account, checked as they are typed into; nothing is stored by it. Owned by
/// AccountDetail.
class AccountForm : public QWidget
{
    Q_OBJECT

public:
    explicit AccountForm(const AccountsContext &context, QWidget *parent = nullptr);

    /// Shows an account with nothing edited. `hasKey`: its key is where it says.
    void load(const core::Account &account, bool hasKey);
    AccountDraft draft() const;
    bool isDirty() const;
    /// Whether what is there can be saved.
    bool isSound() const { return m_faults.none(); }
    void setBaseUrl(const QUrl &url);
    /// Puts a card that is no part of the draft below the key.
    void insertBelowKey(QWidget *card);
    void focusName();
    void focusKey();

signals:
    /// A field was changed: draft(), isDirty() and isSound() may be other than before.
    void edited();

private:
    void check();

    const AccountsContext m_context;
    QVBoxLayout *const m_column;
    ConnectionSection *const m_connection;
    KeySection *const m_key;
    PriceSection *const m_prices;
    NetworkSection *const m_network;
    HeadersSection *const m_headers;
    core::Account m_shown;
    AccountDraft m_clean;
    DraftFaults m_faults;
};

} // namespace ui
