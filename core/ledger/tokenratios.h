#pragma once

#include "core/base/result.h"
#include "core/chat/tokenratio.h"
#include "core/storage/connection.h"

#include <QHash>
#include <QObject>

namespace core {

class Database;

/// The ratio of the model's newest 200 whole answers whose texts and reported tokens are in the ledger.
Result<std::optional<TokenRatio>> learnTokenRatio(Connection &connection, const QString &model);

/// Token ratios of the models in use, read from the ledger ahead of their need. Owned by Application; main
/// thread.
class TokenRatios : public QObject
{
    Q_OBJECT

public:
    explicit TokenRatios(Database &database, QObject *parent = nullptr);

    /// Reads the model's ratio soon, unless that was done within its last 50 calls.
    void prepare(const QString &model);
    /// Nothing while too little is known.
    std::optional<TokenRatio> of(const QString &model) const;

signals:
    void learned(const QString &model);

private:
    Database &m_database;
    QHash<QString, TokenRatio> m_ratios;
    /// Calls of prepare() since the model was read last.
    QHash<QString, int> m_sinceRead;
};

} // namespace core
