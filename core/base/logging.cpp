#include "core/base/logging.h"

namespace core {

Q_LOGGING_CATEGORY(logStorage, "switchyard.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(logAccounts, "switchyard.accounts", QtWarningMsg)
Q_LOGGING_CATEGORY(logCatalog, "switchyard.catalog", QtWarningMsg)
Q_LOGGING_CATEGORY(logNet, "switchyard.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logLedger, "switchyard.ledger", QtWarningMsg)
Q_LOGGING_CATEGORY(logCompare, "switchyard.compare", QtWarningMsg)
Q_LOGGING_CATEGORY(logSimulator, "switchyard.simulator", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "switchyard.ui", QtWarningMsg)

} // namespace core
