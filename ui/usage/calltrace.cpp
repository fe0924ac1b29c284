#include "ui/usage/calltrace.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/ledger/ledgerreader.h"
#include "core/models/ledgerwords.h"
#include "core/routing/decision.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/themedlabel.h"

#include <QVBoxLayout>

using core::LedgerWords;

namespace ui {

namespace {

/// `failed: rate limited`.
QString outcomeOf(const core::AttemptRecord &attempt)
{
    const QString status = LedgerWords::status(attempt.completion.status);
    if (!attempt.completion.error)
        return status;
    return QStringLiteral("%1: %2").arg(status, LedgerWords::errorKind(attempt.completion.error->kind));
}

} // namespace

CallTrace::CallTrace(const Theme &theme, core::LedgerReader &reader, QWidget *parent)
    : QWidget(parent)
    , m_reader(reader)
    , m_attemptsTitle(new ThemedLabel(theme, tr("Attempts of the call"), Theme::Token::Ink2, this))
    , m_attempts(new KeyValueGrid(theme, this))
    , m_routeTitle(new ThemedLabel(theme, tr("Rule"), Theme::Token::Ink2, this))
    , m_route(new KeyValueGrid(theme, this))
    , m_problem(new ThemedLabel(theme, {}, Theme::Token::Bad, this))
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_attempts->setObjectName(QStringLiteral("details.attempts"));
    m_route->setObjectName(QStringLiteral("details.route"));
    m_problem->setWordWrap(true);
    for (ThemedLabel *title : {m_attemptsTitle, m_routeTitle})
        title->setType(0.92, QFont::DemiBold);
    for (QWidget *part : {static_cast<QWidget *>(m_attemptsTitle), static_cast<QWidget *>(m_attempts),
                          static_cast<QWidget *>(m_routeTitle), static_cast<QWidget *>(m_route),
                          static_cast<QWidget *>(m_problem)}) {
        column->addWidget(part);
        part->hide();
    }
}

void CallTrace::showCall(const core::AttemptRecord &attempt)
{
    m_call = attempt.callId;
    m_attempt = attempt.id;
    m_problem->hide();
    showAttempts({});
    showRoute({});
    const auto complain = [this](const core::Error &error) {
        m_problem->setText(tr("The call could not be read: %1").arg(error.message));
        m_problem->show();
    };
    core::continued(
        m_reader.attemptsOfCall(m_call), this,
        [this, call = m_call, complain](const core::Result<QList<core::AttemptRecord>> &attempts) {
            if (call != m_call)
                return;
            if (attempts)
                showAttempts(*attempts);
            else
                complain(attempts.error());
        });
    core::continued(
        m_reader.routeOfCall(m_call), this,
        [this, call = m_call, complain](const core::Result<std::optional<core::CallRoute>> &route) {
            if (call != m_call)
                return;
            if (route)
                showRoute(*route);
            else
                complain(route.error());
        });
}

/// One that was the only one says nothing new.
void CallTrace::showAttempts(const QList<core::AttemptRecord> &attempts)
{
    m_attempts->clear();
    const bool several = attempts.size() > 1;
    m_attemptsTitle->setVisible(several);
    m_attempts->setVisible(several);
    if (!several)
        return;
    for (const core::AttemptRecord &attempt : attempts) {
        QStringList words{attempt.accountName + QLatin1Char('/') + attempt.model, outcomeOf(attempt)};
        if (attempt.completion.timing.last)
            words.append(core::formatDuration(*attempt.completion.timing.last));
        words.append(LedgerWords::cost(attempt));
        const QString number = attempt.id == m_attempt ? tr("Attempt %1 (this)").arg(attempt.number)
                                                       : tr("Attempt %1").arg(attempt.number);
        m_attempts->addRow(number, words.join(QStringLiteral(" · ")), attempt.why);
        if (!attempt.why.isEmpty())
            m_attempts->addRow(tr("why"), attempt.why);
        if (attempt.waitedMs && *attempt.waitedMs > 0.0)
            m_attempts->addRow(tr("waited"), core::formatDuration(*attempt.waitedMs));
    }
}

void CallTrace::showRoute(const std::optional<core::CallRoute> &route)
{
    m_route->clear();
    const bool routed = route && route->isRouted();
    m_routeTitle->setVisible(routed);
    m_route->setVisible(routed);
    if (!routed)
        return;
    m_route->addRow(tr("Rule set"),
                    route->version > 0 ? tr("%1, version %2").arg(route->ruleSet).arg(route->version)
                                       : tr("%1, draft").arg(route->ruleSet));
    m_route->addRow(tr("Chosen by"), route->rule);
    const core::Decision decision = core::decisionFromJson(route->decision);
    for (const core::TraceStep &step : decision.trace)
        m_route->addRow(step.rule,
                        step.matched() ? tr("matched: %1").arg(step.why)
                                       : tr("did not match: %1").arg(step.why));
}

} // namespace ui
