#include "ui/routes/emptyroutes.h"

#include "ui/routes/routesets.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/primarybutton.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

EmptyRoutes::EmptyRoutes(RouteSets &sets, const RoutesContext &context, QWidget *parent)
    : QWidget(parent)
    , m_sets(sets)
    , m_context(context)
    , m_state(
          new EmptyState(context.theme, Icon::Routes, tr("Let rules choose the model"),
                         tr("A rule set sends each call to the model that fits it, by task, length, tags or "
                            "load, and to another one when that fails. It stands wherever a model can, as "
                            "route/NAME. Nothing changes before you activate it."),
                         this))
    , m_ways(new QHBoxLayout)
{
    setObjectName(QStringLiteral("routes.empty"));
    m_state->setObjectName(QStringLiteral("routes.emptyState"));
    m_state->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_ways->setSpacing(8);
    auto *const column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_state);
    column->addLayout(m_ways);
    column->addStretch(3);
    connect(m_state, &EmptyState::actionTriggered, this, [this] {
        if (m_first < 0)
            m_sets.addEmpty();
        else
            m_sets.sources().at(m_first).begin(window());
    });
    connect(&m_sets, &RouteSets::sourcesChanged, this, &EmptyRoutes::offerWays);
    offerWays();
}

void EmptyRoutes::takeFocus()
{
    if (auto *const button = m_state->findChild<PrimaryButton *>())
        button->setFocus(Qt::OtherFocusReason);
}

void EmptyRoutes::offerWays()
{
    while (QLayoutItem *const item = m_ways->takeAt(0)) {
        if (QWidget *const button = item->widget()) {
            button->hide();
            button->deleteLater();
        }
        delete item;
    }
    const QList<RouteSource> &sources = m_sets.sources();
    m_first = -1;
    for (qsizetype at = 0; at < sources.size(); ++at) {
        if (sources.at(at).primary)
            m_first = at;
    }
    m_state->setAction(m_first < 0 ? tr("New rule set") : sources.at(m_first).title);
    m_ways->addStretch(1);
    const auto add = [this](const QString &text, const QString &tip, const std::function<void()> &begin) {
        auto *const way = new FlatButton(m_context.theme, text, FlatButton::Look::Link, this);
        way->setObjectName(QStringLiteral("routes.way%1").arg(m_ways->count() - 1));
        way->setToolTip(tip);
        m_ways->addWidget(way);
        connect(way, &QToolButton::clicked, this, begin);
    };
    if (m_first >= 0)
        add(tr("New rule set"), tr("A set with nothing but a default"), [this] { m_sets.addEmpty(); });
    for (qsizetype at = 0; at < sources.size(); ++at) {
        if (at != m_first)
            add(sources.at(at).title, sources.at(at).sentence,
                [this, begin = sources.at(at).begin] { begin(window()); });
    }
    m_ways->addStretch(1);
}

} // namespace ui
