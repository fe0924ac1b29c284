#pragma once

#include <QHash>
#include <QStringList>

namespace ui {

class ModelColours;

/// Gives each value that usage is split by one colour, whatever figure, period or order it is shown in, for
/// as long as the program runs. A model keeps the one it has on every page. Owned by the pane that draws; the
/// models' colours outlive it.
class SeriesColours
{
public:
    explicit SeriesColours(ModelColours &models) : m_models(models) { }

    /// The grey of what is summed up.
    static int other();
    /// For chartColour(), one a series of one picture, which are split by `dimensions`; each path has a value
    /// of each. With more values than colours some have the same, but not in one picture unless that has too
    /// many.
    QList<int> of(const QStringList &dimensions, const QList<QStringList> &paths);

private:
    using Known = QHash<QString, int>;

    static int next(const QList<int> &palette, const Known &known, const QList<int> &here, qsizetype at);

    ModelColours &m_models;
    /// By dimensions, then by path.
    QHash<QString, Known> m_known;
};

} // namespace ui
