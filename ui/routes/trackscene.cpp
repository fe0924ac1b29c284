#include "ui/routes/trackscene.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/routing/targethealth.h"
#include "ui/routes/trackextras.h"

#include <QPainter>

namespace ui {

TrackScene::TrackScene(RuleEditor &editor, const RoutesContext &context, QObject *parent)
    : QGraphicsScene(parent)
    , m_editor(editor)
    , m_context(context)
    , m_texts(editor, context)
    , m_style(context.theme)
    , m_prompt(new PromptItem(m_style))
    , m_addRule(new AddRuleItem(m_style))
    , m_mark(new DropMarkItem(m_style))
{
    setItemIndexMethod(BspTreeIndex);
    addItem(m_prompt);
    addItem(m_addRule);
    addItem(m_mark);
    connect(&editor, &RuleEditor::reset, this, &TrackScene::rebuild);
    connect(&editor, &RuleEditor::ruleInserted, this, &TrackScene::insert);
    connect(&editor, &RuleEditor::ruleRemoved, this, &TrackScene::remove);
    connect(&editor, &RuleEditor::ruleMoved, this, &TrackScene::move);
    connect(&editor, &RuleEditor::ruleChanged, this, &TrackScene::change);
    connect(&editor, &RuleEditor::selectionChanged, this, &TrackScene::refreshSelection);
    // Follows every check: of rules, accounts, models and other sets.
    connect(&editor, &RuleEditor::stateChanged, this, [this] { refreshWords(); });
    connect(&context.accounts, &core::AccountStore::changed, this, [this] { refreshWords(); });
    connect(&context.models, &core::ModelListStore::changed, this, [this] { refreshWords(); });
    connect(&context.health, &core::TargetHealth::changed, this, [this] {
        if (m_trial.decision)
            refreshLight();
    });
    connect(&context.theme, &Theme::changed, this, &TrackScene::restyle);
    rebuild();
}

TrackScene::~TrackScene()
{
    // The items draw with the style.
    clear();
}

TrackItem *TrackScene::addTrack(qsizetype place)
{
    auto *const track = new TrackItem(m_style);
    track->setWords(m_texts.words(place, m_trial));
    addItem(track);
    m_tracks.insert(place, track);
    m_plan.tracks.insert(place, trackGeometry(trackShape(m_editor.rules(), place), m_style.measures));
    return track;
}

void TrackScene::rebuild()
{
    for (TrackItem *track : std::exchange(m_tracks, {})) {
        removeItem(track);
        delete track;
    }
    m_plan = {};
    m_plan.measures = m_style.measures;
    m_hovered = -1;
    if (m_editor.isOpen()) {
        for (qsizetype place = 0; place <= m_editor.rules().rules.size(); ++place)
            addTrack(place);
    }
    arrange();
}

void TrackScene::insert(qsizetype place)
{
    clearHover();
    addTrack(place);
    refreshWords(place + 1);
    arrange();
}

void TrackScene::remove(qsizetype place)
{
    clearHover();
    TrackItem *const track = m_tracks.takeAt(place);
    removeItem(track);
    delete track;
    m_plan.tracks.removeAt(place);
    refreshWords(place);
    arrange();
}

void TrackScene::move(qsizetype from, qsizetype to)
{
    clearHover();
    m_tracks.move(from, to);
    m_plan.tracks.move(from, to);
    refreshWords(std::min(from, to));
    arrange();
}

void TrackScene::change(qsizetype place)
{
    m_tracks.at(place)->setWords(m_texts.words(place, m_trial));
    const TrackGeometry geometry = trackGeometry(trackShape(m_editor.rules(), place), m_style.measures);
    if (geometry == m_plan.tracks.at(place)) {
        refreshLight();
        return;
    }
    m_plan.tracks[place] = geometry;
    arrange();
}

void TrackScene::refreshWords(qsizetype from)
{
    for (qsizetype place = from; place < m_tracks.size(); ++place)
        m_tracks.at(place)->setWords(m_texts.words(place, m_trial));
}

void TrackScene::refreshLight()
{
    m_lit = m_texts.litPlace(m_trial);
    const qsizetype level = m_plan.level;
    for (qsizetype place = 0; place < m_tracks.size(); ++place) {
        TrackLight light;
        if (m_lit.rule >= 0) {
            light.up = m_lit.rule < place && place <= level;
            light.down = level <= place && place < m_lit.rule;
            light.branch = light.rule = place == m_lit.rule;
            if (light.rule)
                light.target = m_lit.target;
        }
        m_tracks.at(place)->setLight(light);
    }
    m_prompt->setLit(m_trial.decision.has_value());
}

void TrackScene::refreshSelection()
{
    const RulePlace &selected = m_editor.selection();
    for (qsizetype place = 0; place < m_tracks.size(); ++place) {
        m_tracks.at(place)->setSelection(
            place == selected.rule ? std::optional(selected.target) : std::nullopt, m_focused);
    }
}

void TrackScene::arrange()
{
    m_plan.arrange();
    for (qsizetype place = 0; place < m_tracks.size(); ++place) {
        TrackItem *const track = m_tracks.at(place);
        track->setGeometry(m_plan.tracks.at(place), m_plan.courseOf(place));
        track->setPos(0.0, m_plan.tops.at(place));
    }
    m_prompt->setRect(m_plan.prompt);
    m_prompt->setWords(TrackTexts::promptWords(m_trial));
    m_addRule->setRect(m_plan.addRule);
    // An empty one would be taken for none.
    setSceneRect(QRectF(QPointF(), QSizeF(m_plan.size.expandedTo(QSize(1, 1)))));
    refreshLight();
    refreshSelection();
    emit arranged();
}

void TrackScene::restyle()
{
    m_style.measure();
    m_plan.measures = m_style.measures;
    for (qsizetype place = 0; place < m_tracks.size(); ++place) {
        m_plan.tracks[place] = trackGeometry(trackShape(m_editor.rules(), place), m_style.measures);
        m_tracks.at(place)->restyle();
    }
    m_prompt->restyle();
    m_addRule->restyle();
    arrange();
    update();
}

void TrackScene::setDecision(const std::optional<core::Decision> &decision)
{
    m_trial.decision = decision;
    refreshWords();
    refreshLight();
}

void TrackScene::setPrompt(const core::PromptFacts &prompt)
{
    const core::PromptFacts &known = m_trial.prompt;
    if (prompt.tokens == known.tokens && prompt.task == known.task && prompt.parameters == known.parameters)
        return;
    m_trial.prompt = prompt;
    m_prompt->setWords(TrackTexts::promptWords(m_trial));
    refreshWords();
}

TrackHit TrackScene::hitAt(const QPointF &point) const
{
    return m_plan.hitAt(QPoint(qFloor(point.x()), qFloor(point.y())));
}

void TrackScene::setHover(const TrackHit &hit, const QPointF &point)
{
    const bool inside = sceneRect().contains(point) && point.x() >= m_plan.measures.ruleLeft();
    const qsizetype track = inside ? m_plan.trackAt(qFloor(point.y())) : -1;
    if (track != m_hovered)
        clearHover();
    m_hovered = track;
    if (track >= 0)
        m_tracks.at(track)->setHover(hit, true);
    m_addRule->setHovered(hit.spot == TrackSpot::AddRule);
}

void TrackScene::clearHover()
{
    if (m_hovered >= 0 && m_hovered < m_tracks.size())
        m_tracks.at(m_hovered)->setHover({}, false);
    m_hovered = -1;
    m_addRule->setHovered(false);
}

void TrackScene::setFocused(bool focused)
{
    m_focused = focused;
    refreshSelection();
}

void TrackScene::showDrop(const TrackDrop &drop)
{
    m_mark->setLine(drop.mark);
}

void TrackScene::showLifted(const TrackLoad &load)
{
    const RulePlace lifted =
        load.target.rule >= 0 ? m_editor.rulePlace(load.target) : RulePlace{load.rule, -1};
    for (qsizetype place = 0; place < m_tracks.size(); ++place) {
        m_tracks.at(place)->setLifted(place == lifted.rule ? std::optional(lifted.target) : std::nullopt);
    }
}

QPixmap TrackScene::picture(const RulePlace &place, double scale, double ratio) const
{
    const QRect rect = m_plan.rectOf(place);
    if (rect.isNull())
        return {};
    QPixmap result(qCeil(rect.width() * scale * ratio), qCeil(rect.height() * scale * ratio));
    result.fill(Qt::transparent);
    result.setDevicePixelRatio(ratio);
    QPainter painter(&result);
    painter.scale(scale, scale);
    painter.translate(-rect.left(), m_plan.tops.at(place.rule) - rect.top());
    m_tracks.at(place.rule)->paintNode(painter, place.target);
    return result;
}

int TrackScene::nodes() const
{
    qsizetype count = 0;
    for (const TrackGeometry &track : m_plan.tracks)
        count += 1 + track.places.size();
    return static_cast<int>(count);
}

RulePlace TrackScene::nodeAt(int node) const
{
    qsizetype left = node;
    for (qsizetype rule = 0; left >= 0 && rule < m_plan.tracks.size(); ++rule) {
        const qsizetype count = 1 + m_plan.tracks.at(rule).places.size();
        if (left < count)
            return {rule, left - 1};
        left -= count;
    }
    return {};
}

int TrackScene::nodeOf(const RulePlace &place) const
{
    if (m_plan.rectOf(place).isNull())
        return -1;
    qsizetype node = place.target + 1;
    for (qsizetype rule = 0; rule < place.rule; ++rule)
        node += 1 + m_plan.tracks.at(rule).places.size();
    return static_cast<int>(node);
}

const NodeWords *TrackScene::wordsAt(const RulePlace &place) const
{
    if (place.rule < 0 || place.rule >= m_tracks.size())
        return nullptr;
    const TrackWords &words = m_tracks.at(place.rule)->words();
    if (place.target < 0)
        return &words.rule;
    return place.target < words.places.size() ? &words.places.at(place.target) : nullptr;
}

QString TrackScene::spoken(const RulePlace &place) const
{
    const NodeWords *const words = wordsAt(place);
    return words ? words->spoken : QString();
}

QString TrackScene::tip(const TrackHit &hit) const
{
    switch (hit.spot) {
    case TrackSpot::Nothing:
        break;
    case TrackSpot::Prompt:
        return m_prompt->words().tip;
    case TrackSpot::Rule:
    case TrackSpot::Target:
        if (const NodeWords *const words = wordsAt(hit.place))
            return words->tip;
        break;
    case TrackSpot::AddTarget:
        return tr("Add a target to this rule");
    case TrackSpot::AddFallback:
        return tr("Add a fallback to this rule");
    case TrackSpot::AddRule:
        return tr("Add a rule");
    }
    return {};
}

} // namespace ui
