"""The rules of the architecture as data and pure functions: a tree {path: text} in, findings out."""

import re
from typing import NamedTuple

from cpptext import code_only, functions, includes, line_of

TOP_LEVEL = {'CMakeLists.txt', 'CMakePresets.json', 'LICENSE', 'README.md', 'app', 'core', 'ui', 'resources',
             'translations', 'tests', 'packaging'}
PRODUCT = ('app/', 'core/', 'ui/')
PAGES = {'compare', 'evaluate', 'routes', 'usage', 'history', 'accounts', 'settings'}

# What each module of core may include: whole modules, or single value headers of a module not below it.
CORE_ARROWS = {
    'base': set(),
    'storage': {'base'},
    'settings': {'base', 'storage'},
    'chat': {'base'},
    'net': {'base', 'chat'},
    'accounts': {'base', 'storage', 'core/net/endpoint.h', 'core/chat/dialect.h'},
    'catalog': {'base', 'storage', 'accounts', 'core/net/endpoint.h', 'core/chat/dialect.h', 'core/chat/usage.h'},
    'pricelists': {'base', 'catalog'},
    'endpoints': {'base', 'storage', 'chat', 'net', 'accounts', 'catalog'},
    'ledger': {'base', 'storage', 'chat', 'catalog'},
    'routing': {'base', 'storage', 'chat', 'accounts', 'catalog', 'ledger'},
    'usage': {'base', 'storage', 'settings', 'chat', 'catalog', 'ledger'},
    'yaml': {'base'},
    'ruleformats': {'base', 'chat', 'accounts', 'catalog', 'routing', 'yaml'},
    'compare': {'base', 'storage', 'settings', 'chat', 'net', 'accounts', 'catalog', 'endpoints', 'ledger', 'routing'},
    'imports': {'base', 'storage', 'chat', 'catalog', 'ledger', 'compare'},
    'simulator': {'base', 'chat'},
    'prompts': {'base', 'storage'},
    'difference': {'base'},
    'judging': {'base', 'storage', 'settings', 'chat', 'net', 'accounts', 'catalog', 'endpoints', 'ledger', 'compare',
                'prompts', 'difference'},
    'evaluate': {'base', 'storage', 'settings', 'chat', 'net', 'accounts', 'catalog', 'endpoints', 'ledger', 'compare',
                 'prompts', 'difference', 'judging', 'yaml'},
    'insight': {'base', 'storage', 'settings', 'chat', 'net', 'accounts', 'catalog', 'endpoints', 'ledger', 'routing',
                'ruleformats', 'imports', 'compare', 'prompts', 'difference', 'judging', 'evaluate'},
    'models': {'base', 'storage', 'settings', 'chat', 'net', 'accounts', 'catalog', 'endpoints', 'ledger',
               'imports', 'compare', 'prompts', 'difference', 'judging', 'evaluate', 'routing', 'insight', 'usage'},
}

# Qt modules whose headers core may use; a header found in any other module is a widget's or a picture's.
CORE_QT_MODULES = {'QtCore', 'QtNetwork', 'QtSql', 'QtDBus'}

MAX_SOURCE_LINES = 500
MAX_HEADER_LINES = 200
MAX_FUNCTION_LINES = 60
MAX_MAIN_WINDOW_LINES = 400
MIN_TEST_SHARE = 0.45

_BLOCKING = re.compile(r'\bQEventLoop\b|\bprocessEvents\b|\bwaitFor[A-Z]\w*\s*\(')
_DIALOG_LOOP = re.compile(
    r'\bQMessageBox::(?:question|warning|information|critical|about\w*)\s*\('
    r'|\bQ(?:File|Input|Color|Font)Dialog::get(?!OpenFileContent)\w+\s*\('
    r'|(?<!\bapplication\.)(?<!\bapp\.)(?<!\bQApplication::)(?<!\bdrag\.)(?<!\bdrag->)\bexec\s*\(')
_STRING_CONNECT = re.compile(r'\b(?:SIGNAL|SLOT)\s*\(')
_SLEEP = re.compile(r'\bQTest::q(?:Wait|Sleep)\s*\(|\bQThread::[mun]?sleep\s*\(|\bsleep_(?:for|until)\s*\(|\bQSKIP\b')
_UNFINISHED = re.compile(r'\b(?:TO' r'DO|FIX' r'ME|X' r'XX|HA' r'CK)\b')
_MACHINE_PATH = re.compile(r'(?<![\w./}$)-])/(?:wo' r'rk|ro' r'ot)/')


class Finding(NamedTuple):
    path: str
    line: int
    rule: str
    what: str


def cpp(tree, prefixes=PRODUCT):
    return {p: t for p, t in tree.items() if p.endswith(('.cpp', '.h')) and p.startswith(prefixes)}


def core_without_gui(tree, qt_headers):
    """core includes no header of QtGui, QtWidgets and the like, in no spelling."""
    allowed = set().union(*(qt_headers.get(m, set()) for m in CORE_QT_MODULES))
    for path, text in cpp(tree, ('core/',)).items():
        for found in includes(text):
            parts = found.name.split('/')
            modules = [p for p in parts[:-1] if re.fullmatch(r'Qt[A-Z]\w*', p)]
            foreign = [m for m in modules if m not in CORE_QT_MODULES]
            elsewhere = [m for m, names in qt_headers.items()
                         if m not in CORE_QT_MODULES and parts[-1] in names and parts[-1] not in allowed]
            if foreign or (elsewhere and not modules and not found.name.startswith(('core/', '../', './'))):
                yield Finding(path, found.line, 'core_without_gui',
                              f'{found.name} belongs to {(foreign or elsewhere)[0]}')


def layers(tree):
    """app -> ui -> core and nothing backwards; no product code includes a test."""
    below = {'core': {'core'}, 'ui': {'core', 'ui'}, 'app': {'core', 'ui', 'app'}}
    for path, text in cpp(tree).items():
        for found in includes(text):
            target = found.name.split('/')[0]
            if found.name.startswith('..') or (target in ('core', 'ui', 'app', 'tests') and '/' in found.name
                                               and target not in below[path.split('/')[0]]):
                yield Finding(path, found.line, 'layers', f'{found.name} is not below {path.split("/")[0]}')


def core_arrows(tree):
    """Inside core a module includes only those below it."""
    for path, text in cpp(tree, ('core/',)).items():
        module = path.split('/')[1]
        if module not in CORE_ARROWS:
            yield Finding(path, 1, 'core_arrows', f'the module {module} has no place in CORE_ARROWS')
            continue
        for found in includes(text):
            parts = found.name.split('/')
            if parts[0] != 'core' or len(parts) < 3 or parts[1] == module:
                continue
            if parts[1] not in CORE_ARROWS[module] and found.name not in CORE_ARROWS[module]:
                yield Finding(path, found.line, 'core_arrows', f'{module} must not include {found.name}')


def pages_apart(tree):
    """Pages never include one another, and what they share includes no page."""
    for path, text in cpp(tree, ('ui/',)).items():
        folder = path.split('/')[1]
        if folder.endswith(('.h', '.cpp')):
            continue
        for found in includes(text):
            parts = found.name.split('/')
            if parts[0] == 'ui' and len(parts) > 2 and parts[1] in PAGES and parts[1] != folder:
                yield Finding(path, found.line, 'pages_apart', f'{folder} must not include {found.name}')
            if found.name == 'ui/mainwindow.h':
                yield Finding(path, found.line, 'pages_apart', f'{folder} must not include the main window')


def includes_from_root(tree):
    """A quoted include names a file from the root of the project, or this file's moc output."""
    for path, text in cpp(tree, PRODUCT + ('tests/',)).items():
        for found in includes(text):
            if found.quoted and not found.name.endswith('.moc') \
                    and not found.name.startswith(('app/', 'core/', 'ui/', 'tests/')):
                yield Finding(path, found.line, 'includes_from_root', f'"{found.name}" does not start at the root')


def file_budgets(tree):
    """500 lines a source file, 200 a header, 400 the main window."""
    for path, text in cpp(tree).items():
        lines = text.count('\n')
        limit = MAX_HEADER_LINES if path.endswith('.h') else MAX_SOURCE_LINES
        if path == 'ui/mainwindow.cpp':
            limit = MAX_MAIN_WINDOW_LINES
        if lines > limit:
            yield Finding(path, lines, 'file_budgets', f'{lines} lines; at most {limit}')


def function_budget(tree):
    """60 lines a function, from brace to brace."""
    for path, text in cpp(tree).items():
        for body in functions(text):
            if body.lines > MAX_FUNCTION_LINES:
                yield Finding(path, body.line, 'function_budget',
                              f'{body.lines} lines, at most {MAX_FUNCTION_LINES}: {body.signature[-80:]}')


def _matches(path, code, pattern, rule):
    for match in pattern.finditer(code):
        yield Finding(path, line_of(code, match.start()), rule, match.group().strip())


def no_nested_event_loop(tree):
    """No nested event loop, no blocking wait; in ui and app no modal exec (main's own exec is the one loop)."""
    for path, text in cpp(tree).items():
        code = code_only(text)
        yield from _matches(path, code, _BLOCKING, 'no_nested_event_loop')
        if path.startswith('ui/'):
            yield from _matches(path, code, _DIALOG_LOOP, 'no_nested_event_loop')


def no_string_connect(tree):
    """No SIGNAL() and SLOT()."""
    for path, text in cpp(tree, PRODUCT + ('tests/',)).items():
        yield from _matches(path, code_only(text), _STRING_CONNECT, 'no_string_connect')


def no_sleep_in_tests(tree):
    """Tests wait for facts, not for time, and none is skipped. Benches may pace what they measure."""
    for path, text in cpp(tree, ('tests/',)).items():
        if path.startswith('tests/bench/'):
            continue
        yield from _matches(path, code_only(text), _SLEEP, 'no_sleep_in_tests')


def nothing_unfinished(tree):
    """No marker of unfinished work, in no kind of file."""
    for path, text in tree.items():
        yield from _matches(path, text, _UNFINISHED, 'nothing_unfinished')


def no_machine_path(tree):
    """No absolute path of a machine this was made on."""
    for path, text in tree.items():
        yield from _matches(path, text, _MACHINE_PATH, 'no_machine_path')


def headers_once(tree):
    """Every header starts with #pragma once; a precompiled one is never included by hand."""
    for path, text in cpp(tree, PRODUCT + ('tests/',)).items():
        if path.endswith('/pch.h') or not path.endswith('.h'):
            continue
        if not code_only(text).lstrip().startswith('#pragma once'):
            yield Finding(path, 1, 'headers_once', 'no #pragma once at the start')


def file_names(tree):
    """File names are class names in lower case."""
    for path in cpp(tree, PRODUCT + ('tests/',)):
        if not re.fullmatch(r'[a-z0-9_]+\.(?:h|cpp)', path.split('/')[-1]):
            yield Finding(path, 1, 'file_names', 'not in lower case')


def test_share(tree):
    """Tests are at least 45 % of the product's lines."""
    source = sum(t.count('\n') for t in cpp(tree).values())
    tests = sum(t.count('\n') for p, t in tree.items() if p.startswith('tests/') and p.endswith(('.cpp', '.h', '.py')))
    if tests < MIN_TEST_SHARE * source:
        yield Finding('tests', 0, 'test_share',
                      f'{tests} lines of tests for {source} of source; at least {MIN_TEST_SHARE:.0%}')


def top_level(tree):
    """Nothing at the top but what the layout names; dot-files are free."""
    for entry in sorted({p.split('/')[0] for p in tree}):
        if entry not in TOP_LEVEL and not entry.startswith('.'):
            yield Finding(entry, 0, 'top_level', 'not one of the top-level entries')


TREE_RULES = [layers, core_arrows, pages_apart, includes_from_root, file_budgets, function_budget,
              no_nested_event_loop, no_string_connect, no_sleep_in_tests, nothing_unfinished, no_machine_path,
              headers_once, file_names, test_share, top_level]


def check(tree, qt_headers):
    found = list(core_without_gui(tree, qt_headers))
    for rule in TREE_RULES:
        found += rule(tree)
    return sorted(found)
