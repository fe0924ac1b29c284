#include "core/imports/importlosses.h"

#include <QJsonArray>

#include <algorithm>

namespace core {

namespace {

bool saysNothing(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return !value.toBool();
    case QJsonValue::String:
        return value.toString().isEmpty();
    case QJsonValue::Array:
        return value.toArray().isEmpty();
    case QJsonValue::Object:
        return value.toObject().isEmpty();
    case QJsonValue::Double:
        return false;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return true;
    }
    return true;
}

} // namespace

void ImportLosses::add(LossKind kind, const QString &name)
{
    ImportLoss &loss = m_losses[{static_cast<int>(kind), name}];
    if (loss.times++ == 0) {
        loss.kind = kind;
        loss.name = name;
        loss.first = m_title;
    }
}

void ImportLosses::addUnknown(const QJsonObject &object, const QString &path, const QSet<QString> &known)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!known.contains(member.key()) && !saysNothing(member.value()))
            add(LossKind::Field, path + member.key());
    }
}

QList<ImportLoss> ImportLosses::list() const
{
    QList<ImportLoss> all = m_losses.values();
    std::sort(all.begin(), all.end(), [](const ImportLoss &one, const ImportLoss &other) {
        if (one.kind != other.kind)
            return one.kind < other.kind;
        return one.times != other.times ? one.times > other.times : one.name < other.name;
    });
    return all;
}

} // namespace core
