#pragma once

#include "core/ledger/records.h"

#include <QWidget>

namespace core {
class LedgerReader;
}

namespace ui {

class KeyValueGrid;
class Theme;
class ThemedLabel;

/// The call that an attempt belongs to: all its attempts in order, and which rules were asked and why one
/// matched. Reads by itself.
class CallTrace : public QWidget
{
    Q_OBJECT

public:
    CallTrace(const Theme &theme, core::LedgerReader &reader, QWidget *parent = nullptr);

    void showCall(const core::AttemptRecord &attempt);

private:
    void showAttempts(const QList<core::AttemptRecord> &attempts);
    void showRoute(const std::optional<core::CallRoute> &route);

    core::LedgerReader &m_reader;
    ThemedLabel *const m_attemptsTitle;
    KeyValueGrid *const m_attempts;
    ThemedLabel *const m_routeTitle;
    KeyValueGrid *const m_route;
    ThemedLabel *const m_problem;
    qint64 m_call = 0;
    qint64 m_attempt = 0;
};

} // namespace ui
