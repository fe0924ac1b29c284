#include "ui/routes/conditionpaths.h"

#include <algorithm>

using core::Condition;

namespace ui {

namespace {

Condition *partAt(Condition &root, const ConditionPath &path)
{
    Condition *at = &root;
    for (const qsizetype number : path) {
        if (number < 0 || number >= at->parts.size())
            return nullptr;
        at = &at->parts[number];
    }
    return at;
}

bool isGroup(const Condition &condition)
{
    return condition.kind == Condition::Kind::All || condition.kind == Condition::Kind::Any;
}

} // namespace

const Condition *conditionAt(const Condition &root, const ConditionPath &path)
{
    const Condition *at = &root;
    for (const qsizetype number : path) {
        if (number < 0 || number >= at->parts.size())
            return nullptr;
        at = &at->parts.at(number);
    }
    return at;
}

Condition withCondition(const Condition &root, const ConditionPath &path, const Condition &condition)
{
    Condition changed = root;
    if (Condition *const at = partAt(changed, path))
        *at = condition;
    return changed;
}

Condition withoutCondition(const Condition &root, const ConditionPath &path)
{
    if (!conditionAt(root, path))
        return root;
    ConditionPath doomed = path;
    while (!doomed.isEmpty()) {
        const ConditionPath above = doomed.first(doomed.size() - 1);
        if (conditionAt(root, above)->parts.size() > 1)
            break;
        doomed = above;
    }
    if (doomed.isEmpty())
        return {};
    Condition changed = root;
    partAt(changed, doomed.first(doomed.size() - 1))->parts.removeAt(doomed.constLast());
    return changed;
}

Condition withAppended(const Condition &root, const ConditionPath &group, const Condition &part)
{
    Condition changed = root;
    Condition *const at = partAt(changed, group);
    if (!at)
        return root;
    if (isGroup(*at))
        at->parts.append(part);
    else
        *at = core::allOf({*at, part});
    return changed;
}

Condition withInsertedBehind(const Condition &root, const ConditionPath &path, const Condition &part)
{
    if (!conditionAt(root, path))
        return root;
    ConditionPath place = path;
    // A contrary holds one part: the place behind it is that behind the contrary.
    while (!place.isEmpty() && !isGroup(*conditionAt(root, place.first(place.size() - 1))))
        place.removeLast();
    if (place.isEmpty())
        return withAppended(root, {}, part);
    Condition changed = root;
    partAt(changed, place.first(place.size() - 1))->parts.insert(place.constLast() + 1, part);
    return changed;
}

Condition withNegated(const Condition &root, const ConditionPath &path)
{
    const Condition *const at = conditionAt(root, path);
    if (!at)
        return root;
    if (at->kind == Condition::Kind::Not && !at->parts.isEmpty())
        return withCondition(root, path, at->parts.constFirst());
    return withCondition(root, path, core::notOf(*at));
}

Condition withKind(const Condition &root, const ConditionPath &group, Condition::Kind kind)
{
    Condition changed = root;
    Condition *const at = partAt(changed, group);
    if (at && isGroup(*at))
        at->kind = kind;
    return changed;
}

Condition withMoved(const Condition &root, const ConditionPath &path, qsizetype by)
{
    if (path.isEmpty() || !conditionAt(root, path))
        return root;
    Condition changed = root;
    QList<Condition> &parts = partAt(changed, path.first(path.size() - 1))->parts;
    const qsizetype from = path.constLast();
    parts.move(from, std::clamp<qsizetype>(from + by, 0, parts.size() - 1));
    return changed;
}

QString documentPath(const Condition &root, const ConditionPath &path)
{
    QString text;
    const Condition *at = &root;
    for (const qsizetype number : path) {
        if (number < 0 || number >= at->parts.size())
            break;
        if (at->kind == Condition::Kind::Not)
            text += QStringLiteral(".not");
        else
            text += QStringLiteral(".%1[%2]").arg(at->kind == Condition::Kind::All ? QStringLiteral("all")
                                                                                   : QStringLiteral("any"),
                                                  QString::number(number));
        at = &at->parts.at(number);
    }
    return text;
}

} // namespace ui
