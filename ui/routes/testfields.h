#pragma once

#include "core/routing/condition.h"
#include "ui/routes/routescontext.h"

#include <QObject>

class QAbstractButton;
class QDoubleSpinBox;
class QLayout;
class QTimeEdit;

namespace ui {

class RouteTerms;
class ValuesEdit;

/// The fields in which a test's key, value and zone are entered, whatever its kind asks for; they stand in
/// the layout of the row that owns this.
class TestFields : public QObject
{
    Q_OBJECT

public:
    TestFields(const RoutesContext &context, const RouteTerms &terms, QWidget *row, QLayout *layout);

    /// Makes other fields when the test is of another kind, else fills those that are there.
    void show(const core::Test &test);
    /// Names the fields by the row's number, counted from 0.
    void number(qsizetype row);

signals:
    /// `typed`: one of a series of changes that belong together.
    void edited(const core::Test &test, bool typed);

private:
    void rebuild();
    void fill();
    void addKey();
    void addValues();
    void addFigure();
    void addTimes();
    void addWeekdays();
    void addZone();
    void add(QWidget *field);
    void set(const core::Test &test, bool typed = true);

    const RoutesContext m_context;
    const RouteTerms &m_terms;
    QWidget *const m_row;
    QLayout *const m_layout;
    core::Test m_test;
    bool m_built = false;
    QList<QWidget *> m_fields;
    ValuesEdit *m_key = nullptr;
    ValuesEdit *m_values = nullptr;
    ValuesEdit *m_zone = nullptr;
    QDoubleSpinBox *m_figure = nullptr;
    double m_scale = 1.0;
    QTimeEdit *m_from = nullptr;
    QTimeEdit *m_until = nullptr;
    QList<QAbstractButton *> m_days;
};

} // namespace ui
