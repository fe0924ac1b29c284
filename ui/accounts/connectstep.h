#pragma once

#include "ui/accounts/candidate.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class CandidateRow;
class LineUpCard;
class MessagePanel;
class PrimaryButton;
class ThemedLabel;

/// The second step of the first start: the tests, the first line-up and "Start comparing". Owned by
/// FirstStart.
class ConnectStep : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectStep(const AccountsContext &context, QWidget *parent = nullptr);

    /// Tests these; what was there before is gone.
    void begin(const QList<Candidate> &candidates);
    bool isStoring() const { return m_storing; }

signals:
    void back();
    void finished(const QList<core::TargetName> &lineUp, const QString &prompt);

private:
    void describe();
    void proposeWhenTested();
    QList<Candidate> usable() const;
    void start();

    const AccountsContext m_context;
    ThemedLabel *const m_title;
    QVBoxLayout *const m_rowsColumn;
    MessagePanel *const m_failure;
    LineUpCard *const m_lineUp;
    PrimaryButton *const m_start;
    QList<CandidateRow *> m_rows;
    bool m_storing = false;
};

} // namespace ui
