#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

namespace core {

/// What of an export has no place in the ledger.
enum class LossKind {
    /// A member of the JSON that means nothing here; `name` is its path.
    Field,
    /// A message of a kind that is no part of the talk, such as a tool's output; `name` is the kind.
    Message,
    /// A file that is not in the JSON; `name` is its kind.
    File,
    /// A message that hangs on none of the others.
    Stray,
};

struct ImportLoss
{
    LossKind kind = LossKind::Field;
    QString name;
    int times = 0;
    /// The conversation it was met in first.
    QString first;

    bool operator==(const ImportLoss &) const = default;
};

/// Collects losses, alike ones once: a long export has few kinds of them.
class ImportLosses
{
public:
    /// What is added from now on is in this conversation.
    void setConversation(const QString &title) { m_title = title; }
    void add(LossKind kind, const QString &name);
    /// Every member of `object` that is not `known` and says something: neither null, false nor empty.
    void addUnknown(const QJsonObject &object, const QString &path, const QSet<QString> &known);

    /// By kind, then most often first.
    QList<ImportLoss> list() const;

private:
    QString m_title;
    QHash<std::pair<int, QString>, ImportLoss> m_losses;
};

} // namespace core
