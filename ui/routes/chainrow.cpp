#include "ui/routes/chainrow.h"

#include "core/chat/parametersjson.h"
#include "core/routing/targetfacts.h"
#include "ui/routes/carriedplace.h"
#include "ui/routes/routewords.h"
#include "ui/routes/typing.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/paint.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/quietcheck.h"
#include "ui/widgets/themedlabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QDrag>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kDotSize = 8;
constexpr int kBesideName = 136;
constexpr int kNarrowestName = 60;
constexpr double kMostWeight = 1000.0;

/// A model's colour, the same on every page.
class ModelDot : public QWidget
{
public:
    ModelDot(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        setFixedSize(theme.px(kDotSize), theme.px(kDotSize));
        connect(&theme, &Theme::changed, this,
                [this] { setFixedSize(m_theme.px(kDotSize), m_theme.px(kDotSize)); });
    }

    void setSeries(int series)
    {
        m_series = series;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.seriesColour(m_series));
        painter.drawEllipse(rect());
    }

private:
    const Theme &m_theme;
    int m_series = 0;
};

QString compactJson(const core::ChatParameters &parameters)
{
    const QJsonObject json = core::parametersToJson(parameters);
    return json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

ChainRow::ChainRow(RuleEditor &editor, const RoutesContext &context, QWidget *parent)
    : Surface(context.theme, Theme::Token::Panel2, AllSides, parent), m_editor(editor), m_context(context)
{
    setRadius(kControlRadius);
    m_facts = new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this);
    m_facts->setType(0.92);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_problem = new ThemedLabel(context.theme, {}, Theme::Token::Warn, this);
    m_problem->setType(0.92);
    m_problem->setWordWrap(true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 6);
    column->setSpacing(4);
    column->addWidget(makeHead());
    auto *const below = new QVBoxLayout;
    below->setContentsMargins(6, 0, 6, 0);
    below->setSpacing(4);
    below->addWidget(m_facts);
    below->addWidget(makeWeight());
    below->addWidget(makeConditions());
    below->addWidget(makeParameters());
    below->addWidget(m_problem);
    column->addLayout(below);
}

QWidget *ChainRow::makeHead()
{
    auto *const head = new QWidget(this);
    // A name that had more room must not keep the row from becoming narrower.
    head->setMinimumWidth(1);
    m_handle = new FlatButton(m_context.theme, Icon::Drag,
                              tr("Drag to another place, or move it by Alt+Up and Alt+Down"), head);
    m_handle->setCursor(Qt::OpenHandCursor);
    m_handle->installEventFilter(this);
    m_dot = new ModelDot(m_context.theme, head);
    m_name = new FlatButton(m_context.theme, QString(), FlatButton::Look::Flat, head);
    QFont bold = m_context.theme.font(1.0, QFont::DemiBold);
    m_name->setFont(bold);
    m_more = new FlatButton(m_context.theme, Icon::More, tr("More for this target"), head);
    m_menu = new QMenu(m_more);
    m_more->setMenu(m_menu);
    m_remove = new FlatButton(m_context.theme, Icon::Close, tr("Remove the target"), head);
    auto *const row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(2);
    row->addWidget(m_handle);
    row->addWidget(m_dot);
    row->addWidget(m_name);
    row->addStretch(1);
    row->addWidget(m_more);
    row->addWidget(m_remove);
    connect(m_name, &QToolButton::clicked, this, &ChainRow::pickModel);
    connect(m_menu, &QMenu::aboutToShow, this, &ChainRow::fillMenu);
    connect(m_remove, &QToolButton::clicked, this, &ChainRow::remove);
    connect(&m_context.theme, &Theme::changed, this, [this] {
        m_name->setFont(m_context.theme.font(1.0, QFont::DemiBold));
        m_parameters->setFont(m_context.theme.codeFont());
        fitName();
    });
    return head;
}

QWidget *ChainRow::makeWeight()
{
    m_weightRow = new QWidget(this);
    auto *const label = new ThemedLabel(m_context.theme, tr("Weight"), Theme::Token::Ink2, m_weightRow);
    m_weight = new QDoubleSpinBox(m_weightRow);
    m_weight->setFocusPolicy(Qt::StrongFocus);
    m_weight->setDecimals(2);
    m_weight->setRange(0.0, kMostWeight);
    m_weight->setSingleStep(0.1);
    label->setBuddy(m_weight);
    m_share = new ThemedLabel(m_context.theme, {}, Theme::Token::Ink2, m_weightRow);
    auto *const row = new QHBoxLayout(m_weightRow);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_weight);
    row->addWidget(m_share);
    row->addStretch(1);
    connect(m_weight, &QDoubleSpinBox::valueChanged, this,
            [this](double weight) { m_editor.setWeight(m_place, weight, TypingWeight); });
    return m_weightRow;
}

QWidget *ChainRow::makeParameters()
{
    m_parametersRow = new QWidget(this);
    m_parameters = new QLineEdit(m_parametersRow);
    m_parameters->setFont(m_context.theme.codeFont());
    m_parameters->setPlaceholderText(QStringLiteral("{\"temperature\": 0.2}"));
    m_fault = new ThemedLabel(m_context.theme, {}, Theme::Token::Bad, m_parametersRow);
    m_fault->setType(0.92);
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto *const column = new QVBoxLayout(m_parametersRow);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(m_parameters);
    column->addWidget(m_fault);
    connect(m_parameters, &QLineEdit::textEdited, this, &ChainRow::takeParameters);
    return m_parametersRow;
}

QWidget *ChainRow::makeConditions()
{
    m_conditions = new QWidget(this);
    m_larger = new QCheckBox(tr("only with a larger context"), m_conditions);
    m_larger->setToolTip(
        tr("Only when the call did not fit the window of the one that failed, and this one's is larger"));
    m_after = new FlatButton(m_context.theme, QString(), FlatButton::Look::Flat, m_conditions);
    m_after->setTextLimit(220);
    m_after->setMenu(new QMenu(m_after));
    auto *const column = new QVBoxLayout(m_conditions);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_larger);
    column->addWidget(m_after);
    connect(m_larger, &QCheckBox::toggled, this, [this](bool on) {
        setFallback([on](core::Fallback &fallback) { fallback.onlyLargerContext = on; },
                    tr("change when a fallback is asked"));
    });
    connect(m_after->menu(), &QMenu::aboutToShow, this, &ChainRow::fillKinds);
    return m_conditions;
}

void ChainRow::showPlace(const ChainPlace &place)
{
    const core::ChainTarget *const target = m_editor.target(place);
    if (!target)
        return;
    const bool another = !(place == m_place) || !(target->name == m_target.name);
    m_place = place;
    m_target = *target;
    if (another) {
        m_wantsParameters = false;
        m_fault->hide();
    }
    const bool isRoute = target->name.account == core::kRouteAccountName;
    static_cast<ModelDot *>(m_dot)->setSeries(isRoute ? -1 : m_context.colours.indexOf(target->name.model));
    m_dot->setVisible(!isRoute);
    m_name->setText(RouteWords::targetTitle(target->name));
    m_name->setToolTip(tr("%1: choose another model").arg(target->name.toString()));
    m_facts->setText(RouteWords::targetFacts(target->name, m_context.book.factsOf(target->name, QString())));
    fitName();
    showWeight();
    showConditions();
    showParameters();
    showProblems();
    name();
}

void ChainRow::name()
{
    const QString kind = m_place.fallback ? QStringLiteral("fallback") : QStringLiteral("target");
    const QString model = m_target.name.toString();
    const auto set = [&](QWidget *part, const QString &what, const QString &accessible) {
        part->setObjectName(QStringLiteral("%1.%2%3").arg(kind, what, QString::number(m_place.at)));
        part->setAccessibleName(accessible);
    };
    setObjectName(QStringLiteral("%1.row%2").arg(kind, QString::number(m_place.at)));
    setAccessibleName(model);
    set(m_handle, QStringLiteral("handle"), tr("Move %1").arg(model));
    set(m_name, QStringLiteral("name"), tr("%1, choose another model").arg(model));
    set(m_more, QStringLiteral("more"), tr("More for %1").arg(model));
    set(m_remove, QStringLiteral("remove"), tr("Remove %1").arg(model));
    set(m_weight, QStringLiteral("weight"), tr("Weight of %1").arg(model));
    set(m_parameters, QStringLiteral("parameters"), tr("Parameters of %1 as JSON").arg(model));
    set(m_larger, QStringLiteral("larger"), m_larger->text());
    set(m_after, QStringLiteral("after"), tr("%1 is asked %2").arg(model, m_after->text()));
}

void ChainRow::showWeight()
{
    const core::Chain &chain = m_editor.rule(m_place.rule).chain;
    const bool weighted = chain.pick == core::PickOrder::Weighted && !m_place.fallback;
    m_weightRow->setVisible(weighted);
    const QSignalBlocker quiet(m_weight);
    if (!qFuzzyCompare(1.0 + m_weight->value(), 1.0 + m_target.weight))
        m_weight->setValue(m_target.weight);
    double sum = 0.0;
    for (const core::ChainTarget &target : chain.targets)
        sum += std::max(0.0, target.weight);
    m_share->setText(sum > 0.0 ? tr("%1 %").arg(locale().toString(100.0 * m_target.weight / sum, 'f', 0))
                               : QString());
    m_share->setToolTip(tr("Its share of the calls"));
}

void ChainRow::showParameters()
{
    const bool isSet = !(m_target.parameters == core::ChatParameters());
    m_parametersRow->setVisible(isSet || m_wantsParameters || m_parameters->hasFocus());
    const QJsonDocument typed = QJsonDocument::fromJson(m_parameters->text().toUtf8());
    const bool saysTheSame = m_parameters->text().trimmed().isEmpty()
        ? !isSet
        : typed.isObject() && core::parametersFromJson(typed.object()) == m_target.parameters;
    const bool faulty = m_parameters->hasFocus() && !m_fault->isHidden();
    if (!saysTheSame && !faulty) {
        m_parameters->setText(compactJson(m_target.parameters));
        m_parameters->setCursorPosition(0);
        m_fault->hide();
    }
}

void ChainRow::takeParameters(const QString &text)
{
    QJsonParseError fault;
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8(), &fault);
    const bool empty = text.trimmed().isEmpty();
    const bool usable = empty || json.isObject();
    m_fault->setText(tr("Not taken: %1")
                         .arg(fault.error == QJsonParseError::NoError
                                  ? tr("it must be a JSON object, such as {\"temperature\": 0.2}")
                                  : fault.errorString()));
    m_fault->setVisible(!usable);
    m_parameters->setAccessibleDescription(usable ? QString() : m_fault->text());
    if (!usable)
        return;
    core::ChainTarget target = m_target;
    target.parameters = core::parametersFromJson(json.object());
    m_editor.setTarget(m_place, target, tr("change parameters"), TypingParameters);
}

void ChainRow::showConditions()
{
    m_conditions->setVisible(m_place.fallback);
    if (!m_place.fallback)
        return;
    const core::Fallback &fallback = m_editor.rule(m_place.rule).chain.fallbacks.at(m_place.at);
    setCheckedQuietly(m_larger, fallback.onlyLargerContext);
    m_after->setText(RouteWords::onlyAfter(fallback.onlyAfter));
    m_after->setToolTip(m_after->text());
}

void ChainRow::fillKinds()
{
    QMenu *const menu = m_after->menu();
    menu->clear();
    if (!m_place.fallback)
        return;
    const QList<core::ErrorKind> chosen =
        m_editor.rule(m_place.rule).chain.fallbacks.value(m_place.at).onlyAfter;
    const auto add = [&](const QString &text, bool checked,
                         const std::function<void(core::Fallback &)> &change) {
        QAction *const action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        connect(action, &QAction::triggered, this,
                [this, change] { setFallback(change, tr("change when a fallback is asked")); });
    };
    add(tr("&Any error"), chosen.isEmpty(), [](core::Fallback &fallback) { fallback.onlyAfter.clear(); });
    menu->addSeparator();
    for (const core::ErrorKind kind : RouteWords::fallbackKinds()) {
        add(RouteWords::errorKind(kind), chosen.contains(kind), [kind](core::Fallback &fallback) {
            if (fallback.onlyAfter.removeAll(kind) == 0)
                fallback.onlyAfter.append(kind);
        });
    }
}

void ChainRow::setFallback(const std::function<void(core::Fallback &)> &change, const QString &text)
{
    core::Chain chain = m_editor.rule(m_place.rule).chain;
    if (!m_place.fallback || m_place.at >= chain.fallbacks.size())
        return;
    change(chain.fallbacks[m_place.at]);
    m_editor.setChain(m_place.rule, chain, text);
}

void ChainRow::fillMenu()
{
    m_menu->clear();
    m_menu->addAction(tr("Move &up"), this, [this] { move(-1); });
    m_menu->addAction(tr("Move do&wn"), this, [this] { move(1); });
    m_menu->addAction(m_place.fallback ? tr("Make it a &target") : tr("Make it a &fallback"), this,
                      &ChainRow::switchList);
    m_menu->addAction(tr("Set &parameters"), this, [this] {
        m_wantsParameters = true;
        showParameters();
        m_parameters->setFocus(Qt::OtherFocusReason);
    });
    m_menu->addSeparator();
    m_menu->addAction(tr("&Remove"), this, &ChainRow::remove);
}

void ChainRow::showSelected(bool selected)
{
    setLines(AllSides, selected ? Theme::Token::Accent : Theme::Token::Line);
    setFill(selected ? Theme::Token::AccentSoft : Theme::Token::Panel2);
}

void ChainRow::showProblems()
{
    QStringList sentences;
    bool invalid = false;
    for (const core::RuleProblem &problem : m_editor.problemsAt(m_editor.rulePlace(m_place))) {
        sentences.append(problem.text);
        invalid = invalid || problem.kind == core::RuleProblem::Kind::Invalid;
    }
    m_problem->setInk(invalid ? Theme::Token::Bad : Theme::Token::Warn);
    m_problem->setText(sentences.join(QLatin1Char('\n')));
    m_problem->setVisible(!sentences.isEmpty());
    setAccessibleDescription(m_problem->text());
}

void ChainRow::takeFocus()
{
    m_handle->setFocus(Qt::OtherFocusReason);
}

void ChainRow::fitName()
{
    const int room = width() - m_context.theme.px(kBesideName);
    m_name->setTextLimit(
        static_cast<int>(std::max(m_context.theme.px(kNarrowestName), room) / m_context.theme.zoom()));
}

void ChainRow::resizeEvent(QResizeEvent *event)
{
    Surface::resizeEvent(event);
    fitName();
}

void ChainRow::pickModel()
{
    QStringList inUse;
    const core::Chain &chain = m_editor.rule(m_place.rule).chain;
    for (const core::ChainTarget &target : chain.targets)
        inUse.append(target.name.toString());
    for (const core::Fallback &fallback : chain.fallbacks)
        inUse.append(fallback.target.name.toString());
    const QPointer<ChainRow> row(this);
    m_context.pickTarget(m_name, inUse, [row, place = m_place](const core::TargetName &name) {
        if (!row || !row->m_editor.target(place))
            return;
        core::ChainTarget target = *row->m_editor.target(place);
        target.name = name;
        row->m_editor.setTarget(place, target, tr("choose another model"));
    });
}

void ChainRow::move(qsizetype by)
{
    const core::Chain &chain = m_editor.rule(m_place.rule).chain;
    ChainPlace to = m_place;
    to.at += by;
    // Beyond the end of one list begins the other.
    if (!m_place.fallback && to.at >= chain.targets.size())
        to = {m_place.rule, true, 0};
    else if (m_place.fallback && to.at < 0)
        to = {m_place.rule, false, chain.targets.size()};
    m_editor.moveTarget(m_place, to);
    emit moved();
}

/// The one that takes its place is next to be removed or moved.
void ChainRow::remove()
{
    m_editor.removeTarget(m_place);
    emit moved();
}

void ChainRow::switchList()
{
    const core::Chain &chain = m_editor.rule(m_place.rule).chain;
    const qsizetype end = m_place.fallback ? chain.targets.size() : 0;
    m_editor.moveTarget(m_place, {m_place.rule, !m_place.fallback, end});
    emit moved();
}

void ChainRow::keyPressEvent(QKeyEvent *event)
{
    const bool up = event->key() == Qt::Key_Up;
    if (event->modifiers() == Qt::AltModifier && (up || event->key() == Qt::Key_Down))
        move(up ? -1 : 1);
    else if (event->key() == Qt::Key_Delete && (m_handle->hasFocus() || m_name->hasFocus()))
        remove();
    else
        Surface::keyPressEvent(event);
}

bool ChainRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_handle && event->type() == QEvent::MouseButtonPress)
        m_pressed = static_cast<QMouseEvent *>(event)->position().toPoint();
    if (watched == m_handle && event->type() == QEvent::MouseMove) {
        const auto *const mouse = static_cast<QMouseEvent *>(event);
        const int far = (mouse->position().toPoint() - m_pressed).manhattanLength();
        if (mouse->buttons() & Qt::LeftButton && far >= QApplication::startDragDistance()) {
            startDrag();
            return true;
        }
    }
    return Surface::eventFilter(watched, event);
}

void ChainRow::startDrag()
{
    m_handle->setDown(false);
    auto *const carried = new QMimeData;
    carried->setData(kChainPlaceMime, carryTarget(m_place, m_editor.stamp()));
    carried->setText(m_target.name.toString());
    auto *const drag = new QDrag(this);
    drag->setMimeData(carried);
    drag->setPixmap(m_name->grab());
    drag->exec(Qt::MoveAction);
}

} // namespace ui
