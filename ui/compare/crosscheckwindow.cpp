#include "ui/compare/crosscheckwindow.h"

#include "core/base/formatting.h"
#include "core/compare/crosscheck.h"
#include "core/models/ledgerwords.h"
#include "ui/compare/lanewords.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themedlabel.h"

#include <QGridLayout>
#include <QScrollArea>

namespace ui {

namespace {

constexpr int kSide = 16;
const QString kUnknown = QStringLiteral("–");

QString count(const std::optional<qint64> &value)
{
    return value ? core::formatCount(*value) : kUnknown;
}

QString duration(const std::optional<double> &ms)
{
    return ms ? core::formatDuration(*ms) : kUnknown;
}

QString rate(const core::Completion &completion)
{
    const std::optional<double> perSecond = core::tokensPerSecond(completion);
    return perSecond ? LaneWords::tr("%1 tok/s").arg(QLocale().toString(*perSecond, 'f', 0)) : kUnknown;
}

QString ratio(const std::optional<double> &value)
{
    return value ? LaneWords::tr("× %1", "a factor").arg(QLocale().toString(*value, 'f', 2)) : QString();
}

QString answered(const core::Completion &completion)
{
    return completion.modelAnswered.isEmpty() ? kUnknown : completion.modelAnswered;
}

std::optional<double> firstToken(const core::Timing &timing)
{
    if (timing.firstReasoning && timing.firstText)
        return std::min(*timing.firstReasoning, *timing.firstText);
    return timing.firstText ? timing.firstText : timing.firstReasoning;
}

QString percent(double share)
{
    return QLocale().toString(share * 100.0, 'f', 0);
}

} // namespace

QList<CrossCheckRow> crossCheckRows(const core::LaneState &first, const core::LaneState &second)
{
    const core::CrossCheck check = core::crossCheck(first, second);
    const core::Completion &a = first.completion;
    const core::Completion &b = second.completion;
    const auto cost = [](const core::LaneState &lane) {
        return lane.cost.amount ? core::formatMoney(*lane.cost.amount) : LaneWords::tr("unknown");
    };
    QList<CrossCheckRow> rows{
        {LaneWords::tr("Model asked"), first.target.name.model, second.target.name.model},
        {LaneWords::tr("Model that answered"), answered(a), answered(b)},
        {LaneWords::tr("Ended"), core::LedgerWords::status(a.status), core::LedgerWords::status(b.status)},
        {LaneWords::tr("Input tokens"), count(a.usage.input), count(b.usage.input), ratio(check.inputRatio)},
        {LaneWords::tr("Output tokens"), count(a.usage.output), count(b.usage.output),
         ratio(check.outputRatio)},
        {LaneWords::tr("of it reasoning"), count(a.usage.reasoning), count(b.usage.reasoning)},
        {LaneWords::tr("Price"), cost(first), cost(second), ratio(check.costRatio)},
        {LaneWords::tr("First token"), duration(firstToken(a.timing)), duration(firstToken(b.timing)),
         ratio(check.firstTokenRatio)},
        {LaneWords::tr("Last token"), duration(a.timing.last), duration(b.timing.last),
         ratio(check.totalRatio)},
        {LaneWords::tr("Rate"), rate(a), rate(b)},
        {LaneWords::tr("Length"), LaneWords::tr("%n characters", nullptr, int(a.text.size())),
         LaneWords::tr("%n characters", nullptr, int(b.text.size()))},
    };
    if (!a.systemFingerprint.isEmpty() || !b.systemFingerprint.isEmpty())
        rows.append({LaneWords::tr("Fingerprint"), a.systemFingerprint, b.systemFingerprint});
    return rows;
}

QString crossCheckVerdict(const core::LaneState &first, const core::LaneState &second)
{
    const core::CrossCheck check = core::crossCheck(first, second);
    if (!check.agreement)
        return LaneWords::tr("One of the two gave no text, so the answers cannot be compared.");
    if (!check.sameModelAnswered)
        return LaneWords::tr("Another model answered than the one asked for. The texts agree to %1 %.")
            .arg(percent(*check.agreement));
    if (check.identical)
        return LaneWords::tr("Both answered the same, character by character.");
    return LaneWords::tr("The texts agree to %1 % (pairs of neighbouring words both have).")
        .arg(percent(*check.agreement));
}

CrossCheckWindow::CrossCheckWindow(const Theme &theme, QWidget *page)
    : InstrumentWindow(theme, QStringLiteral("crossCheck"), page)
    , m_verdict(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
{
    m_verdict->setObjectName(QStringLiteral("crossVerdict"));
    m_verdict->setWordWrap(true);
    m_verdict->setType(1.1, QFont::DemiBold);
    m_verdict->setContentsMargins(kSide, 16, kSide, 12);
    auto *const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    m_table = new QWidget(scroll);
    m_table->setObjectName(QStringLiteral("crossTable"));
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(kSide, 0, kSide, 16);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(8);
    scroll->setWidget(m_table);
    for (QWidget *const ground : {m_table, scroll->viewport()})
        ground->setAutoFillBackground(false); // that of the window
    auto *const note = new ThemedLabel(
        theme,
        tr("Models answer differently each time unless they are asked with temperature 0, and often even "
           "then. "
           "More input tokens for the same prompt mean another tokenizer or words the seller adds."),
        Theme::Token::Ink2, this);
    note->setWordWrap(true);
    note->setContentsMargins(kSide, 10, kSide, 12);
    content().addWidget(m_verdict);
    content().addWidget(scroll, 1);
    content().addWidget(new Separator(theme, Qt::Horizontal, this));
    content().addWidget(note);
}

void CrossCheckWindow::addCell(int row, int column, const QString &text, Theme::Token ink, bool strong)
{
    auto *const cell = new ThemedLabel(theme(), text, ink, m_table);
    cell->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (strong)
        cell->setType(1.0, QFont::DemiBold);
    m_grid->addWidget(cell, row, column);
}

void CrossCheckWindow::showLanes(const core::LaneState &first, const core::LaneState &second)
{
    setTitle(tr("Cross-check"), first.target.name.model);
    m_verdict->setText(crossCheckVerdict(first, second));
    while (QLayoutItem *const item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addCell(0, 1, first.target.name.account, Theme::Token::Ink, true);
    addCell(0, 2, second.target.name.account, Theme::Token::Ink, true);
    addCell(0, 3, tr("second to first"), Theme::Token::Ink2);
    int row = 1;
    for (const CrossCheckRow &line : crossCheckRows(first, second)) {
        addCell(row, 0, line.name, Theme::Token::Ink2);
        addCell(row, 1, line.first, Theme::Token::Ink);
        addCell(row, 2, line.second, Theme::Token::Ink);
        addCell(row, 3, line.ratio, Theme::Token::Ink2);
        ++row;
    }
    m_grid->setRowStretch(row, 1);
    m_grid->setColumnStretch(3, 1);
}

} // namespace ui
