#pragma once

#include "ui/accounts/candidate.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QGridLayout;
class QPlainTextEdit;

namespace ui {

/// The first comparison: the proposed line-up, a sample prompt and what that will probably cost. Owned by
/// ConnectStep.
class LineUpCard : public Card
{
    Q_OBJECT

public:
    explicit LineUpCard(const AccountsContext &context, QWidget *parent = nullptr);

    /// Proposes anew from these models.
    void propose(const QList<core::LineUpCandidate> &offered);
    /// The models that are ticked, in order.
    QList<core::TargetName> lineUp() const;
    QString prompt() const;

signals:
    void changed();

private:
    void addTarget(const core::LineUpCandidate &candidate);
    void describe();
    void nextSample();
    QString estimate() const;

    const AccountsContext m_context;
    QGridLayout *const m_grid;
    QPlainTextEdit *const m_prompt;
    ThemedLabel *const m_estimate;
    QList<std::pair<QCheckBox *, core::LineUpCandidate>> m_targets;
    qsizetype m_sample = 0;
};

} // namespace ui
