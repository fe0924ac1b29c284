#include "ui/usage/kpibox.h"

#include "ui/theme/paint.h"
#include "ui/usage/kpiaccess.h"
#include "ui/usage/kpitext.h"
#include "ui/widgets/convertedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int kBoxMargin = 12;
constexpr int kBesideNote = 4;
constexpr int kBetweenLines = 2;

} // namespace

KpiBox::KpiBox(const Theme &theme, const QString &name, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, AllSides, parent)
    , m_name(new KpiText(theme, name, this))
    , m_converted(new ConvertedLabel(theme, this))
    , m_value(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_note(new KpiText(theme, {}, this))
    , m_link(new FlatButton(theme, QString(), FlatButton::Look::Link, this))
    , m_notes(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_linkPlace(new QBoxLayout(QBoxLayout::LeftToRight))
{
    KpiAccess::install();
    setRadius(kCardRadius);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_value->setObjectName(QStringLiteral("value"));
    m_note->setObjectName(QStringLiteral("note"));
    m_link->setObjectName(QStringLiteral("link"));
    m_link->hide();
    // Boxes with a link and such without one have equal lines.
    QSizePolicy kept = m_link->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_link->setSizePolicy(kept);
    putTogether();
    connect(m_link, &QToolButton::clicked, this, &KpiBox::linkClicked);
}

/// The margin at the left is that of each part: a link has some of it within its button.
void KpiBox::putTogether()
{
    auto *const figure = new QVBoxLayout;
    figure->setContentsMargins(kBoxMargin, 0, 0, 0);
    figure->setSpacing(kBetweenLines);
    figure->addWidget(m_name);
    figure->addWidget(m_value);
    figure->addWidget(m_converted);
    auto *const note = new QHBoxLayout;
    note->setContentsMargins(kBoxMargin, 0, 0, 0);
    note->addWidget(m_note);
    m_linkPlace->addWidget(m_link, 0, Qt::AlignLeft);
    m_notes->setSpacing(kBesideNote);
    m_notes->addLayout(note, 1);
    m_notes->addLayout(m_linkPlace);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, kBoxMargin, 8);
    column->setSpacing(kBetweenLines);
    column->addLayout(figure);
    column->addLayout(m_notes);
    column->addStretch(1);
}

void KpiBox::setFigure(const QString &value, const QString &exact)
{
    m_value->setText(value);
    m_exact = exact;
    explainFigure();
}

void KpiBox::setConverted(const std::optional<core::Money> &usd,
                          const std::optional<core::ExchangeRate> &rate)
{
    m_converted->setAmount(usd, rate);
    explainFigure();
}

void KpiBox::explainFigure()
{
    const QString converted = m_converted->explanation();
    m_value->setToolTip(converted.isEmpty() ? m_exact : QString(m_exact + QLatin1Char('\n') + converted));
    nameForAssistiveTechnology();
}

void KpiBox::setNote(const QString &text, Theme::Token ink)
{
    // A line is kept also without a note, so that all boxes line up.
    m_note->setFullText(text.isEmpty() ? QString(QChar(0x00a0)) : text);
    m_note->setInk(ink);
    nameForAssistiveTechnology();
}

void KpiBox::setLink(const QString &text)
{
    m_link->setText(text);
    m_link->setAccessibleName(text);
    m_link->setVisible(!text.isEmpty());
    nameForAssistiveTechnology();
}

void KpiBox::setLeads(const QString &where)
{
    m_where = where;
    setToolTip(where);
    setFocusPolicy(where.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    setCursor(where.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void KpiBox::nameForAssistiveTechnology()
{
    QStringList notes;
    for (const QString &text : {m_note->fullText().trimmed(), m_link->text()}) {
        if (!text.isEmpty())
            notes.append(text);
    }
    QString figure = m_name->fullText() + QStringLiteral(": ") + m_value->text();
    if (!m_converted->fullText().isEmpty())
        figure += QLatin1Char(' ') + m_converted->fullText();
    setAccessibleName(notes.isEmpty() ? figure
                                      : figure + QStringLiteral(". ") + notes.join(QStringLiteral(", ")));
}

int KpiBox::room() const
{
    return width() - 2 * kBoxMargin;
}

QString KpiBox::value() const
{
    return m_value->text();
}

void KpiBox::setValueScale(double scale)
{
    m_value->setType(scale, QFont::DemiBold);
}

int KpiBox::nameLines() const
{
    return m_name->linesFor(room());
}

void KpiBox::setNameLines(int lines)
{
    m_name->setLines(lines);
}

bool KpiBox::fitNotes()
{
    const bool hasLink = !m_link->text().isEmpty();
    // Without a link its height remains, not its width.
    m_link->setMaximumWidth(hasLink ? QWIDGETSIZE_MAX : 0);
    const int beside = room() - kBesideNote - (hasLink ? m_link->sizeHint().width() : 0);
    const bool below = hasLink && m_note->sizeHint().width() > beside;
    m_notes->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_notes->setSpacing(below ? 0 : kBesideNote);
    m_linkPlace->setContentsMargins(below ? kBoxMargin - m_link->textInset() : 0, 0, 0, 0);
    m_note->setLines(m_note->linesFor(below ? room() : beside));
    return below;
}

void KpiBox::setNoteAtTop(bool top)
{
    m_note->setAlignment(Qt::AlignLeft | (top ? Qt::AlignTop : Qt::AlignVCenter));
}

void KpiBox::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void KpiBox::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && leads() && rect().contains(event->position().toPoint()))
        emit clicked();
}

void KpiBox::keyPressEvent(QKeyEvent *event)
{
    const bool enters =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (enters && leads())
        emit clicked();
    else
        Surface::keyPressEvent(event);
}

void KpiBox::paintEvent(QPaintEvent *event)
{
    Surface::paintEvent(event);
    if (!showsFocus(this))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawFocusRing(painter, rect(), theme().colour(Theme::Token::Accent), kCardRadius);
}

} // namespace ui
