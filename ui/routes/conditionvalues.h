#pragma once

#include "core/routing/condition.h"

namespace ui {

/// What a test's answer is entered with.
enum class ValueShape {
    None,
    Labels,
    Pattern,
    Count,
    Decimal,
    Percent,
    WholePercent,
    Milliseconds,
    Times,
    Weekdays
};

/// What its key is: nothing, a tag's key, or a target.
enum class KeyShape { None, Tag, Target, Budget };

ValueShape valueShapeOf(core::Field field, core::Operator op);
KeyShape keyShapeOf(core::Field field);
bool hasZone(core::Field field);

/// A test of the field as a person begins it: its usual operator and a value that is plausible.
core::Test freshTest(core::Field field);
/// The test with another operator: what still fits stays, what does not goes.
core::Test withOperator(const core::Test &test, core::Operator op);

/// All fields in the order in which they are offered.
QList<core::Field> allFields();

/// Values as they are typed: separated by commas; one that holds a comma or a quotation mark, or spaces at an
/// end, stands in quotation marks, doubled where it holds them.
QString valuesToText(const QStringList &values);
QStringList valuesFromText(QStringView text);

/// Where the value begins that is typed at `cursor`, and the value up to there.
qsizetype valueStart(QStringView text, qsizetype cursor);

} // namespace ui
