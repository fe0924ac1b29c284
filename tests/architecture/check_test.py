"""Proves that every rule can fail: each is given a small tree that breaks it and one that does not."""

import unittest

import cpptext
import rules

QT = {
    'QtCore': {'QObject', 'QString', 'qobject.h'},
    'QtNetwork': {'QNetworkReply'},
    'QtGui': {'QColor', 'qcolor.h', 'QAction'},
    'QtWidgets': {'QWidget', 'qwidget.h', 'QLabel'},
    'QtCharts': {'QChart'},
}


def function(lines, signature='void f()'):
    """A function whose braces are `lines` lines apart, both counted."""
    return signature + '\n{\n' + '    g();\n' * (lines - 2) + '}\n'


class RuleCase(unittest.TestCase):
    def assert_finds(self, rule, tree, line=None, *rest):
        found = list(rule(tree, *rest))
        self.assertTrue(found, f'{rule.__name__} let it pass: {str(tree)[:200]}')
        if line is not None:
            self.assertEqual(found[0].line, line)

    def assert_passes(self, rule, tree, *rest):
        self.assertEqual(list(rule(tree, *rest)), [])


class CoreWithoutGui(RuleCase):
    def test_finds_every_spelling_of_a_widget_or_picture_header(self):
        for include in ('<QWidget>', '<QtWidgets/QWidget>', '<QtWidgets>', '<qwidget.h>', '<QtGui/qcolor.h>',
                        '"QColor"', '<QtCharts/QChart>', '<qt6/QtWidgets/QLabel>', '<x86_64-linux-gnu/qt6/QtGui/QColor>',
                        '<QtUnknown/Thing>'):
            for space in ('#include ', '#  include', '  #include\t'):
                with self.subTest(include=include, space=space):
                    qt = {**QT, 'QtWidgets': QT['QtWidgets'] | {'QtWidgets'}}
                    self.assert_finds(rules.core_without_gui, {'core/base/a.h': f'\n{space}{include}\n'}, 2, qt)

    def test_passes_what_core_may_use(self):
        text = '#include "core/base/qcolor.h"\n#include <QObject>\n#include <QtNetwork/QNetworkReply>\n#include <vector>\n'
        self.assert_passes(rules.core_without_gui, {'core/base/a.h': text}, QT)

    def test_leaves_the_ui_and_comments_alone(self):
        self.assert_passes(rules.core_without_gui, {'ui/a.h': '#include <QWidget>\n'}, QT)
        self.assert_passes(rules.core_without_gui, {'core/base/a.h': '// #include <QWidget>\n'}, QT)


class Layers(RuleCase):
    def test_nothing_points_upwards(self):
        for path, include in (('core/base/a.h', 'ui/page.h'), ('core/base/a.h', 'app/application.h'),
                              ('ui/page.h', 'app/application.h'), ('app/main.cpp', 'tests/support/fakeclock.h'),
                              ('core/base/a.cpp', '../ui/page.h')):
            with self.subTest(path=path, include=include):
                self.assert_finds(rules.layers, {path: f'#include "{include}"\n'}, 1)

    def test_downwards_is_fine(self):
        self.assert_passes(rules.layers, {'app/main.cpp': '#include "ui/page.h"\n#include "core/base/error.h"\n'})

    def test_modules_of_core_include_only_what_lies_below(self):
        for path, include in (('core/base/a.h', 'core/storage/database.h'), ('core/chat/a.h', 'core/net/transport.h'),
                              ('core/accounts/a.h', 'core/catalog/modelinfo.h'),
                              ('core/catalog/a.h', 'core/net/transport.h'),
                              ('core/ledger/a.h', 'core/compare/run.h'), ('core/novelty/a.h', 'core/base/error.h'),
                              ('core/simulator/a.h', 'core/storage/database.h')):
            with self.subTest(path=path, include=include):
                self.assert_finds(rules.core_arrows, {path: f'#include "{include}"\n'}, 1)

    def test_the_arrows_of_core_have_no_cycle(self):
        for module, below in rules.CORE_ARROWS.items():
            for other in below:
                if '/' not in other:
                    self.assertNotIn(module, rules.CORE_ARROWS[other], f'{module} and {other}')

    def test_values_of_net_are_allowed_to_accounts_and_catalog(self):
        text = '#include "core/net/endpoint.h"\n#include "core/storage/database.h"\n'
        self.assert_passes(rules.core_arrows, {'core/accounts/a.h': text, 'core/catalog/a.h': text})

    def test_pages_never_include_one_another(self):
        for path, include in (('ui/compare/a.cpp', 'ui/usage/usagepage.h'), ('ui/widgets/a.cpp', 'ui/compare/lane.h'),
                              ('ui/compare/a.cpp', 'ui/mainwindow.h')):
            with self.subTest(path=path, include=include):
                self.assert_finds(rules.pages_apart, {path: f'#include "{include}"\n'}, 1)
        self.assert_passes(rules.pages_apart, {'ui/mainwindow.cpp': '#include "ui/compare/comparepage.h"\n',
                                               'ui/compare/a.cpp': '#include "ui/theme/theme.h"\n'})

    def test_quoted_includes_start_at_the_root(self):
        self.assert_finds(rules.includes_from_root, {'ui/compare/a.cpp': '#include "lane.h"\n'}, 1)
        self.assert_passes(rules.includes_from_root, {'tests/core/a.cpp': '#include "tst_a.moc"\n#include "core/a/b.h"\n'})


class Budgets(RuleCase):
    def test_files(self):
        for path, limit in (('core/base/a.cpp', 500), ('core/base/a.h', 200), ('ui/mainwindow.cpp', 400)):
            with self.subTest(path=path):
                self.assert_finds(rules.file_budgets, {path: '\n' * (limit + 1)}, limit + 1)
                self.assert_passes(rules.file_budgets, {path: '\n' * limit})

    def test_functions_of_every_shape(self):
        shapes = ('void f()', 'int A::f(int a) const noexcept', 'A::A(int b)\n    : m_a(b)\n    , m_c{1}\n    , m_d{2}',
                  'auto f() -> QList<int>', 'template <class T>\nvoid f(T t)', 'struct Row f(int a)',
                  'extern "C" int f(const char *d)', '#define X {\nvoid f()')
        for shape in shapes:
            for before, after in (('', ''), ('namespace core {\n', '}\n'), ('struct S final : public B\n{\n', '};\n')):
                with self.subTest(shape=shape, before=before):
                    long = before + function(61, shape) + after
                    self.assert_finds(rules.function_budget, {'core/base/a.cpp': long})
                    short = before + function(60, shape) * 2 + after
                    self.assert_passes(rules.function_budget, {'core/base/a.cpp': short})

    def test_tables_and_classes_are_no_functions(self):
        for text in ('const QList<Row> kRows = {\n' + '    {f(1), "}"},\n' * 80 + '};\n',
                     'class A : public QObject\n{\npublic:\n' + '    int f() const { return 1; }\n' * 80 + '};\n',
                     'enum class E {\n' + '    A, // {(\n' * 80 + '};\n'):
            self.assert_passes(rules.function_budget, {'core/base/a.cpp': text})

    def test_tests_may_have_long_functions(self):
        self.assert_passes(rules.function_budget, {'tests/core/a.cpp': function(200)})

    def test_there_are_enough_tests(self):
        self.assert_finds(rules.test_share, {'core/base/a.cpp': '\n' * 100, 'tests/core/tst_a.cpp': '\n' * 44})
        self.assert_passes(rules.test_share, {'core/base/a.cpp': '\n' * 100, 'tests/core/tst_a.cpp': '\n' * 45})


class Forbidden(RuleCase):
    def test_nested_event_loops_and_blocking_waits(self):
        for path, text in (('core/net/a.cpp', 'QEventLoop loop;'), ('app/a.cpp', 'QCoreApplication::processEvents();'),
                           ('core/net/a.cpp', 'socket->waitForReadyRead(10);'), ('ui/a.cpp', 'dialog.exec();'),
                           ('ui/a.cpp', 'menu->exec(point);'), ('ui/a.cpp', 'QMessageBox::question(this, t, u);'),
                           ('ui/a.cpp', 'QFileDialog::getOpenFileName(this);')):
            with self.subTest(text=text):
                self.assert_finds(rules.no_nested_event_loop, {path: f'\n\n{text}\n'}, 3)

    def test_what_only_looks_like_a_nested_loop(self):
        self.assert_passes(rules.no_nested_event_loop, {
            'core/storage/a.cpp': 'query.exec();\n', 'app/main.cpp': 'return application.exec();\n',
            'ui/a.cpp': '// no dialog.exec() here\ndrag->exec(Qt::MoveAction);\n'
                        'QFileDialog::getOpenFileContent(filter, done);\nlabel->setText("exec()");\n'})

    def test_connections_by_name(self):
        self.assert_finds(rules.no_string_connect, {'ui/a.cpp': 'connect(a, SIG' 'NAL(b()), c, SL' 'OT(d()));\n'}, 1)
        self.assert_passes(rules.no_string_connect, {'ui/a.cpp': 'connect(a, &A::b, c, &C::d);\n'})

    def test_sleeping_and_skipped_tests(self):
        for text in ('QTest::q' 'Wait(5);', 'QThread::msleep(1);', 'QS' 'KIP("later");', 'std::this_thread::sleep_for(1ms);'):
            with self.subTest(text=text):
                self.assert_finds(rules.no_sleep_in_tests, {'tests/core/a.cpp': text}, 1)
        self.assert_passes(rules.no_sleep_in_tests, {'tests/core/a.cpp': 'QTRY_VERIFY(done); spy.wait(50);\n',
                                                     'tests/bench/a.cpp': 'std::this_thread::sleep_until(next);\n'})

    def test_unfinished_work(self):
        for word in ('TO' 'DO', 'FIX' 'ME', 'X' 'XX', 'HA' 'CK'):
            for path in ('core/base/a.cpp', 'packaging/dev.sh', 'README.md'):
                self.assert_finds(rules.nothing_unfinished, {path: f'x\n# {word}: later\n'}, 2)
        self.assert_passes(rules.nothing_unfinished, {'README.md': 'what is left to do\n'})

    def test_paths_of_a_machine(self):
        for text in ('open("/ro' 'ot/a")', 'see /wo' 'rk/main'):
            self.assert_finds(rules.no_machine_path, {'tests/core/a.cpp': text}, 1)
        self.assert_passes(rules.no_machine_path, {'README.md': 'https://example.org/wo' 'rk/ and $HOME/wo' 'rk/x\n'})

    def test_headers_without_guard(self):
        self.assert_finds(rules.headers_once, {'core/base/a.h': '#include <QString>\n'}, 1)
        self.assert_passes(rules.headers_once, {'core/base/a.h': '// note\n#pragma once\n', 'ui/pch.h': ''})

    def test_file_names(self):
        self.assert_finds(rules.file_names, {'core/base/Money.cpp': ''}, 1)
        self.assert_passes(rules.file_names, {'tests/core/tst_money.cpp': ''})

    def test_strangers_at_the_top(self):
        for path in ('docs/a.md', 'build.sh', 'lib/a.cpp'):
            self.assert_finds(rules.top_level, {path: ''})
        self.assert_passes(rules.top_level, {'README.md': '', '.ci/run': '', 'core/base/a.cpp': ''})


class ReadingCpp(unittest.TestCase):
    def test_comments_and_literals_vanish_but_lines_stay(self):
        text = 'a /* {\n} */ "{\\"" \'{\' R"x(\n{)x" 1\'000 // }\nb'
        code = cpptext.code_only(text)
        self.assertEqual(code.count('\n'), text.count('\n'))
        self.assertNotIn('{', code)
        self.assertIn("1'000", code)

    def test_a_function_is_counted_from_brace_to_brace(self):
        body, = cpptext.functions('namespace a {\n' + function(7) + '}\n')
        self.assertEqual((body.line, body.lines, body.signature), (3, 7, 'void f()'))


class WholeCheck(unittest.TestCase):
    def test_every_rule_is_part_of_the_check(self):
        by_hand = {name for name, value in vars(rules).items() if callable(value) and (value.__doc__ or '')
                   and value.__module__ == 'rules' and isinstance(value, type(rules.check))}
        self.assertEqual(by_hand - {'core_without_gui'}, {rule.__name__ for rule in rules.TREE_RULES})
        tree = {'core/base/a.cpp': '#include <QWidget>\n', 'tests/a.cpp': '\n'}
        self.assertEqual([f.rule for f in rules.check(tree, QT)], ['core_without_gui'])


if __name__ == '__main__':
    unittest.main()
