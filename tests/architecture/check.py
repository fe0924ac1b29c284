"""Checks this checkout against rules.py; every finding is one line `path:line: rule: what`."""

import argparse
import pathlib
import sys

import rules

TEXT = {'.cpp', '.h', '.py', '.sh', '.txt', '.cmake', '.json', '.md', '.sql', '.qrc', '.xml', '.desktop', '.in', '.ts',
        '.svg', '.supp', ''}
FOLDERS = ('app', 'core', 'ui', 'resources', 'translations', 'tests', 'packaging', '.ci')


def read_tree(root):
    """{path: text} of everything but build folders and what is no text."""
    tree = {}
    for entry in root.iterdir():
        if entry.name in FOLDERS:
            files = [f for f in entry.rglob('*') if f.is_file() and '__pycache__' not in f.parts]
        elif entry.is_file() and not entry.name.endswith('.user') and entry.name != 'compile_commands.json':
            files = [entry]
        elif entry.is_dir() and not entry.name.startswith(('.', 'build')):
            files = [f for f in entry.rglob('*') if f.is_file()]
        else:
            continue
        for file in files:
            text = ''
            if file.suffix in TEXT:
                text = file.read_text(encoding='utf-8', errors='replace')
            tree[file.relative_to(root).as_posix()] = text
    return tree


def read_qt_headers(folder):
    """{module: names of its public headers}, so that a bare <QWidget> is known for what it is."""
    modules = {d.name: {f.name for f in d.iterdir()} for d in folder.iterdir() if d.name.startswith('Qt')}
    for needed in ('QtCore', 'QtGui', 'QtWidgets'):
        if not modules.get(needed):
            sys.exit(f'no headers of {needed} under {folder}: the check would be blind')
    return modules


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--root', type=pathlib.Path, required=True)
    parser.add_argument('--qt-headers', type=pathlib.Path, required=True)
    options = parser.parse_args()
    tree = read_tree(options.root)
    if not rules.cpp(tree):
        sys.exit(f'no source under {options.root}')
    found = rules.check(tree, read_qt_headers(options.qt_headers))
    for finding in found:
        print(f'{finding.path}:{finding.line}: {finding.rule}: {finding.what}')
    print(f'{len(rules.cpp(tree))} source files, {len(rules.TREE_RULES) + 1} rules, {len(found)} findings')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
