#include "ui/routes/carriedplace.h"

namespace ui {

namespace {

/// The numbers behind the stamp; none when it is another or one of them is no number.
QList<qsizetype> numbersBehind(const QByteArray &data, const QByteArray &stamp)
{
    QList<QByteArray> parts = data.split(' ');
    if (stamp.isEmpty() || parts.takeFirst() != stamp)
        return {};
    QList<qsizetype> numbers;
    for (const QByteArray &part : std::as_const(parts)) {
        bool isNumber = false;
        numbers.append(part.toLongLong(&isNumber));
        if (!isNumber)
            return {};
    }
    return numbers;
}

} // namespace

QByteArray carryTarget(const ChainPlace &place, const QByteArray &stamp)
{
    return QList<QByteArray>{stamp, QByteArray::number(place.rule),
                             QByteArray::number(place.fallback ? 1 : 0), QByteArray::number(place.at)}
        .join(' ');
}

ChainPlace carriedTarget(const QByteArray &data, const QByteArray &stamp)
{
    const QList<qsizetype> numbers = numbersBehind(data, stamp);
    return numbers.size() == 3 ? ChainPlace{numbers.at(0), numbers.at(1) == 1, numbers.at(2)} : ChainPlace();
}

QByteArray carryRule(qsizetype rule, const QByteArray &stamp)
{
    return QList<QByteArray>{stamp, QByteArray::number(rule)}.join(' ');
}

qsizetype carriedRule(const QByteArray &data, const QByteArray &stamp)
{
    const QList<qsizetype> numbers = numbersBehind(data, stamp);
    return numbers.size() == 1 ? numbers.constFirst() : -1;
}

} // namespace ui
