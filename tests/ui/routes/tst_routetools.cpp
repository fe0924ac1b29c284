#include "core/routing/rulesetjson.h"
#include "core/ruleformats/ruleformats.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "tests/support/testunit.h"
#include "tests/ui/routes/routetoolsfixture.h"
#include "ui/routes/lossreport.h"
#include "ui/routes/presetwindow.h"
#include "ui/routes/proposalswindow.h"
#include "ui/routes/routesbar.h"
#include "ui/routes/routesets.h"
#include "ui/routes/rulelist.h"
#include "ui/routes/rulesexchange.h"
#include "ui/routes/versionswindow.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace core;

/// Versions, presets, proposals, exports and imports of rules.
class RouteToolsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyFormatThatCanBeWrittenIsOffered();
    void exportedRulesComeBackByAnImport();
    void anImportMayTakeThePlaceOfTheDraftAndBeUndone();
    void aFileThatHoldsNoRulesChangesNothing();
    void versionsSayWhatDiffers();
    void aVersionIsRestoredAsOneStep();
    void anEarlierVersionIsActivated();
    void aVersionThatTheDraftHasAlreadyIsNoStep();
    void aPresetSaysWhatItChoseAndBecomesADraft();
    void withoutVotesNothingIsProposed();
    void waysToANewSetAreOffered();
    void aKeyLeadsToTheFoot();
    void everyLetterBelongsToOneControl();

private:
    void save(RuleFormat format, const QString &name);
    void import(const QString &name, const QString &button);

    std::unique_ptr<RouteToolsFixture> m_fixture;
};

void RouteToolsTest::init()
{
    m_fixture = std::make_unique<RouteToolsFixture>();
    m_fixture->activate(RoutesFixture::threeBuckets());
    m_fixture->makeTools();
}

void RouteToolsTest::cleanup()
{
    m_fixture.reset();
}

void RouteToolsTest::save(RuleFormat format, const QString &name)
{
    m_fixture->tools().exchange().save(format);
    auto *const dialog = m_fixture->child<QFileDialog>(QStringLiteral("saveText"));
    emit dialog->fileSelected(m_fixture->pathOf(name));
    dialog->close();
}

void RouteToolsTest::import(const QString &name, const QString &button)
{
    m_fixture->tools().exchange().importFile(m_fixture->pathOf(name));
    QTRY_VERIFY(m_fixture->window().findChild<ui::LossReport *>());
    m_fixture->click(button);
}

void RouteToolsTest::everyFormatThatCanBeWrittenIsOffered()
{
    const QMenu *const menu = m_fixture->page().bar().exportMenu();
    for (const RuleFormat format : exportRuleFormats()) {
        const QString name = QStringLiteral("routes.save.%1").arg(ruleFormatName(format));
        QVERIFY2(menu->findChild<QAction *>(name), qPrintable(name));
        QVERIFY(m_fixture->actions().find(QStringLiteral("routes.export.%1").arg(ruleFormatName(format))));
    }
    QVERIFY(m_fixture->child<ui::FlatButton>(QStringLiteral("routes.export"))->isEnabled());
}

void RouteToolsTest::exportedRulesComeBackByAnImport()
{
    const RuleSet rules = m_fixture->editor().rules();
    save(RuleFormat::Json, QStringLiteral("rules.json"));
    import(QStringLiteral("rules.json"), QStringLiteral("losses.asNew"));
    QTRY_COMPARE(m_fixture->editor().name(), QStringLiteral("three buckets 2"));
    QCOMPARE(m_fixture->editor().rules().rules, rules.rules);
    QCOMPARE(m_fixture->editor().rules().otherwise, rules.otherwise);
}

void RouteToolsTest::anImportMayTakeThePlaceOfTheDraftAndBeUndone()
{
    save(RuleFormat::Json, QStringLiteral("rules.json"));
    m_fixture->editor().removeRule(0);
    const RuleSet before = m_fixture->editor().rules();
    import(QStringLiteral("rules.json"), QStringLiteral("losses.replace"));
    QTRY_COMPARE(m_fixture->editor().rules().rules.size(), 3);
    QCOMPARE(m_fixture->editor().name(), QStringLiteral("three buckets"));
    m_fixture->editor().undoStack().undo();
    QCOMPARE(m_fixture->editor().rules(), before);
}

void RouteToolsTest::aFileThatHoldsNoRulesChangesNothing()
{
    const qsizetype sets = m_fixture->store().entries().size();
    m_fixture->tools().exchange().importFile(
        m_fixture->file(QStringLiteral("wrong.json"),
                        R"({"schema": 1, "name": "x", "rules": [{"name": 7}], "default": {}})"));
    auto *const problem = m_fixture->child<ui::MessagePanel>(QStringLiteral("routes.problem"));
    QTRY_VERIFY(problem->isVisible());
    QCOMPARE(problem->kind(), ui::MessagePanel::Kind::Bad);
    bool names = false;
    for (const QLabel *const label : problem->findChildren<QLabel *>())
        names = names || label->text().contains(QStringLiteral("wrong.json"));
    QVERIFY(names);
    QCOMPARE(m_fixture->store().entries().size(), sets);
}

void RouteToolsTest::versionsSayWhatDiffers()
{
    m_fixture->editor().setRuleOn(0, false);
    m_fixture->editor().activate(QStringLiteral("Reasoning waits"));
    QTRY_COMPARE(m_fixture->editor().activeVersion(), 2);
    m_fixture->tools().versions().open();
    auto *const list = m_fixture->child<QListWidget>(QStringLiteral("versions.list"));
    QTRY_COMPARE(list->count(), 2);
    QVERIFY(list->item(0)->text().startsWith(QStringLiteral("v2, active")));
    QVERIFY(list->item(0)->text().contains(QStringLiteral("Reasoning waits")));
    const QString diff = m_fixture->child<QLabel>(QStringLiteral("versions.diff"))->text();
    QVERIFY2(diff.startsWith(QStringLiteral("Version 2 changed:")), qPrintable(diff));
    QVERIFY2(diff.contains(QStringLiteral("Reasoning")), qPrintable(diff));
    QVERIFY(!m_fixture->child<QPushButton>(QStringLiteral("versions.activate"))->isEnabled());
}

void RouteToolsTest::aVersionIsRestoredAsOneStep()
{
    m_fixture->editor().removeRule(0);
    m_fixture->editor().removeRule(0);
    const RuleSet before = m_fixture->editor().rules();
    m_fixture->tools().versions().open();
    QTRY_COMPARE(m_fixture->child<QListWidget>(QStringLiteral("versions.list"))->count(), 1);
    m_fixture->click(QStringLiteral("versions.restore"));
    QCOMPARE(m_fixture->editor().rules().rules, RoutesFixture::threeBuckets().rules);
    m_fixture->editor().undoStack().undo();
    QCOMPARE(m_fixture->editor().rules(), before);
}

void RouteToolsTest::anEarlierVersionIsActivated()
{
    m_fixture->editor().setRuleOn(0, false);
    m_fixture->editor().activate({});
    QTRY_COMPARE(m_fixture->editor().activeVersion(), 2);
    m_fixture->tools().versions().open();
    auto *const list = m_fixture->child<QListWidget>(QStringLiteral("versions.list"));
    QTRY_COMPARE(list->count(), 2);
    list->setCurrentRow(1);
    m_fixture->click(QStringLiteral("versions.activate"));
    QTRY_COMPARE(m_fixture->editor().activeVersion(), 1);
    QTRY_VERIFY(list->count() == 2 && list->item(1)->text().startsWith(QStringLiteral("v1, active")));
    QTRY_COMPARE(m_fixture->editor().rules().rules, RoutesFixture::threeBuckets().rules);
    QVERIFY2(!m_fixture->editor().isChanged(), "nobody made a draft");
    m_fixture->editor().undoStack().undo();
    QVERIFY(!m_fixture->editor().rule(0).on);
}

void RouteToolsTest::aVersionThatTheDraftHasAlreadyIsNoStep()
{
    const int steps = m_fixture->editor().undoStack().count();
    m_fixture->tools().versions().open();
    auto *const list = m_fixture->child<QListWidget>(QStringLiteral("versions.list"));
    QTRY_COMPARE(list->count(), 1);
    list->setCurrentRow(0);
    m_fixture->click(QStringLiteral("versions.restore"));
    QCOMPARE(m_fixture->editor().undoStack().count(), steps);
    QVERIFY(m_fixture->child<ui::MessagePanel>(QStringLiteral("versions.problem"))->isVisible());
}

void RouteToolsTest::aPresetSaysWhatItChoseAndBecomesADraft()
{
    m_fixture->tools().presets().open();
    auto *const list = m_fixture->child<QListWidget>(QStringLiteral("presets.list"));
    QCOMPARE(list->count(), static_cast<int>(allRulePresets().size()));
    const QString choices = m_fixture->child<QLabel>(QStringLiteral("presets.choices"))->text();
    QVERIFY2(choices.contains(QLatin1Char('/')), qPrintable(choices));
    m_fixture->click(QStringLiteral("presets.take"));
    QTRY_COMPARE(m_fixture->store().entries().size(), 2);
    QTRY_VERIFY(m_fixture->editor().name() != QStringLiteral("three buckets"));
    QCOMPARE(m_fixture->editor().activeVersion(), 0);
    QVERIFY(!m_fixture->editor().rules().rules.isEmpty());
}

void RouteToolsTest::withoutVotesNothingIsProposed()
{
    m_fixture->tools().proposals().open();
    QTRY_VERIFY(m_fixture->child<ui::EmptyState>(QStringLiteral("proposals.empty"))->isVisible());
    QVERIFY(!m_fixture->window().findChild<QObject *>(QStringLiteral("proposals.card0")));
}

void RouteToolsTest::waysToANewSetAreOffered()
{
    QVERIFY(m_fixture->page().sets().sources().size() >= 3);
    m_fixture->page().sets().sources().constFirst().begin(&m_fixture->page());
    QVERIFY(m_fixture->tools().presets().isVisible());
}

void RouteToolsTest::aKeyLeadsToTheFoot()
{
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    m_fixture->child<QWidget>(QStringLiteral("rule.name"))->setFocus();
    QTest::keyClick(qApp->focusWidget(), Qt::Key_F6);
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("try.prompt"));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_F6);
    QVERIFY(m_fixture->page().list().isAncestorOf(qApp->focusWidget()));
}

void RouteToolsTest::everyLetterBelongsToOneControl()
{
    m_fixture->services().settings().set(settings::kRouteLimitsOpen, true);
    m_fixture->makeTools();
    const ui::RoutesPage &page = m_fixture->page();
    for (const qsizetype rule : {1, 3}) {
        m_fixture->editor().select({rule, -1});
        QHash<QString, QString> taken;
        for (const QWidget *const widget : page.findChildren<QWidget *>()) {
            const auto *const button = qobject_cast<const QAbstractButton *>(widget);
            const auto *const label = qobject_cast<const QLabel *>(widget);
            const QString text = button   ? button->text()
                : label && label->buddy() ? label->text()
                                          : QString();
            const QString keys = QKeySequence::mnemonic(text).toString();
            if (keys.isEmpty() || !widget->isVisibleTo(&page))
                continue;
            QVERIFY2(!taken.contains(keys),
                     qPrintable(QStringLiteral("%1 and %2").arg(taken.value(keys), text)));
            taken.insert(keys, text);
        }
        QVERIFY(taken.size() > 10);
    }
}

SWITCHYARD_TEST(RouteToolsTest)
#include "tst_routetools.moc"
