#include "core/evaluate/audition.h"

#include <QSet>

namespace core {

namespace {

bool standsAlone(const RunRecord &run)
{
    return run.textsKept && !run.prompt.trimmed().isEmpty() && run.images.isEmpty()
        && run.turn.parentRun == 0;
}

} // namespace

Audition auditionOf(const QString &name, const QList<RunRecord> &judged, int limit)
{
    Audition audition;
    PromptSetDraft &draft = audition.draft;
    draft.name = name;
    draft.table.columns = {QString(kPromptColumn), QStringLiteral("system")};
    draft.system = QStringLiteral("{{system}}");
    QSet<std::pair<QString, QString>> seen;
    for (const RunRecord &run : judged) {
        if (draft.table.cases.size() >= limit)
            break;
        if (!standsAlone(run)) {
            ++audition.leftOut;
            continue;
        }
        // An empty value, not a missing one.
        const QString system = run.system.isNull() ? QStringLiteral("") : run.system;
        if (seen.contains({run.prompt, system}))
            continue;
        seen.insert({run.prompt, system});
        draft.table.cases.append({{run.prompt, system}});
    }
    return audition;
}

} // namespace core
