#include "ui/routes/testfields.h"

#include "ui/routes/conditionvalues.h"
#include "ui/routes/routeterms.h"
#include "ui/routes/valuesedit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QAbstractButton>
#include <QDoubleSpinBox>
#include <QLayout>
#include <QSignalBlocker>
#include <QTimeEdit>

#include <array>

using core::Field;

namespace ui {

namespace {

const QString kTimeFormat = QStringLiteral("HH:mm");
constexpr std::array<const char *, 7> kDayNames{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

struct FigureLook
{
    int decimals = 0;
    double most = 0.0;
    double step = 1.0;
    /// What the figure in the field is times the figure in the test.
    double scale = 1.0;
};

FigureLook figureLook(ValueShape shape)
{
    switch (shape) {
    case ValueShape::Decimal:
        return {2, 10.0, 0.1, 1.0};
    case ValueShape::Percent:
        return {1, 100.0, 5.0, 100.0};
    case ValueShape::WholePercent:
        return {1, 1'000.0, 5.0, 1.0};
    case ValueShape::Milliseconds:
        return {0, 3'600'000.0, 100.0, 1.0};
    default:
        return {0, 100'000'000.0, 100.0, 1.0};
    }
}

QString keyLabel(KeyShape shape)
{
    if (shape == KeyShape::Tag)
        return TestFields::tr("Tag of condition %1");
    return shape == KeyShape::Budget ? TestFields::tr("Budget of condition %1")
                                     : TestFields::tr("Model of condition %1");
}

} // namespace

TestFields::TestFields(const RoutesContext &context, const RouteTerms &terms, QWidget *row, QLayout *layout)
    : QObject(row), m_context(context), m_terms(terms), m_row(row), m_layout(layout)
{
}

void TestFields::show(const core::Test &test)
{
    const bool same = m_built && test.field == m_test.field
        && valueShapeOf(test.field, test.op) == valueShapeOf(m_test.field, m_test.op);
    m_test = test;
    if (!same)
        rebuild();
    fill();
}

void TestFields::set(const core::Test &test, bool typed)
{
    if (test == m_test)
        return;
    m_test = test;
    emit edited(m_test, typed);
}

void TestFields::add(QWidget *field)
{
    m_layout->addWidget(field);
    field->show();
    m_fields.append(field);
}

void TestFields::rebuild()
{
    for (QWidget *field : std::as_const(m_fields)) {
        m_layout->removeWidget(field);
        field->hide();
        field->deleteLater();
    }
    m_fields.clear();
    m_days.clear();
    m_key = m_values = m_zone = nullptr;
    m_figure = nullptr;
    m_from = m_until = nullptr;
    m_built = true;
    addKey();
    switch (valueShapeOf(m_test.field, m_test.op)) {
    case ValueShape::None:
        break;
    case ValueShape::Labels:
    case ValueShape::Pattern:
        addValues();
        break;
    case ValueShape::Times:
        addTimes();
        break;
    case ValueShape::Weekdays:
        addWeekdays();
        break;
    default:
        addFigure();
    }
    if (hasZone(m_test.field))
        addZone();
}

void TestFields::addKey()
{
    const KeyShape shape = keyShapeOf(m_test.field);
    if (shape == KeyShape::None)
        return;
    m_key = new ValuesEdit(m_context.theme, m_row);
    m_key->setSingle(true);
    if (shape == KeyShape::Tag) {
        m_key->setPlaceholderText(tr("tag"));
        m_key->setTerms([this] { return m_terms.tagKeys(); });
    } else if (shape == KeyShape::Budget) {
        m_key->setPlaceholderText(tr("name of a budget"));
    } else {
        m_key->setPlaceholderText(tr("account/model"));
        m_key->setTerms([this] { return m_terms.targets(); });
    }
    add(m_key);
    connect(m_key, &ValuesEdit::valuesEdited, this, [this](const QStringList &values) {
        core::Test test = m_test;
        test.key = values.value(0);
        set(test);
    });
}

void TestFields::addValues()
{
    m_values = new ValuesEdit(m_context.theme, m_row);
    const bool pattern = valueShapeOf(m_test.field, m_test.op) == ValueShape::Pattern;
    m_values->setSingle(pattern);
    if (pattern) {
        m_values->setFont(m_context.theme.codeFont());
        m_values->setPlaceholderText(tr("regular expression"));
    } else if (m_test.field == Field::Text) {
        m_values->setPlaceholderText(tr("words, separated by commas"));
    } else {
        m_values->setPlaceholderText(tr("separated by commas"));
        m_values->setTerms([this] { return m_terms.values(m_test.field, m_test.key); });
    }
    add(m_values);
    connect(m_values, &ValuesEdit::valuesEdited, this, [this](const QStringList &values) {
        core::Test test = m_test;
        test.values = values;
        set(test);
    });
}

void TestFields::addFigure()
{
    const FigureLook look = figureLook(valueShapeOf(m_test.field, m_test.op));
    m_scale = look.scale;
    m_figure = new QDoubleSpinBox(m_row);
    m_figure->setFocusPolicy(Qt::StrongFocus);
    m_figure->setDecimals(look.decimals);
    m_figure->setRange(0.0, look.most);
    m_figure->setSingleStep(m_test.field == Field::Turns ? 1.0 : look.step);
    m_figure->setGroupSeparatorShown(true);
    switch (m_test.field) {
    case Field::PromptTokens:
    case Field::MaxTokens:
        m_figure->setSuffix(tr(" tokens"));
        break;
    case Field::PromptLength:
        m_figure->setSuffix(tr(" characters"));
        break;
    case Field::Turns:
        m_figure->setRange(0.0, 10'000.0);
        break;
    case Field::ErrorRate:
    case Field::Budget:
        m_figure->setSuffix(tr(" %"));
        break;
    case Field::FirstTokenP95:
        m_figure->setSuffix(tr(" ms"));
        break;
    default:
        break;
    }
    add(m_figure);
    connect(m_figure, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        core::Test test = m_test;
        test.number = value / m_scale;
        set(test);
    });
}

void TestFields::addTimes()
{
    const auto make = [this](int which) {
        auto *const time = new QTimeEdit(m_row);
        time->setDisplayFormat(kTimeFormat);
        time->setFocusPolicy(Qt::StrongFocus);
        add(time);
        connect(time, &QTimeEdit::timeChanged, this, [this, which](QTime value) {
            core::Test test = m_test;
            while (test.values.size() < 2)
                test.values.append(QStringLiteral("00:00"));
            test.values[which] = value.toString(kTimeFormat);
            set(test);
        });
        return time;
    };
    m_from = make(0);
    add(new ThemedLabel(m_context.theme, tr("and", "between two times"), Theme::Token::Ink2, m_row));
    m_until = make(1);
}

void TestFields::addWeekdays()
{
    for (std::size_t day = 0; day < kDayNames.size(); ++day) {
        const QLocale locale = m_row->locale();
        auto *const button =
            new FlatButton(m_context.theme, locale.dayName(static_cast<int>(day) + 1, QLocale::ShortFormat),
                           FlatButton::Look::Flat, m_row);
        button->setCheckable(true);
        button->setAccessibleName(locale.dayName(static_cast<int>(day) + 1));
        add(button);
        m_days.append(button);
        connect(button, &QAbstractButton::clicked, this, [this] {
            core::Test test = m_test;
            test.values.clear();
            for (qsizetype at = 0; at < m_days.size(); ++at) {
                if (m_days.at(at)->isChecked())
                    test.values.append(QLatin1StringView(kDayNames.at(static_cast<std::size_t>(at))));
            }
            set(test, false);
        });
    }
}

void TestFields::addZone()
{
    m_zone = new ValuesEdit(m_context.theme, m_row);
    m_zone->setSingle(true);
    m_zone->setPlaceholderText(tr("this computer's time zone"));
    m_zone->setTerms([] { return RouteTerms::zones(); });
    add(m_zone);
    connect(m_zone, &ValuesEdit::valuesEdited, this, [this](const QStringList &values) {
        core::Test test = m_test;
        test.zone = values.value(0);
        set(test);
    });
}

void TestFields::fill()
{
    const auto one = [](const QString &value) {
        return value.isEmpty() ? QStringList() : QStringList(value);
    };
    if (m_key)
        m_key->showValues(one(m_test.key));
    if (m_values)
        m_values->showValues(m_test.values);
    if (m_zone)
        m_zone->showValues(one(m_test.zone));
    if (m_figure) {
        const double shown = m_test.number.value_or(0.0) * m_scale;
        const QSignalBlocker quiet(m_figure);
        if (!qFuzzyCompare(1.0 + m_figure->value(), 1.0 + shown))
            m_figure->setValue(shown);
    }
    for (qsizetype which = 0; m_from && which < 2; ++which) {
        QTimeEdit *const time = which == 0 ? m_from : m_until;
        const QSignalBlocker quiet(time);
        const QTime shown = QTime::fromString(m_test.values.value(which), kTimeFormat);
        if (shown.isValid() && shown != time->time())
            time->setTime(shown);
    }
    for (qsizetype at = 0; at < m_days.size(); ++at)
        m_days.at(at)->setChecked(
            m_test.values.contains(QLatin1StringView(kDayNames.at(static_cast<std::size_t>(at)))));
}

void TestFields::number(qsizetype row)
{
    const auto name = [row](QWidget *field, const QString &what, const QString &accessible) {
        if (!field)
            return;
        field->setObjectName(QStringLiteral("when.%1%2").arg(what, QString::number(row)));
        field->setAccessibleName(accessible);
    };
    const QString shown = QString::number(row + 1);
    name(m_key, QStringLiteral("key"), keyLabel(keyShapeOf(m_test.field)).arg(shown));
    name(m_values, QStringLiteral("value"), tr("Values of condition %1").arg(shown));
    name(m_figure, QStringLiteral("value"), tr("Figure of condition %1").arg(shown));
    name(m_zone, QStringLiteral("zone"), tr("Time zone of condition %1").arg(shown));
    name(m_from, QStringLiteral("from"), tr("Start of condition %1").arg(shown));
    name(m_until, QStringLiteral("until"), tr("End of condition %1").arg(shown));
    for (qsizetype at = 0; at < m_days.size(); ++at)
        m_days.at(at)->setObjectName(QStringLiteral("when.day%1.%2").arg(row).arg(at));
}

} // namespace ui
