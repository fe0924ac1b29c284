#include "core/compare/crosscheck.h"

#include "core/accounts/accountstore.h"
#include "core/catalog/modeldirectory.h"
#include "core/chat/modelname.h"

namespace core {

namespace {

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const char32_t code : text.toCaseFolded().toUcs4()) {
        if (QChar::isLetterOrNumber(code)) {
            word += QChar::fromUcs4(code);
        } else if (!word.isEmpty()) {
            words += std::exchange(word, {});
        }
    }
    if (!word.isEmpty())
        words += word;
    return words;
}

/// How often each pair of neighbouring words stands there; a lone word pairs with nothing.
QHash<QString, int> pairsOf(const QStringList &words)
{
    QHash<QString, int> pairs;
    if (words.size() == 1)
        ++pairs[words.constFirst()];
    for (qsizetype i = 1; i < words.size(); ++i)
        ++pairs[words.at(i - 1) + QLatin1Char(' ') + words.at(i)];
    return pairs;
}

int sumOf(const QHash<QString, int> &counts)
{
    int sum = 0;
    for (const int count : counts)
        sum += count;
    return sum;
}

std::optional<double> ratio(const std::optional<double> &first, const std::optional<double> &second)
{
    if (!first || !second || *first <= 0.0)
        return std::nullopt;
    return *second / *first;
}

std::optional<double> counted(const std::optional<qint64> &count)
{
    return count ? std::optional(double(*count)) : std::nullopt;
}

std::optional<double> costOf(const LaneState &lane)
{
    return lane.cost.amount ? std::optional(double(lane.cost.amount->picos())) : std::nullopt;
}

} // namespace

double textAgreement(const QString &one, const QString &other)
{
    const QHash<QString, int> first = pairsOf(wordsOf(one));
    const QHash<QString, int> second = pairsOf(wordsOf(other));
    const int all = sumOf(first) + sumOf(second);
    if (all == 0)
        return one.trimmed() == other.trimmed() ? 1.0 : 0.0;
    int shared = 0;
    for (auto pair = first.begin(); pair != first.end(); ++pair)
        shared += std::min(pair.value(), second.value(pair.key()));
    return 2.0 * shared / all;
}

CrossCheck crossCheck(const LaneState &first, const LaneState &second)
{
    const Completion &a = first.completion;
    const Completion &b = second.completion;
    CrossCheck check;
    if (!a.text.isEmpty() && !b.text.isEmpty()) {
        check.agreement = textAgreement(a.text, b.text);
        check.identical = a.text == b.text;
    }
    check.sameModelAnswered = !first.otherModelAnswered && !second.otherModelAnswered;
    check.inputRatio = ratio(counted(a.usage.input), counted(b.usage.input));
    check.outputRatio = ratio(counted(a.usage.output), counted(b.usage.output));
    check.costRatio = ratio(costOf(first), costOf(second));
    check.firstTokenRatio = ratio(firstTokenMs(a.timing), firstTokenMs(b.timing));
    check.totalRatio = ratio(a.timing.last, b.timing.last);
    return check;
}

QList<TargetName> crossCheckTargets(const AccountStore &accounts, const ModelDirectory &directory,
                                    const TargetName &asked)
{
    QList<TargetName> targets;
    for (const Account &account : accounts.accounts()) {
        if (account.name == asked.account || !account.enabled)
            continue;
        QString alias;
        for (const ModelInfo &model : directory.modelsOf(account)) {
            if (model.status == ModelStatus::Retired || !isSameModelOrDatedAlias(asked.model, model.id))
                continue;
            if (alias.isEmpty() || bareModelName(model.id) == bareModelName(asked.model))
                alias = model.id;
            if (bareModelName(alias) == bareModelName(asked.model))
                break;
        }
        if (!alias.isEmpty())
            targets.append({account.name, alias});
    }
    return targets;
}

} // namespace core
