#include "core/ledger/usagefigurereader.h"

#include <QHash>

namespace core {

namespace {

/// Where each figure but the cost goes.
const QHash<QString, qint64 UsageFigures::*> &figureMembers()
{
    static const QHash<QString, qint64 UsageFigures::*> members{
        {QStringLiteral("calls"), &UsageFigures::calls},
        {QStringLiteral("attempts"), &UsageFigures::attempts},
        {QStringLiteral("errors"), &UsageFigures::errors},
        {QStringLiteral("rescued"), &UsageFigures::rescued},
        {QStringLiteral("input"), &UsageFigures::input},
        {QStringLiteral("cached_input"), &UsageFigures::cachedInput},
        {QStringLiteral("cache_write"), &UsageFigures::cacheWrite},
        {QStringLiteral("cache_write_1h"), &UsageFigures::cacheWrite1h},
        {QStringLiteral("output"), &UsageFigures::output},
        {QStringLiteral("reasoning"), &UsageFigures::reasoning},
        {QStringLiteral("audio_input"), &UsageFigures::audioInput},
        {QStringLiteral("audio_output"), &UsageFigures::audioOutput},
        {QStringLiteral("below_micros"), &UsageFigures::belowMicros},
        {QStringLiteral("above_micros"), &UsageFigures::aboveMicros},
        {QStringLiteral("unpriced"), &UsageFigures::unpricedAttempts}};
    return members;
}

} // namespace

UsageFigureReader::UsageFigureReader(const QStringList &columns, int column) : m_column(column)
{
    for (const QString &name : columns)
        m_members.append(figureMembers().value(name, nullptr));
}

} // namespace core
