#include "core/reconcile/importedsums.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace core {

namespace {

using SumKey = std::tuple<qint64, QString, QString, QString, QString, QString>;

SumKey sumKey(const UsageRecord &sum)
{
    return {sum.atMs, sum.model, sum.project, sum.key, sum.user, sum.usage.serviceTier};
}

qint64 endOfSum(const UsageRecord &sum)
{
    return sum.untilMs.value_or(sum.atMs);
}

/// All sums of one side that start together and have one model.
struct SumGroup
{
    /// Which of project, key, user and tier they tell, as bits.
    int told = 0;
    qint64 firstEnd = 0;
    qint64 lastEnd = 0;
};

int toldParts(const UsageRecord &sum)
{
    return (sum.project.isEmpty() ? 0 : 1) + (sum.key.isEmpty() ? 0 : 2) + (sum.user.isEmpty() ? 0 : 4)
        + (sum.usage.serviceTier.isEmpty() ? 0 : 8);
}

/// All that a sum tells beside when and of whom.
QString figuresOfSum(const UsageRecord &sum)
{
    const Usage &usage = sum.usage;
    QStringList figures;
    for (const std::optional<qint64> &count : {sum.requests, usage.input, usage.cachedInput, usage.cacheWrite,
                                               usage.cacheWrite1h, usage.output, usage.reasoning})
        figures.append(count ? QString::number(*count) : QString());
    figures.append(sum.cost ? sum.cost->toDecimal() : QString());
    return figures.join(u'|');
}

class SumsOfOneSide
{
public:
    void add(qsizetype place, const UsageRecord &sum)
    {
        const auto [group, isNew] = m_groups.try_emplace({sum.atMs, sum.model});
        SumGroup &of = group->second;
        of.told |= toldParts(sum);
        of.firstEnd = isNew ? endOfSum(sum) : std::min(of.firstEnd, endOfSum(sum));
        of.lastEnd = std::max(of.lastEnd, endOfSum(sum));
        m_places[sumKey(sum)].append(place);
        m_figures[sumKey(sum)].append(figuresOfSum(sum));
        m_byTime.insert({sum.atMs, place});
        m_longest = std::max(m_longest, endOfSum(sum) - sum.atMs);
    }
    void sort()
    {
        for (auto &[key, figures] : m_figures)
            figures.sort();
    }

    /// Nothing where there is none.
    std::optional<SumGroup> group(const UsageRecord &sum) const
    {
        const auto found = m_groups.find({sum.atMs, sum.model});
        return found == m_groups.end() ? std::nullopt : std::optional(found->second);
    }
    QList<qsizetype> places(const UsageRecord &sum) const
    {
        const auto found = m_places.find(sumKey(sum));
        return found == m_places.end() ? QList<qsizetype>() : found->second;
    }
    QStringList figures(const UsageRecord &sum) const
    {
        const auto found = m_figures.find(sumKey(sum));
        return found == m_figures.end() ? QStringList() : found->second;
    }
    /// Those whose time overlaps.
    QList<qsizetype> during(const UsageRecord &sum) const
    {
        QList<qsizetype> places;
        const auto end = m_byTime.lower_bound(endOfSum(sum));
        for (auto each = m_byTime.lower_bound(sum.atMs - m_longest); each != end; ++each)
            places.append(each->second);
        return places;
    }

private:
    std::map<std::pair<qint64, QString>, SumGroup> m_groups;
    std::map<SumKey, QList<qsizetype>> m_places;
    std::map<SumKey, QStringList> m_figures;
    std::multimap<qint64, qsizetype> m_byTime;
    qint64 m_longest = 0;
};

bool differ(const QString &name, const QString &other)
{
    return !name.isEmpty() && !other.isEmpty() && name != other;
}

/// Whether two sums of one model, or of none that both name, cannot have a request in common.
bool areApart(const UsageRecord &one, const UsageRecord &other)
{
    return endOfSum(one) <= other.atMs || endOfSum(other) <= one.atMs || differ(one.project, other.project)
        || differ(one.key, other.key) || differ(one.user, other.user)
        || differ(one.usage.serviceTier, other.usage.serviceTier);
}

} // namespace

SumChoices chooseSums(const QList<UsageRecord> &records, const QList<ImportedSum> &earlier,
                      const std::function<QString(const QString &model)> &keyOf)
{
    SumsOfOneSide file;
    SumsOfOneSide before;
    for (qsizetype place = 0; place < records.size(); ++place) {
        if (!records.at(place).isRequest())
            file.add(place, records.at(place));
    }
    for (qsizetype place = 0; place < earlier.size(); ++place)
        before.add(place, earlier.at(place).record);
    file.sort();
    before.sort();
    SumChoices choices;
    for (qsizetype place = 0; place < records.size(); ++place) {
        const UsageRecord &sum = records.at(place);
        if (sum.isRequest())
            continue;
        const SumGroup here = file.group(sum).value_or(SumGroup());
        const std::optional<SumGroup> there = before.group(sum);
        const bool alike = there && there->told == here.told && there->lastEnd <= here.firstEnd;
        const auto mayShare = [&](const UsageRecord &told) {
            if (alike && told.atMs == sum.atMs && told.model == sum.model)
                return false;
            const bool otherModel =
                there ? differ(told.model, sum.model) : differ(keyOf(told.model), keyOf(sum.model));
            return !otherModel && !areApart(told, sum);
        };
        const QList<qsizetype> others = before.during(sum);
        const bool unclear = std::any_of(others.cbegin(), others.cend(),
                                         [&](qsizetype other) { return mayShare(earlier.at(other).record); });
        const QList<qsizetype> same = alike ? before.places(sum) : QList<qsizetype>();
        if (unclear || (!same.isEmpty() && before.figures(sum) == file.figures(sum)))
            choices.known.insert(place);
        else if (!same.isEmpty())
            choices.replaces.insert(place, same);
    }
    return choices;
}

QString replacedSum(bool onlyByCounted)
{
    const QString later = QStringLiteral(R"(EXISTS (
        SELECT 1 FROM imported_usage v JOIN usage_imports j ON j.id = v.import_id
        WHERE v.account = u.account AND v.started_at = u.started_at AND v.until_at >= u.until_at
            AND v.import_id > u.import_id AND j.format = i.format AND v.model = u.model
            AND v.project = u.project AND v.key_name = u.key_name AND v.user = u.user
            AND v.service_tier = u.service_tier%1))");
    return later.arg(onlyByCounted ? QStringLiteral(" AND v.counted") : QString());
}

} // namespace core
