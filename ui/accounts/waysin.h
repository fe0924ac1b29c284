#pragma once

#include "ui/accounts/candidate.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace ui {

class Card;
class FlatButton;
class LocalServers;
class PasteCard;
class PrimaryButton;
class ThemedLabel;

/// The first step of the first start: a pasted key, what the environment and this machine have, or the
/// simulator. Owned by FirstStart.
class WaysIn : public QWidget
{
    Q_OBJECT

public:
    explicit WaysIn(const AccountsContext &context, QWidget *parent = nullptr);

    void restart(bool further);
    void setSimulatorOn(bool on);
    void focusField();

signals:
    void connectWanted(const QList<ui::Candidate> &candidates);
    void simulatorWanted();
    void formWanted();
    void cancelled();

private:
    QWidget *makeHead();
    QWidget *makeHere();
    QWidget *makeSimulator();
    QWidget *makeFoot();
    void listVariables();
    void lookForServers();
    void addServer(const Candidate &candidate);
    QList<Candidate> chosen() const;
    void describe();
    void submit();

    const AccountsContext m_context;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_sentence = nullptr;
    PasteCard *const m_paste;
    LocalServers *const m_servers;
    QVBoxLayout *m_variables = nullptr;
    QVBoxLayout *m_found = nullptr;
    ThemedLabel *m_noVariables = nullptr;
    ThemedLabel *m_lookNote = nullptr;
    FlatButton *m_look = nullptr;
    FlatButton *m_try = nullptr;
    FlatButton *m_back = nullptr;
    PrimaryButton *m_connect = nullptr;
    QList<std::pair<QCheckBox *, AccountDraft>> m_offers;
};

} // namespace ui
