#pragma once

#include <QLineEdit>

#include <functional>

class QCompleter;
class QStringListModel;

namespace ui {

class Theme;

/// Values separated by commas, each completed from what is known as it is typed; Down shows all of it.
class ValuesEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit ValuesEdit(const Theme &theme, QWidget *parent = nullptr);

    /// Asked anew whenever completions are shown.
    void setTerms(std::function<QStringList()> terms);
    /// Only one value, which may hold commas.
    void setSingle(bool single) { m_single = single; }

    QStringList values() const;
    /// Leaves the text as it is when it says the same.
    void showValues(const QStringList &values);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// By the person, typed or chosen.
    void valuesEdited(const QStringList &values);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    qsizetype start() const;
    void complete(bool all);
    void take(const QString &value);

    const Theme &m_theme;
    std::function<QStringList()> m_terms;
    QStringListModel *const m_model;
    QCompleter *const m_completions;
    bool m_single = false;
};

} // namespace ui
