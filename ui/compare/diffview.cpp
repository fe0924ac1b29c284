#include "ui/compare/diffview.h"

#include "core/base/continuation.h"
#include "core/difference/differencejobs.h"
#include "ui/compare/blocksteps.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTextBrowser>

namespace ui {

namespace {

/// Two columns of less than half of this cannot be read.
constexpr int kSideBySideFrom = 560;

} // namespace

DiffView::DiffView(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, NoSide, parent)
    , m_title(new ElidedLabel(theme, {}, Theme::Token::Ink, Qt::ElideMiddle, this))
    , m_summary(new ElidedLabel(theme, {}, Theme::Token::Ink2, Qt::ElideRight, this))
    , m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("laneDiffView"));
    m_title->setObjectName(QStringLiteral("diffTitle"));
    m_summary->setObjectName(QStringLiteral("diffSummary"));
    m_text->setObjectName(QStringLiteral("diffText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setUndoRedoEnabled(false);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->document()->setDocumentMargin(theme.px(10));
    setFocusProxy(m_text);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(makeBar());
    rows->addWidget(m_text, 1);
    connect(&theme, &Theme::changed, this, [this] {
        m_text->document()->setDocumentMargin(this->theme().px(10));
        write();
    });
}

DiffView::~DiffView()
{
    m_job.cancel();
}

QWidget *DiffView::makeBar()
{
    auto *const bar = new Surface(theme(), Theme::Token::Panel2, Bottom, this);
    m_units = new SegmentedControl(theme(), bar);
    m_units->setObjectName(QStringLiteral("diffUnits"));
    m_units->setAccessibleName(tr("What is compared"));
    m_units->addSegment(tr("Words"), tr("Compare word by word"));
    m_units->addSegment(tr("Lines"), tr("Compare line by line"));
    m_units->addSegment(tr("Blocks"), tr("Compare paragraphs and blocks of code as a whole"));
    m_columns = new FlatButton(theme(), Icon::Columns, tr("Show both answers side by side"), bar);
    m_columns->setObjectName(QStringLiteral("diffSideBySide"));
    m_columns->setCheckable(true);
    m_columns->hide();
    auto *const close = new FlatButton(theme(), Icon::Close, tr("Back to the answer"), bar);
    close->setObjectName(QStringLiteral("diffClose"));
    auto *const controls = new QHBoxLayout;
    controls->setSpacing(4);
    controls->addWidget(m_units);
    controls->addStretch(1);
    controls->addWidget(m_columns);
    controls->addWidget(close);
    auto *const rows = new QVBoxLayout(bar);
    rows->setContentsMargins(10, 6, 6, 6);
    rows->setSpacing(2);
    rows->addLayout(controls);
    rows->addWidget(m_title);
    rows->addWidget(m_summary);
    connect(m_units, &SegmentedControl::currentChanged, this, [this](int index) {
        setUnit(static_cast<core::DiffUnit>(index));
        emit unitChosen(m_unit);
    });
    connect(m_columns, &QToolButton::toggled, this, [this](bool checked) {
        setSideBySide(checked);
        emit sideBySideChosen(checked);
    });
    connect(close, &QToolButton::clicked, this, &DiffView::closed);
    return bar;
}

void DiffView::compare(const QString &baseName, const QString &name, const QString &before,
                       const QString &after)
{
    const bool renamed = baseName != m_baseName || name != m_name;
    m_baseName = baseName;
    m_name = name;
    m_title->setFullText(tr("Compared with %1").arg(baseName));
    m_text->setAccessibleName(tr("Difference between %1 and %2").arg(baseName, name));
    if (m_compared && before == m_texts.before && after == m_texts.after) {
        if (renamed && m_writtenSideBySide)
            write();
        return;
    }
    m_texts.before = before;
    m_texts.after = after;
    restart();
}

void DiffView::setUnit(core::DiffUnit unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    m_units->setCurrent(static_cast<int>(unit));
    if (m_compared)
        restart();
}

void DiffView::setSideBySide(bool sideBySide)
{
    if (sideBySide == m_sideBySide)
        return;
    m_sideBySide = sideBySide;
    m_columns->setChecked(sideBySide);
    write();
}

void DiffView::restart()
{
    m_compared = true;
    m_job.cancel();
    m_summary->setInk(Theme::Token::Ink2);
    m_summary->setFullText(tr("Comparing …"));
    m_job = core::startDiff(m_texts.before, m_texts.after, m_unit);
    core::continued(m_job, this, [this](const core::TextDiff &diff) { take(diff); });
}

void DiffView::take(const core::TextDiff &diff)
{
    m_texts.diff = diff;
    describe();
    write();
    m_text->verticalScrollBar()->setValue(0);
    emit shown();
}

void DiffView::describe()
{
    const core::TextDiff &diff = m_texts.diff;
    m_summary->setInk(diff.isSame() ? Theme::Token::Good : Theme::Token::Ink2);
    if (diff.isSame()) {
        m_summary->setFullText(m_texts.before == m_texts.after
                                   ? tr("The answers are identical.")
                                   : tr("Identical but for spaces and line ends."));
        return;
    }
    const int removed = static_cast<int>(diff.removed);
    const int added = static_cast<int>(diff.added);
    QString text;
    switch (diff.unit) {
    case core::DiffUnit::Words:
        text = tr("Words: %L1 removed, %L2 added").arg(removed).arg(added);
        break;
    case core::DiffUnit::Lines:
        text = tr("Lines: %L1 removed, %L2 added").arg(removed).arg(added);
        break;
    case core::DiffUnit::Blocks:
        text = tr("Blocks: %L1 removed, %L2 added").arg(removed).arg(added);
        break;
    }
    if (diff.coarse)
        text = tr("%1; parts are too different to tell more").arg(text);
    m_summary->setFullText(text);
}

bool DiffView::fitsSideBySide() const
{
    return width() >= theme().px(kSideBySideFrom);
}

void DiffView::write()
{
    if (!m_compared || m_texts.diff.runs.isEmpty()) {
        m_text->clear();
        return;
    }
    m_writtenSideBySide = m_sideBySide && fitsSideBySide();
    QTextDocument *const document = m_text->document();
    document->clear();
    if (m_writtenSideBySide)
        writeDiffSideBySide(*document, m_texts, theme(), tr("%1 (base)").arg(m_baseName), m_name);
    else
        writeDiff(*document, m_texts, theme());
}

void DiffView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    Surface::keyPressEvent(event);
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    Surface::resizeEvent(event);
    m_columns->setVisible(fitsSideBySide());
    if (m_sideBySide && m_writtenSideBySide != fitsSideBySide())
        write();
}

void DiffView::stepChange(int by)
{
    QList<int> tops;
    bool inside = false;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        bool changed = false;
        for (auto it = block.begin(); !it.atEnd() && !changed; ++it)
            changed = isChanged(it.fragment().charFormat());
        if (changed && !inside)
            tops.append(blockTop(*m_text->document(), block));
        inside = changed;
    }
    scrollToNext(*m_text, tops, by);
}

} // namespace ui
