#include "ui/compare/judgetexts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace ui {

namespace {

/// So much of what a judge wrote is shown when it is no verdict.
constexpr qsizetype kQuotedChars = 600;

/// Texts about judges; translations live under this class's name.
class JudgeWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::JudgeWords)
};

QString headline(const core::Judgement &judgement, const QStringList &names)
{
    using Outcome = core::Judgement::Outcome;
    switch (judgement.outcome) {
    case Outcome::Best:
        return JudgeWords::tr("Best: %1").arg(names.value(judgement.best));
    case Outcome::Tie:
        return JudgeWords::tr("A tie");
    case Outcome::AllBad:
        return JudgeWords::tr("All bad");
    case Outcome::None:
        break;
    }
    return JudgeWords::tr("No verdict");
}

/// What a pass chose, or what it wrote instead.
QString passText(const core::JudgePass &pass, const QStringList &names)
{
    QStringList order;
    for (const int answer : pass.order)
        order.append(names.value(answer));
    QString choice = JudgeWords::tr("no verdict");
    if (pass.words && pass.words->choice == core::JudgeWords::Choice::Best)
        choice = JudgeWords::tr("best: %1").arg(names.value(pass.order.value(pass.words->best, -1)));
    else if (pass.words)
        choice = pass.words->choice == core::JudgeWords::Choice::Tie ? JudgeWords::tr("a tie")
                                                                     : JudgeWords::tr("all bad");
    QString text = JudgeWords::tr("In the order %1: %2.").arg(order.join(QStringLiteral(", ")), choice);
    text = QStringLiteral("- ") + escapedMarkdown(text);
    if (pass.words && !pass.words->reason.isEmpty())
        text += QLatin1Char(' ') + escapedMarkdown(pass.words->reason.simplified());
    else if (!pass.words && !pass.text.isEmpty())
        text += QLatin1Char(' ')
            + escapedMarkdown(
                    JudgeWords::tr("It wrote: “%1”").arg(pass.text.simplified().left(kQuotedChars)));
    return text;
}

} // namespace

QString escapedMarkdown(const QString &text)
{
    static const QRegularExpression marks(QStringLiteral("([\\\\`*_{}\\[\\]()#+\\-!|<>~$])"));
    return QString(text).replace(marks, QStringLiteral("\\\\1"));
}

QString judgementText(const core::Judgement &judgement, const QStringList &names)
{
    QString text = QStringLiteral("**%1.**").arg(escapedMarkdown(headline(judgement, names)));
    const QString why = judgement.remark.isEmpty() ? judgement.reason : judgement.remark;
    if (!why.isEmpty())
        text += QLatin1Char(' ') + escapedMarkdown(why.simplified());
    text += QStringLiteral("\n\n");
    for (const core::JudgePass &pass : judgement.passes)
        text += passText(pass, names) + QLatin1Char('\n');
    return text;
}

QString agreementText(const core::JudgeAgreement &agreement)
{
    if (agreement.runs == 0)
        return JudgeWords::tr("There is no run yet that both you and this judge have ranked.");
    const QLocale locale;
    const QString share = locale.toString(agreement.raw() * 100.0, 'f', 0);
    const QString base =
        JudgeWords::tr("It chose as you did in %1 of %n run(s), %2 %.", nullptr, agreement.runs)
            .arg(agreement.alike)
            .arg(share);
    if (!agreement.kappa)
        return base;
    return JudgeWords::tr("%1 Cohen's kappa is %2: 0 is what chance would give, 1 always alike.")
        .arg(base, locale.toString(*agreement.kappa, 'f', 2));
}

} // namespace ui
