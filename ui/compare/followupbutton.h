#pragma once

#include "core/ledger/records.h"
#include "ui/widgets/flatbutton.h"

namespace ui {

class Actions;
class Conversation;

/// Says and chooses what the lanes of the next turn are given of the earlier ones. Owned by ComparePage.
class FollowUpButton : public FlatButton
{
    Q_OBJECT

public:
    explicit FollowUpButton(const Theme &theme, QWidget *parent = nullptr);

    /// Once, before anything else.
    void setConversation(Conversation *conversation);
    /// The choices of the menu but single lanes, for the palette.
    void registerActions(Actions &actions, QWidget *page);
    /// The lanes' models, for naming the one that all follow.
    void setLanes(const QStringList &models);

signals:
    /// The user wants to read what each lane will be sent.
    void contextRequested();

private:
    void fillMenu();
    void follow(core::Lineage lineage, int winner = -1);
    void describe();
    QString laneName(int lane) const;

    Conversation *m_conversation = nullptr;
    QStringList m_models;
};

} // namespace ui
