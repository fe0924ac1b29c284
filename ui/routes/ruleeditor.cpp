#include "ui/routes/ruleeditor.h"

#include "core/base/continuation.h"
#include "core/routing/rulesetdiff.h"
#include "core/routing/rulesetjson.h"
#include "ui/routes/ruleedit.h"

#include <QUuid>

#include <algorithm>

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto kCheckAfter = 60ms;
constexpr auto kKeepDraftAfter = 500ms;
constexpr int kHistoryLimit = 1000;

/// Equal but for their names, as documents.
bool sameRules(const core::RuleSet &one, const core::RuleSet &other)
{
    core::RuleSet named = one;
    named.name = other.name;
    return named == other || core::ruleSetToJson(named) == core::ruleSetToJson(other);
}

} // namespace

RuleEditor::RuleEditor(core::RuleSetStore &store, const core::TargetBook &book, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_book(book)
    , m_token(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
{
    m_undo.setUndoLimit(kHistoryLimit);
    m_check.setSingleShot(true);
    m_check.setInterval(kCheckAfter);
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepDraftAfter);
    connect(&m_check, &QTimer::timeout, this, &RuleEditor::checkNow);
    connect(&m_keep, &QTimer::timeout, this, &RuleEditor::keep);
    connect(&m_store, &core::RuleSetStore::changed, this, &RuleEditor::noteStore);
}

RuleEditor::~RuleEditor()
{
    m_undo.blockSignals(true); // it says that it is empty as it goes
    keep();
}

bool RuleEditor::open(const QString &name)
{
    const core::RuleSetEntry *const entry = m_store.find(name);
    if (!entry)
        return false;
    keep();
    m_name = entry->name;
    m_id = entry->id;
    if (const auto kept = m_keeping.constFind(name); kept != m_keeping.constEnd())
        show(core::RuleSet(*kept));
    else
        show(entry->draft ? *entry->draft : entry->active.value_or(core::RuleSet()));
    return true;
}

void RuleEditor::close()
{
    keep();
    m_name.clear();
    m_id = 0;
    show({});
}

QByteArray RuleEditor::stamp() const
{
    return m_token + '.' + QByteArray::number(m_revision);
}

void RuleEditor::show(const core::RuleSet &rules)
{
    ++m_revision;
    m_keep.stop();
    m_unkept = false;
    m_checked.reset();
    m_isChanged.reset();
    m_rules = rules;
    m_rules.name = m_name;
    m_undo.clear();
    m_selection = isOpen() ? RulePlace{0, -1} : RulePlace();
    emit reset();
    emit selectionChanged();
    emit changed();
    checkNow();
}

void RuleEditor::noteStore()
{
    m_isChanged.reset();
    if (!isOpen())
        return;
    const QList<core::RuleSetEntry> &entries = m_store.entries();
    const auto mine = std::find_if(entries.cbegin(), entries.cend(),
                                   [this](const core::RuleSetEntry &entry) { return entry.id == m_id; });
    if (mine == entries.cend()) {
        m_unkept = false;
        return close();
    }
    if (mine->name != m_name) {
        m_name = mine->name;
        m_rules.name = m_name;
    }
    recheck();
    emit stateChanged();
}

void RuleEditor::push(const QString &text, QList<RuleEdit> edits, const RulePlace &after, MergeId merge)
{
    m_undo.push(new RuleCommand(*this, text, std::move(edits), m_selection, after, merge, m_typing));
}

void RuleEditor::apply(const RuleEdit &edit)
{
    applyEdit(m_rules, edit);
    switch (edit.kind) {
    case RuleEdit::Kind::Replace:
        emit ruleChanged(edit.place);
        break;
    case RuleEdit::Kind::Insert:
        emit ruleInserted(edit.place);
        break;
    case RuleEdit::Kind::Remove:
        emit ruleRemoved(edit.place);
        break;
    case RuleEdit::Kind::Move:
        emit ruleMoved(edit.place, edit.to);
        break;
    case RuleEdit::Kind::Note:
        break;
    case RuleEdit::Kind::All:
        emit reset();
        break;
    }
}

void RuleEditor::settle(const RulePlace &selection)
{
    ++m_revision;
    m_isChanged.reset();
    m_unkept = true;
    m_keep.start();
    m_check.start();
    const RulePlace before = std::exchange(m_selection, selection);
    if (!(before == m_selection))
        emit selectionChanged();
    emit changed();
}

bool RuleEditor::hasRule(qsizetype place) const
{
    return isOpen() && place >= 0 && place <= m_rules.rules.size();
}

void RuleEditor::replaceRule(qsizetype place, const core::Rule &rule, const QString &text, MergeId merge)
{
    if (!hasRule(place))
        return;
    core::Rule wanted = rule;
    if (isDefault(place)) {
        wanted.when = {};
        wanted.on = true;
    }
    if (wanted == this->rule(place))
        return;
    const qsizetype targets = wanted.chain.targets.size() + wanted.chain.fallbacks.size();
    RulePlace after = m_selection;
    if (after.rule != place || after.target >= targets)
        after = {place, -1};
    push(text,
         {{.kind = RuleEdit::Kind::Replace, .place = place, .before = this->rule(place), .after = wanted}},
         after, merge);
}

void RuleEditor::insertRule(qsizetype place, core::Rule rule, MergeId merge)
{
    if (!isOpen())
        return;
    place = std::clamp<qsizetype>(place, 0, m_rules.rules.size());
    rule.name = freeRuleName(rule.name);
    push(tr("add a rule"), {{.kind = RuleEdit::Kind::Insert, .place = place, .after = rule}}, {place, -1},
         merge);
}

void RuleEditor::removeRule(qsizetype place)
{
    if (!hasRule(place) || isDefault(place))
        return;
    push(tr("remove a rule"), {{.kind = RuleEdit::Kind::Remove, .place = place, .before = rule(place)}},
         {place, -1});
}

void RuleEditor::moveRule(qsizetype from, qsizetype to)
{
    if (!hasRule(from) || isDefault(from))
        return;
    to = std::clamp<qsizetype>(to, 0, m_rules.rules.size() - 1);
    if (from == to)
        return;
    const RulePlace after{to, m_selection.rule == from ? m_selection.target : -1};
    push(tr("move a rule"), {{.kind = RuleEdit::Kind::Move, .place = from, .to = to}}, after);
}

void RuleEditor::duplicateRule(qsizetype place)
{
    if (!hasRule(place))
        return;
    core::Rule copy = rule(place);
    copy.name = freeRuleName(copy.name);
    const qsizetype to = isDefault(place) ? place : place + 1;
    push(tr("duplicate a rule"), {{.kind = RuleEdit::Kind::Insert, .place = to, .after = copy}}, {to, -1});
}

void RuleEditor::setRule(qsizetype place, const core::Rule &rule, const QString &text, MergeId merge)
{
    replaceRule(place, rule, text, merge);
}

void RuleEditor::renameRule(qsizetype place, const QString &name, MergeId merge)
{
    const QString wanted = name.simplified();
    if (!hasRule(place) || wanted.isEmpty())
        return;
    core::Rule changed = rule(place);
    changed.name = wanted;
    replaceRule(place, changed, tr("rename a rule"), merge);
}

void RuleEditor::setRuleOn(qsizetype place, bool on)
{
    if (!hasRule(place))
        return;
    core::Rule changed = rule(place);
    changed.on = on;
    replaceRule(place, changed, on ? tr("switch a rule on") : tr("switch a rule off"));
}

void RuleEditor::setCondition(qsizetype place, const core::Condition &condition, MergeId merge)
{
    if (!hasRule(place))
        return;
    core::Rule changed = rule(place);
    changed.when = condition;
    replaceRule(place, changed, tr("change a condition"), merge);
}

void RuleEditor::setNote(const QString &note, MergeId merge)
{
    if (!isOpen() || note == m_rules.note)
        return;
    push(tr("change the note"),
         {{.kind = RuleEdit::Kind::Note, .noteBefore = m_rules.note, .noteAfter = note}}, m_selection, merge);
}

void RuleEditor::replaceAll(const core::RuleSet &rules, const QString &text)
{
    if (!isOpen() || sameRules(rules, m_rules))
        return;
    RuleEdit edit{.kind = RuleEdit::Kind::All};
    edit.allBefore = m_rules;
    edit.allAfter = rules;
    push(text, {edit}, {0, -1});
}

void RuleEditor::select(const RulePlace &place)
{
    RulePlace wanted = place;
    if (!hasRule(wanted.rule)) {
        wanted = {};
    } else {
        const core::Chain &chain = rule(wanted.rule).chain;
        if (wanted.target < 0 || wanted.target >= chain.targets.size() + chain.fallbacks.size())
            wanted.target = -1;
    }
    if (wanted == m_selection)
        return;
    endTyping();
    m_selection = wanted;
    emit selectionChanged();
}

QString RuleEditor::freeRuleName(const QString &base) const
{
    const QString wanted = base.simplified().isEmpty() ? tr("new rule") : base.simplified();
    const auto taken = [this](const QString &name) {
        const auto same = [&name](const core::Rule &rule) {
            return rule.name.compare(name, Qt::CaseInsensitive) == 0;
        };
        return same(m_rules.otherwise) || std::any_of(m_rules.rules.cbegin(), m_rules.rules.cend(), same);
    };
    QString name = wanted;
    for (int number = 2; taken(name); ++number)
        name = QStringLiteral("%1 %2").arg(wanted, QString::number(number));
    return name;
}

QList<core::RuleProblem> RuleEditor::problemsAt(const RulePlace &place) const
{
    QList<core::RuleProblem> found;
    std::copy_if(m_problems.cbegin(), m_problems.cend(), std::back_inserter(found),
                 [&place](const core::RuleProblem &problem) {
                     return problem.rule == place.rule && problem.target == place.target;
                 });
    return found;
}

void RuleEditor::recheck()
{
    m_check.start();
    emit factsChanged();
}

void RuleEditor::checkNow()
{
    m_check.stop();
    const QList<core::RuleProblem> found =
        isOpen() ? core::checkRuleSet(m_rules, m_book, m_store.lookup()) : QList<core::RuleProblem>();
    if (!(found == m_problems)) {
        m_problems = found;
        emit problemsChanged();
    }
    emit stateChanged();
}

int RuleEditor::changes() const
{
    const core::RuleSetEntry *const entry = isOpen() ? m_store.find(m_name) : nullptr;
    if (!entry || !isChanged())
        return 0;
    const auto count = core::diffRuleSets(entry->active.value_or(core::RuleSet()), m_rules).size();
    return std::max(1, static_cast<int>(count));
}

bool RuleEditor::isChanged() const
{
    if (!m_isChanged) {
        const core::RuleSetEntry *const entry = isOpen() ? m_store.find(m_name) : nullptr;
        m_isChanged = entry && !(entry->active && sameRules(*entry->active, m_rules));
    }
    return *m_isChanged;
}

int RuleEditor::activeVersion() const
{
    const core::RuleSetEntry *const entry = isOpen() ? m_store.find(m_name) : nullptr;
    return entry ? entry->activeVersion : 0;
}

int RuleEditor::nextVersion() const
{
    const core::RuleSetEntry *const entry = isOpen() ? m_store.find(m_name) : nullptr;
    return entry ? entry->newestVersion + 1 : 1;
}

void RuleEditor::noteChecked()
{
    m_checked = m_rules;
    emit stateChanged();
}

void RuleEditor::activate(const QString &comment)
{
    if (!isOpen())
        return;
    m_keep.stop();
    m_unkept = false;
    endTyping();
    m_keeping.insert(m_name, m_rules);
    m_activating.insert(m_name);
    core::continued(m_store.activate(m_name, m_rules, comment, isChecked()), this,
                    [this, name = m_name, rules = m_rules](const core::Result<int> &version) {
                        m_activating.remove(name);
                        // Edited meanwhile, or still the draft of what is open.
                        if (name == m_name && !(version && rules == m_rules)) {
                            m_unkept = true;
                            m_keep.start();
                        } else if (!version) {
                            storeDraft(name, rules, true);
                        }
                        if (!version)
                            return emit failed(version.error());
                        noteKept(name, rules);
                        emit stateChanged();
                        emit activated(*version);
                    });
}

void RuleEditor::revert()
{
    const core::RuleSetEntry *const entry = isOpen() ? m_store.find(m_name) : nullptr;
    if (entry && entry->active)
        replaceAll(*entry->active, tr("discard the changes"));
}

void RuleEditor::keep()
{
    m_keep.stop();
    if (!std::exchange(m_unkept, false) || !isOpen())
        return;
    const core::RuleSetEntry *const entry = m_store.find(m_name);
    if (!entry)
        return;
    // Until an activation is through, the version that will run is not the one to compare with.
    const bool differs = isChanged() || m_activating.contains(m_name);
    if (differs || entry->draft)
        storeDraft(m_name, m_rules, differs);
}

/// Without `differs` there is no draft: the version that runs says the same.
void RuleEditor::storeDraft(const QString &name, const core::RuleSet &rules, bool differs)
{
    m_keeping.insert(name, rules);
    core::continued(differs ? m_store.saveDraft(name, rules) : m_store.dropDraft(name), this,
                    [this, name, rules](const core::Result<void> &kept) {
                        if (kept)
                            noteKept(name, rules);
                        else
                            emit failed(kept.error());
                    });
}

void RuleEditor::noteKept(const QString &name, const core::RuleSet &rules)
{
    const auto kept = m_keeping.constFind(name);
    if (kept != m_keeping.constEnd() && *kept == rules)
        m_keeping.erase(kept);
}

} // namespace ui
