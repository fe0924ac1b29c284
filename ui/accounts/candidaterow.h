#pragma once

#include "ui/accounts/candidate.h"
#include "ui/widgets/card.h"

#include <QTimer>

class QLineEdit;

namespace ui {

class MessagePanel;
class Pill;
class TestRunner;

/// One account of the first start while and after it is tested: its state, and what to do when it does not
/// work. Owned by ConnectStep.
class CandidateRow : public Card
{
    Q_OBJECT

public:
    CandidateRow(const AccountsContext &context, const Candidate &candidate, QWidget *parent = nullptr);

    const Candidate &candidate() const { return m_candidate; }
    bool isTesting() const;
    void test();

signals:
    void changed();
    /// Another key is wanted: back to the ways in.
    void otherKeyWanted();

private:
    void take(const core::ConnectionReport &report);
    void offerRemedies(const core::ConnectionReport &report);
    void takeTyped(const QString &text);
    void describe();

    const AccountsContext m_context;
    Candidate m_candidate;
    TestRunner *const m_runner;
    ThemedLabel *const m_place;
    Pill *const m_state;
    MessagePanel *const m_panel;
    QLineEdit *const m_typed;
    QTimer m_progress;
};

} // namespace ui
