#pragma once

#include "ui/accounts/accountdraft.h"
#include "ui/widgets/card.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace ui {

class FieldRow;
class FlatButton;

/// Limit, timeouts, proxy and extra CA file of an account. Owned by AccountForm.
class NetworkSection : public Card
{
    Q_OBJECT

public:
    explicit NetworkSection(Theme &theme, QWidget *parent = nullptr);

    void load(const core::Account &account);
    void apply(AccountDraft &draft) const;
    void setFaults(const DraftFaults &faults);

signals:
    void edited();

private:
    QWidget *makeTimeouts();
    QWidget *makeProxy();
    QWidget *makeCaFile();
    QSpinBox *makeSeconds(const QString &name, const QString &label);
    void putInTabOrder();
    bool hasOwnProxy() const;
    void describe();
    void browse();

    Theme &m_theme;
    QSpinBox *const m_limit;
    QSpinBox *m_connect = nullptr;
    QSpinBox *m_firstToken = nullptr;
    QSpinBox *m_idle = nullptr;
    QSpinBox *m_total = nullptr;
    QComboBox *const m_proxyMode;
    QLineEdit *const m_proxyHost;
    QSpinBox *const m_proxyPort;
    QLineEdit *const m_proxyUser;
    QLineEdit *const m_proxyPassword;
    QLineEdit *const m_caFile;
    FlatButton *m_choose = nullptr;
    QWidget *m_proxyDetails = nullptr;
    FieldRow *m_proxyRow = nullptr;
    FieldRow *m_caRow = nullptr;
};

} // namespace ui
