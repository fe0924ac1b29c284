#include "ui/routes/limitseditor.h"

#include "ui/routes/typing.h"
#include "ui/routes/wordcombo.h"
#include "ui/widgets/quietcheck.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

using core::CallLimits;
using core::Commit;
using std::chrono::milliseconds;

namespace ui {

namespace {

constexpr int kMostAttempts = 50;
constexpr int kMostRetries = 10;
constexpr int kMostCommitTokens = 100'000;
constexpr double kMostLimitSeconds = 86'400.0;

/// Says no more places than there are: `40 s`, `0.25 s`.
class SecondsBox : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QString textFromValue(double seconds) const override
    {
        QString text = locale().toString(seconds, 'f', QLocale::FloatingPointShortest);
        return text.remove(locale().groupSeparator());
    }
};

} // namespace

LimitsEditor::LimitsEditor(RuleEditor &editor, const RoutesContext &context, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_context(context)
{
    setObjectName(QStringLiteral("limits"));
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(6);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    column->addLayout(m_form);
    addCount(tr("Attempts &in all"), "limits.attempts", 1, kMostAttempts, &CallLimits::attempts);
    addCount(tr("Retries of one target"), "limits.retries", 0, kMostRetries, &CallLimits::retries);
    addSeconds(tr("Time in all"), "limits.budget", tr("no limit"), &CallLimits::budget);
    addSeconds(tr("Longest wait for a rate limit"), "limits.wait", tr("never wait"),
               &CallLimits::longestWait);
    const QString byAccount = tr("as the account says");
    addSeconds(tr("Time to connect"), "limits.connect", byAccount, &CallLimits::connect);
    addSeconds(tr("Time to the first token"), "limits.firstToken", byAccount, &CallLimits::firstToken);
    addSeconds(tr("Silence between tokens"), "limits.idle", byAccount, &CallLimits::idle);
    addCommit();
    m_explanation = new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this);
    m_explanation->setObjectName(QStringLiteral("limits.explanation"));
    m_explanation->setType(0.92);
    m_explanation->setWordWrap(true);
    column->addWidget(m_explanation);
    m_refusal = new QCheckBox(tr("Go on when a model refuses"), this);
    m_refusal->setObjectName(QStringLiteral("limits.refusal"));
    m_refusal->setToolTip(tr(
        "A refusal, or an answer that a content filter stopped, is asked of the next target instead of being "
        "the answer"));
    column->addWidget(m_refusal);
    connect(m_refusal, &QCheckBox::toggled, this,
            [this](bool on) { change([on](CallLimits &limits) { limits.fallbackOnRefusal = on; }); });
}

void LimitsEditor::addRow(const QString &label, QWidget *field, const char *objectName)
{
    field->setObjectName(QLatin1StringView(objectName));
    field->setFocusPolicy(Qt::StrongFocus);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    auto *const name = new ThemedLabel(m_context.theme, label, Theme::Token::Ink2, this);
    name->setBuddy(field);
    m_form->addRow(name, field);
}

QSpinBox *LimitsEditor::addCount(const QString &label, const char *objectName, int least, int most,
                                 int CallLimits::*member)
{
    auto *const field = new QSpinBox(this);
    field->setRange(least, most);
    addRow(label, field, objectName);
    m_counts.append({field, member});
    connect(field, &QSpinBox::valueChanged, this, [this, member](int value) {
        change([member, value](CallLimits &limits) { limits.*member = value; });
    });
    return field;
}

QDoubleSpinBox *LimitsEditor::addSeconds(const QString &label, const char *objectName, const QString &none,
                                         milliseconds CallLimits::*member)
{
    auto *const field = new SecondsBox(this);
    field->setDecimals(3);
    field->setRange(0.0, kMostLimitSeconds);
    field->setSuffix(tr(" s", "seconds"));
    field->setSpecialValueText(none);
    addRow(label, field, objectName);
    m_seconds.append({field, member});
    connect(field, &QDoubleSpinBox::valueChanged, this, [this, member](double seconds) {
        change([member, seconds](CallLimits &limits) {
            limits.*member = milliseconds(static_cast<qint64>(std::llround(seconds * 1000.0)));
        });
    });
    return field;
}

void LimitsEditor::addCommit()
{
    m_commit = new WordCombo(m_context.theme, this);
    m_commit->addItem(tr("at the first token"), static_cast<int>(Commit::FirstToken));
    m_commit->addItem(tr("after some tokens"), static_cast<int>(Commit::Tokens));
    m_commit->addItem(tr("when it is complete"), static_cast<int>(Commit::Complete));
    addRow(tr("&Keep an answer"), m_commit, "limits.commit");
    m_tokens = new QSpinBox(this);
    m_tokens->setRange(1, kMostCommitTokens);
    m_tokens->setGroupSeparatorShown(true);
    addRow(tr("Tokens &until then"), m_tokens, "limits.commitTokens");
    connect(m_commit, &QComboBox::currentIndexChanged, this, [this] {
        const auto commit = static_cast<Commit>(m_commit->data());
        change([this, commit](CallLimits &limits) {
            limits.commit = commit;
            limits.commitTokens = commit == Commit::Tokens ? std::max(1, m_tokens->value()) : 0;
        });
    });
    connect(m_tokens, &QSpinBox::valueChanged, this,
            [this](int tokens) { change([tokens](CallLimits &limits) { limits.commitTokens = tokens; }); });
}

void LimitsEditor::change(const std::function<void(CallLimits &)> &apply)
{
    if (m_rule < 0)
        return;
    CallLimits limits = m_editor.rule(m_rule).chain.limits;
    apply(limits);
    m_editor.setLimits(m_rule, limits, TypingLimits);
}

void LimitsEditor::showRule(qsizetype rule)
{
    m_rule = rule;
    if (rule < 0)
        return;
    const CallLimits &limits = m_editor.rule(rule).chain.limits;
    for (const Count &count : std::as_const(m_counts)) {
        const QSignalBlocker quiet(count.field);
        if (count.field->value() != limits.*count.member)
            count.field->setValue(limits.*count.member);
    }
    for (const Seconds &seconds : std::as_const(m_seconds)) {
        const QSignalBlocker quiet(seconds.field);
        const double shown = static_cast<double>((limits.*seconds.member).count()) / 1000.0;
        if (std::abs(seconds.field->value() - shown) > 0.0001)
            seconds.field->setValue(shown);
    }
    m_commit->showData(static_cast<int>(limits.commit));
    const QSignalBlocker quiet(m_tokens);
    if (limits.commit == Commit::Tokens && m_tokens->value() != limits.commitTokens)
        m_tokens->setValue(limits.commitTokens);
    m_tokens->setVisible(limits.commit == Commit::Tokens);
    m_form->labelForField(m_tokens)->setVisible(limits.commit == Commit::Tokens);
    setCheckedQuietly(m_refusal, limits.fallbackOnRefusal);
    explain();
}

void LimitsEditor::explain()
{
    switch (m_editor.rule(m_rule).chain.limits.commit) {
    case Commit::FirstToken:
        m_explanation->setText(
            tr("Text is shown as it comes. From its first token on no other model takes over: "
               "an answer that breaks off stays broken off."));
        break;
    case Commit::Tokens:
        m_explanation->setText(
            tr("Text is held back until so many tokens are there; until then another model can "
               "take over unseen."));
        break;
    case Commit::Complete:
        m_explanation->setText(
            tr("Text is held back until the answer is whole: the safest, and nothing is seen "
               "before the end."));
        break;
    }
}

} // namespace ui
