#pragma once

#include "core/ledger/records.h"
#include "ui/widgets/surface.h"

#include <QTimeZone>

class QPlainTextEdit;

namespace core {
class LedgerReader;
}

namespace ui {

class CallTrace;
class ElidedLabel;
class FlatButton;
class KeyValueGrid;
class MessagePanel;
class Pill;
class PrimaryButton;
class ThemedLabel;

/// Everything the ledger knows of one attempt: stamps, tokens, cost and where it comes from, the error in the
/// provider's words, the other attempts of its call, the rules that chose it, the usage as it was received.
class AttemptDetails : public Surface
{
    Q_OBJECT

public:
    AttemptDetails(const Theme &theme, core::LedgerReader &reader, QWidget *parent = nullptr);

    void showAttempt(const core::AttemptRecord &attempt, const QTimeZone &zone);
    qint64 attemptId() const { return m_attempt.id; }

signals:
    void runRequested(qint64 run);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeBody();
    void showTimes(const QTimeZone &zone);
    void showStamps(const core::Timing &timing);
    void showTokens();
    void showCost();
    void showError();
    void applyTheme();

    core::LedgerReader &m_reader;
    core::AttemptRecord m_attempt;
    ElidedLabel *m_title = nullptr;
    Pill *m_status = nullptr;
    FlatButton *m_open = nullptr;
    FlatButton *m_close = nullptr;
    MessagePanel *m_error = nullptr;
    KeyValueGrid *m_times = nullptr;
    KeyValueGrid *m_tokens = nullptr;
    KeyValueGrid *m_cost = nullptr;
    CallTrace *m_call = nullptr;
    ThemedLabel *m_usageTitle = nullptr;
    QPlainTextEdit *m_usage = nullptr;
};

} // namespace ui
