#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace test {

/// Where `value` differs from `shape`: an object names the members that must be there, an array of one says
/// what each element is, and a text names the types that are allowed, such as `string|null`. Further members
/// are allowed.
QStringList problems(const QJsonValue &value, const QByteArray &shape);

/// A text, or an object, that a document holds.
QString member(const QJsonObject &object, const char *name);
QJsonObject part(const QJsonObject &object, const char *name);

// The documents of the public interface.
QByteArray laneShape();
QByteArray runShape();
QByteArray accountsShape();
QByteArray accountShape();
QByteArray connectionShape();
QByteArray searchShape();
QByteArray decisionShape();
QByteArray askShape();
QByteArray ruleSetsShape();
QByteArray shownRulesShape();
QByteArray validationShape();
QByteArray ruleImportShape();
QByteArray ruleExportShape();
QByteArray ruleTestShape();
QByteArray ruleDiffShape();
/// `usage --json` by these dimensions.
QByteArray usageShape(const QStringList &by);

} // namespace test
