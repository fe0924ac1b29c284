#include "ui/history/selectionbar.h"

#include "core/base/formatting.h"
#include "core/ledger/historyquery.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace ui {

SelectionBar::SelectionBar(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, Top, parent)
{
    setObjectName(QStringLiteral("history.selection"));
    setAccessibleName(tr("The chosen runs"));
    m_count = new ThemedLabel(theme, {}, Theme::Token::Ink, this);
    m_count->setObjectName(QStringLiteral("history.selected"));
    m_count->setType(1.0, QFont::DemiBold);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(addMenu(tr("Task"), "history.relabelMany", m_taskMenu));
    row->addWidget(addMenu(tr("Tags"), "history.tagMany", m_tagMenu));
    m_pin = new FlatButton(theme, tr("Pin"), FlatButton::Look::Outlined, this);
    m_pin->setObjectName(QStringLiteral("history.pinMany"));
    m_pin->setThemedIcon(Icon::Pin);
    row->addWidget(m_pin);
    row->addWidget(addMenu(tr("Export"), "history.exportMany", m_exportMenu));
    auto *const remove = new FlatButton(theme, tr("Delete"), FlatButton::Look::Danger, this);
    remove->setObjectName(QStringLiteral("history.deleteMany"));
    row->addWidget(remove);
    auto *const clear = new FlatButton(theme, Icon::Close, tr("Choose none"), this);
    clear->setObjectName(QStringLiteral("history.chooseNone"));
    row->addWidget(clear);
    connect(m_pin, &QToolButton::clicked, this, [this] { emit pinRequested(!m_allPinned); });
    connect(remove, &QToolButton::clicked, this, &SelectionBar::removalRequested);
    connect(clear, &QToolButton::clicked, this, &SelectionBar::clearRequested);
}

FlatButton *SelectionBar::addMenu(const QString &text, const char *objectName, QMenu *&menu)
{
    auto *const button = new FlatButton(theme(), text, FlatButton::Look::Outlined, this);
    button->setObjectName(QLatin1StringView(objectName));
    menu = new QMenu(button);
    button->setMenu(menu);
    return button;
}

void SelectionBar::setRuns(const QList<core::RunSummary> &runs, bool whole)
{
    int turns = 0;
    std::optional<core::Money> cost;
    for (const core::RunSummary &run : runs) {
        turns += whole ? run.turns : 1;
        if (run.cost)
            cost = cost.value_or(core::Money()) + *run.cost;
    }
    const int count = static_cast<int>(runs.size());
    QStringList words{turns == count ? tr("%n chosen", nullptr, count)
                                     : tr("%1 chosen, %n turns", nullptr, turns).arg(count)};
    if (cost)
        words.append(core::formatMoney(*cost));
    m_count->setText(words.join(QStringLiteral(" · ")));
    m_allPinned = std::all_of(runs.cbegin(), runs.cend(), [](const auto &run) { return run.pinned; });
    m_pin->setText(m_allPinned ? tr("Unpin") : tr("Pin"));
}

} // namespace ui
