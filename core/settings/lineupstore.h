#pragma once

#include "core/storage/database.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QSet>

namespace core {

/// One target of a line-up: `account/model`, its parameters as JSON, empty when none is set, and how many
/// times it is asked in one run.
struct LineUpTarget
{
    static constexpr int kMostRepeats = 10;

    QString target;
    QJsonObject parameters = {};
    int repeats = 1;

    bool operator==(const LineUpTarget &) const = default;
};

/// `[{"target": "account/model", "parameters": {...}, "repeats": 3}]`; elements of another shape are skipped
/// when reading, repeats kept between 1 and kMostRepeats.
QJsonArray lineUpToJson(const QList<LineUpTarget> &targets);
QList<LineUpTarget> lineUpFromJson(const QJsonArray &json);

/// A named, saved set of targets and how their lanes are laid out, in the words of who shows them; empty when
/// it was saved without.
struct LineUp
{
    qint64 id = 0;
    QString name;
    QList<LineUpTarget> targets = {};
    QJsonObject layout = {};

    bool operator==(const LineUp &) const = default;
};

/// The saved line-ups in the user's order and the favourite targets: in memory, written behind. Main thread.
class LineUpStore : public QObject
{
    Q_OBJECT

public:
    explicit LineUpStore(Database &database, QObject *parent = nullptr);

    /// Reads what is stored; to be called once after construction.
    Result<void> load();

    const QList<LineUp> &lineUps() const { return m_lineUps; }
    /// Nothing when no line-up has that name.
    std::optional<LineUp> find(const QString &name) const;

    /// Saves under `name`, replacing what had that name. An empty name is refused (invalid_request).
    QFuture<Result<LineUp>> save(const QString &name, const QList<LineUpTarget> &targets,
                                 const QJsonObject &layout = {});
    /// Refused when the new name is empty or taken (invalid_request), or the id unknown (not_found).
    QFuture<Result<void>> rename(qint64 id, const QString &name);
    QFuture<Result<void>> remove(qint64 id);
    /// Puts the line-up at `position` (0 is first; beyond the end is last).
    QFuture<Result<void>> move(qint64 id, qsizetype position);

    /// `account/model` names.
    const QSet<QString> &favourites() const { return m_favourites; }
    QFuture<Result<void>> setFavourite(const QString &target, bool favourite);

signals:
    void changed();
    void favouritesChanged();

private:
    Result<void> adopt(const Result<QList<LineUp>> &stored);

    Database &m_database;
    QList<LineUp> m_lineUps;
    QSet<QString> m_favourites;
};

} // namespace core
