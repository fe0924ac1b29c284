#include "ui/usage/attemptdetails.h"

#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"
#include "ui/usage/calltrace.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pill.h"

#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using core::LaneStatus;
using core::LedgerWords;

namespace ui {

namespace {

constexpr int kNameWidth = 124;

Theme::Token inkOf(LaneStatus status)
{
    if (status == LaneStatus::Complete)
        return Theme::Token::Good;
    if (status == LaneStatus::Truncated)
        return Theme::Token::Warn;
    const bool bad = core::isSettled(status) && status != LaneStatus::Cancelled;
    return bad ? Theme::Token::Bad : Theme::Token::Ink2;
}

QString stamp(const std::optional<double> &ms)
{
    return ms ? core::formatDuration(*ms) : QStringLiteral("–");
}

QString exactMs(const std::optional<double> &ms)
{
    return ms ? QStringLiteral("%1 ms").arg(*ms, 0, 'f', 1) : QString();
}

} // namespace

AttemptDetails::AttemptDetails(const Theme &theme, core::LedgerReader &reader, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, Left, parent), m_reader(reader)
{
    setObjectName(QStringLiteral("usage.details"));
    setAccessibleName(tr("Details of a request"));
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto *const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeBody());
    column->addWidget(scroll, 1);
    connect(&theme, &Theme::changed, this, &AttemptDetails::applyTheme);
    applyTheme();
}

QWidget *AttemptDetails::makeHead()
{
    auto *const head = new QWidget(this);
    m_title = new ElidedLabel(theme(), {}, Theme::Token::Ink, Qt::ElideMiddle, head);
    m_title->setType(1.08, QFont::DemiBold);
    m_title->setObjectName(QStringLiteral("details.title"));
    m_status = new Pill(theme(), {}, Theme::Token::Ink2, head);
    m_open = new FlatButton(theme(), tr("Open run"), FlatButton::Look::Outlined, head);
    m_open->setObjectName(QStringLiteral("details.openRun"));
    m_close = new FlatButton(theme(), Icon::Close, tr("Close details"), head);
    m_close->setObjectName(QStringLiteral("details.close"));
    auto *const first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_title, 1);
    first->addWidget(m_close);
    auto *const second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_status);
    second->addStretch(1);
    second->addWidget(m_open);
    auto *const column = new QVBoxLayout(head);
    column->setContentsMargins(16, 12, 16, 8);
    column->setSpacing(8);
    column->addLayout(first);
    column->addLayout(second);
    connect(m_open, &QToolButton::clicked, this, [this] { emit runRequested(m_attempt.runId); });
    connect(m_close, &QToolButton::clicked, this, &AttemptDetails::closed);
    return head;
}

QWidget *AttemptDetails::makeBody()
{
    auto *const body = new Surface(theme(), Theme::Token::Panel);
    auto *const column = new QVBoxLayout(body);
    column->setContentsMargins(16, 4, 16, 16);
    column->setSpacing(8);
    const auto heading = [this, body, column](const QString &text) {
        auto *const label = new ThemedLabel(theme(), text, Theme::Token::Ink2, body);
        label->setType(0.92, QFont::DemiBold);
        column->addSpacing(4);
        column->addWidget(label);
        return label;
    };
    const auto grid = [this, body, column] {
        auto *const values = new KeyValueGrid(theme(), body);
        // The values of all groups stand below one another.
        static_cast<QGridLayout *>(values->layout())->setColumnMinimumWidth(0, theme().px(kNameWidth));
        column->addWidget(values);
        return values;
    };
    m_error = new MessagePanel(theme(), body);
    column->addWidget(m_error);
    heading(tr("Cost"));
    m_cost = grid();
    heading(tr("Tokens"));
    m_tokens = grid();
    heading(tr("Times"));
    m_times = grid();
    m_call = new CallTrace(theme(), m_reader, body);
    column->addWidget(m_call);
    m_usageTitle = heading(tr("Usage as received"));
    m_usage = new QPlainTextEdit(body);
    m_usage->setObjectName(QStringLiteral("details.usageJson"));
    m_usage->setAccessibleName(tr("Usage as the provider sent it"));
    m_usage->setReadOnly(true);
    m_usage->setTabChangesFocus(true);
    m_usage->setLineWrapMode(QPlainTextEdit::NoWrap);
    column->addWidget(m_usage);
    column->addStretch(1);
    return body;
}

void AttemptDetails::showAttempt(const core::AttemptRecord &attempt, const QTimeZone &zone)
{
    m_attempt = attempt;
    m_title->setFullText(attempt.accountName + QLatin1Char('/') + attempt.model);
    m_status->setText(LedgerWords::status(attempt.completion.status));
    m_status->setInk(inkOf(attempt.completion.status));
    m_open->setVisible(attempt.runId != 0);
    showError();
    showCost();
    showTokens();
    showTimes(zone);
    m_call->showCall(attempt);
    const QJsonDocument usage = QJsonDocument::fromJson(attempt.completion.usage.rawJson);
    m_usage->setPlainText(QString::fromUtf8(usage.isNull() ? attempt.completion.usage.rawJson
                                                           : usage.toJson(QJsonDocument::Indented)));
    const bool raw = !attempt.completion.usage.rawJson.isEmpty();
    m_usage->setVisible(raw);
    m_usageTitle->setVisible(raw);
    m_usage->setFixedHeight(
        std::min(m_usage->document()->blockCount() + 1, 14) * m_usage->fontMetrics().lineSpacing() + 12);
}

void AttemptDetails::showError()
{
    const std::optional<core::Error> &error = m_attempt.completion.error;
    m_error->setVisible(error.has_value());
    if (!error)
        return;
    QString title = LedgerWords::errorKind(error->kind);
    title[0] = title[0].toUpper();
    if (error->httpStatus)
        title = tr("%1 (HTTP %2)").arg(title).arg(*error->httpStatus);
    m_error->setMessage(MessagePanel::Kind::Bad, title,
                        tr("%1: “%2”", "account: its words").arg(m_attempt.accountName, error->message),
                        error->code.isEmpty() ? QString() : tr("Code %1").arg(error->code));
}

void AttemptDetails::showCost()
{
    const core::Cost &cost = m_attempt.cost;
    m_cost->clear();
    m_cost->addRow(tr("Amount"), LedgerWords::cost(m_attempt),
                   cost.amount ? QStringLiteral("US$ ") + cost.amount->toDecimal() : QString());
    if (cost.lower && cost.upper)
        m_cost->addRow(tr("Between"),
                       tr("%1 and %2").arg(core::formatMoney(*cost.lower), core::formatMoney(*cost.upper)));
    m_cost->addRow(tr("Basis"), LedgerWords::costBasis(cost.basis));
    if (cost.ownAmount && !cost.currency.isEmpty())
        m_cost->addRow(tr("In the price's currency"),
                       QStringLiteral("%1 %2").arg(cost.ownAmount->toDecimal(), cost.currency));
    if (cost.reported && cost.computed && *cost.reported != *cost.computed) {
        m_cost->addRow(tr("Reported"), core::formatMoney(*cost.reported), cost.reported->toDecimal());
        m_cost->addRow(tr("Tokens times price"), core::formatMoney(*cost.computed),
                       cost.computed->toDecimal());
    }
    // A cost that the provider told is from no price.
    if (!cost.priceSource.isEmpty() && cost.basis != core::CostBasis::Reported)
        m_cost->addRow(tr("Price from"), cost.priceSource);
    if (!cost.priceVersion.isEmpty())
        m_cost->addRow(tr("Price of"), cost.priceVersion);
    if (!cost.priceId.isEmpty())
        m_cost->addRow(tr("Price id"), cost.priceId);
}

void AttemptDetails::showTokens()
{
    const core::Usage &usage = m_attempt.completion.usage;
    const auto count = [](const std::optional<qint64> &value) {
        return value ? core::formatCount(*value) : tr("not reported");
    };
    m_tokens->clear();
    m_tokens->addRow(tr("Input"), count(usage.input));
    if (usage.cachedInput)
        m_tokens->addRow(tr("of it from the cache"), count(usage.cachedInput));
    if (usage.audioInput)
        m_tokens->addRow(tr("of it audio"), count(usage.audioInput));
    if (usage.cacheWrite)
        m_tokens->addRow(tr("of it written to the cache"), count(usage.cacheWrite));
    m_tokens->addRow(tr("Output"), count(usage.output));
    if (usage.reasoning)
        m_tokens->addRow(tr("of it reasoning"), count(usage.reasoning));
    if (usage.audioOutput)
        m_tokens->addRow(tr("of it audio"), count(usage.audioOutput));
    if (usage.toolCalls)
        m_tokens->addRow(tr("Billed tool calls"), count(usage.toolCalls));
    if (!usage.serviceTier.isEmpty())
        m_tokens->addRow(tr("Service tier"), usage.serviceTier);
    m_tokens->addRow(tr("Basis"), LedgerWords::usageBasis(usage.basis));
    if (usage.inconsistent)
        m_tokens->addRow(tr("Note"), tr("the provider's total does not fit its parts"));
}

void AttemptDetails::showTimes(const QTimeZone &zone)
{
    const core::Completion &completion = m_attempt.completion;
    const core::Timing &timing = completion.timing;
    const QDateTime begun = QDateTime::fromMSecsSinceEpoch(m_attempt.startedAtMs, zone);
    m_times->clear();
    m_times->addRow(tr("Sent"), QLocale().toString(begun, tr("d MMM yyyy, hh:mm:ss", "date and time")),
                    begun.toString(Qt::ISODateWithMs));
    m_times->addRow(tr("Attempt"), QString::number(m_attempt.number));
    m_times->addRow(tr("Task"), LedgerWords::task(m_attempt.task));
    m_times->addRow(tr("From"), LedgerWords::source(m_attempt.source));
    if (timing.queued > 0.0)
        m_times->addRow(tr("Waited for a slot"), stamp(timing.queued), exactMs(timing.queued));
    showStamps(timing);
    if (const std::optional<double> rate = core::tokensPerSecond(completion))
        m_times->addRow(tr("Rate"), tr("%1 tok/s").arg(QString::number(*rate, 'f', 0)));
    if (!completion.finishReason.isEmpty())
        m_times->addRow(tr("Finish reason"), completion.finishReason);
    if (!completion.modelAnswered.isEmpty())
        m_times->addRow(tr("Model answered"), completion.modelAnswered);
}

/// Nothing of what was not measured here, such as an imported request.
void AttemptDetails::showStamps(const core::Timing &timing)
{
    if (!timing.connected && !timing.headers && !timing.last)
        return;
    const bool wasOpen = !timing.connected && timing.headers;
    m_times->addRow(tr("Connected"), wasOpen ? tr("connection was open") : stamp(timing.connected),
                    exactMs(timing.connected));
    m_times->addRow(tr("Headers"), stamp(timing.headers), exactMs(timing.headers));
    if (timing.firstReasoning)
        m_times->addRow(tr("First reasoning"), stamp(timing.firstReasoning), exactMs(timing.firstReasoning));
    m_times->addRow(tr("First text"), stamp(timing.firstText), exactMs(timing.firstText));
    m_times->addRow(tr("Last"), stamp(timing.last), exactMs(timing.last));
}

void AttemptDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        Surface::keyPressEvent(event);
}

void AttemptDetails::applyTheme()
{
    m_usage->setFont(theme().codeFont());
    setFixedWidth(theme().px(340));
}

} // namespace ui
