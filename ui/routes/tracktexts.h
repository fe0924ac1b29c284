#pragma once

#include "core/routing/decision.h"
#include "core/routing/promptfacts.h"
#include "core/routing/targetfacts.h"
#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"

#include <QCoreApplication>
#include <QFont>

namespace ui {

/// Whether something is wrong with what a node shows.
enum class NodeMood { Plain, Doubtful, Invalid };

/// What one node of a track says. A value.
struct NodeWords
{
    QString title = {};
    QString line = {};
    /// Beside the title: `off`.
    QString state = {};
    /// Below the node: what came of it for the prompt that is tried.
    QString note = {};
    /// On the line that leads to it.
    QString label = {};
    /// The first thing that is wrong with it.
    QString problem = {};
    NodeMood mood = NodeMood::Plain;
    /// All of it and more, some lines.
    QString tip = {};
    /// All of it in one sentence, for assistive technology.
    QString spoken = {};

    bool operator==(const NodeWords &) const = default;
};

/// What a track says. A value.
struct TrackWords
{
    NodeWords rule = {};
    /// The targets and then the fallbacks.
    QList<NodeWords> places = {};
    /// How several targets are put in order; empty when there is nothing to be said.
    QString order = {};
    bool on = true;

    bool operator==(const TrackWords &) const = default;
};

/// A prompt that is tried: what the rules say about it, and what its calls are estimated by.
struct TrackTrial
{
    std::optional<core::Decision> decision = {};
    /// Without tokens while there is none.
    core::PromptFacts prompt = {};
};

/// As much of the line as is `width` pixels wide, with three dots behind what is cut. Numbers are not cut:
/// what is left of one would be another.
QString elidedLine(const QString &line, const QFont &font, int width);
/// At most so many lines of `width`; the last one is elided when there is more.
QStringList linesWithin(const QString &text, const QFont &font, int width, int most);

/// Puts rules into the words of the canvas. Borrows everything; main thread.
class TrackTexts
{
    Q_DECLARE_TR_FUNCTIONS(TrackTexts)

public:
    TrackTexts(const RuleEditor &editor, const RoutesContext &context) : m_editor(editor), m_context(context)
    {
    }

    TrackWords words(qsizetype rule, const TrackTrial &trial) const;
    static NodeWords promptWords(const TrackTrial &trial);
    // What adds something.
    static QString addTarget() { return tr("+ Target"); }
    static QString addFallback() { return tr("+ Fallback"); }
    static QString addRule() { return tr("+ Rule"); }
    /// The rule that the decision names and the target that is asked first; nothing when the rules are others
    /// by now.
    RulePlace litPlace(const TrackTrial &trial) const;

private:
    NodeWords ruleWords(qsizetype place, const TrackTrial &trial) const;
    NodeWords targetWords(const ChainPlace &place, const TrackTrial &trial) const;
    /// The decision's step for the rule; null when it has none.
    const core::TraceStep *stepOf(qsizetype place, const TrackTrial &trial) const;
    static QString verdictInWords(core::RuleVerdict verdict);
    static QString priceOf(const core::TargetFacts &facts);
    QString labelOf(const ChainPlace &place) const;
    QString conditionOf(const core::Fallback &fallback) const;
    QString shareOf(const core::Chain &chain, qsizetype at) const;
    /// Adds what is wrong with the place to the words.
    void addProblems(const RulePlace &place, NodeWords &words) const;

    const RuleEditor &m_editor;
    const RoutesContext m_context;
};

} // namespace ui
