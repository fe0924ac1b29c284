#include "ui/settings/phrasescard.h"

#include "core/chat/contextlengthphrases.h"
#include "core/settings/keys.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kLines = 4;
constexpr int kFrame = 18;

} // namespace

PhrasesCard::PhrasesCard(const Theme &theme, QWidget *parent)
    : Card(theme, tr("Prompts that are too long"), parent)
    , m_edit(new QPlainTextEdit(this))
    , m_fault(new ThemedLabel(theme, {}, Theme::Token::Bad, this))
{
    const QStringList shipped = core::shippedContextLengthPhrases();
    auto *const hint = new ThemedLabel(
        theme,
        tr("When a provider says that a prompt is too long, rules go on to a model with a larger window. "
           "%n phrases are recognised, such as “%1”; a provider that says it otherwise can be added here.",
           nullptr, static_cast<int>(shipped.size()))
            .arg(shipped.value(0)),
        Theme::Token::Ink2, this);
    hint->setObjectName(QStringLiteral("phrasesHint"));
    hint->setWordWrap(true);
    hint->setToolTip(shipped.join(u'\n'));

    auto *const label = new ThemedLabel(theme, tr("Further &phrases, one a line"), Theme::Token::Ink, this);
    label->setBuddy(m_edit);
    m_edit->setObjectName(QStringLiteral("contextLengthPhrases"));
    m_edit->setAccessibleName(tr("Further phrases by which a provider says that a prompt is too long"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * kLines + kFrame);
    m_edit->installEventFilter(this);
    connect(m_edit, &QPlainTextEdit::textChanged, m_fault, &QWidget::hide);
    m_fault->setObjectName(QStringLiteral("phrasesFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto *const reset =
        new FlatButton(theme, tr("&Back to those that ship"), FlatButton::Look::Outlined, this);
    reset->setObjectName(QStringLiteral("resetPhrases"));
    connect(reset, &QToolButton::clicked, this, &PhrasesCard::reset);

    auto *const row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_fault, 1);
    row->addStretch(0);
    row->addWidget(reset, 0, Qt::AlignTop);
    content()->addWidget(hint);
    content()->addWidget(label);
    content()->addWidget(m_edit);
    content()->addLayout(row);
}

void PhrasesCard::setPhrases(const QStringList &phrases)
{
    m_held = phrases;
    // What is being written is not taken away by what was just taken of it.
    if (written() != phrases)
        m_edit->setPlainText(phrases.join(u'\n'));
    m_fault->hide();
}

bool PhrasesCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        take();
    return Card::eventFilter(watched, event);
}

QStringList PhrasesCard::written() const
{
    QStringList phrases;
    const QStringList lines = m_edit->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        const QString phrase = line.trimmed();
        if (!phrase.isEmpty() && !phrases.contains(phrase, Qt::CaseInsensitive))
            phrases.append(phrase);
    }
    return phrases;
}

QString PhrasesCard::fault() const
{
    const QStringList phrases = written();
    for (const QString &phrase : phrases) {
        if (core::settings::kContextLengthPhrases.isValid({phrase}))
            continue;
        const bool isShort = phrase.size() < core::settings::kShortestPhrase;
        return isShort ? tr("“%1” is too short: a phrase of less than %2 characters would be found in any "
                            "error. The old ones still hold.")
                             .arg(phrase, QString::number(core::settings::kShortestPhrase))
                       : tr("“%1…” is too long: a phrase has at most %2 characters. The old ones still hold.")
                             .arg(phrase.left(30), QString::number(core::settings::kLongestPhrase));
    }
    return {};
}

void PhrasesCard::take()
{
    const QStringList phrases = written();
    const QString wrong = fault();
    m_fault->setText(wrong);
    m_fault->setVisible(!wrong.isEmpty());
    if (!wrong.isEmpty() || phrases == m_held)
        return;
    m_held = phrases;
    emit phrasesChosen(phrases);
}

void PhrasesCard::reset()
{
    m_edit->clear();
    take();
}

} // namespace ui
