"""What every story of the window has: a data folder of its own, the program on it, its ledger, and how it is told."""

import contextlib
import pathlib
import re
import sqlite3
import sys
import tempfile
import traceback

from window import Window


def same(what, is_, should):
    assert is_ == should, f'{what}: {is_!r}, expected {should!r}'


class Chapters:
    # In this order; each goes on where the one before left the window and the data folder.
    chapters = []
    options = []

    def __init__(self, program, folder):
        self.program = program
        self.data = folder / 'data'
        self.log = folder / 'program.log'
        self.window = None

    def open(self):
        with open(self.log, 'ab') as log:
            self.window = Window([self.program, *self.options, '--data-dir', str(self.data)], log)
        return self.window

    def end(self):
        if self.window:
            self.window.kill()

    def send(self, prompt, keys='ctrl+Return'):
        editor = self.window.find('text', '^Prompt$')
        self.window.until('the composer has the keyboard', lambda: editor.focused)
        self.window.type(prompt)
        self.window.until('the prompt is typed', lambda: editor.text == prompt)
        self.window.key(keys)
        self.window.find('label', f'^{re.escape(prompt)}$')

    def rows(self, sql):
        with contextlib.closing(sqlite3.connect(f'file:{self.data}/ledger.sqlite?mode=ro', uri=True)) as ledger:
            ledger.row_factory = sqlite3.Row
            return [dict(row) for row in ledger.execute(sql)]


def tell(story_class):
    """Runs the chapters on the program that is named on the command line; the exit code."""
    with tempfile.TemporaryDirectory(prefix='switchyard-e2e-') as folder:
        story = story_class(sys.argv[1], pathlib.Path(folder))
        try:
            for chapter in story.chapters:
                chapter(story)
                print(f'ok: {chapter.__name__.replace("_", " ")}', flush=True)
        except Exception:  # pylint: disable=broad-except
            print(f'FAILED: {chapter.__name__.replace("_", " ")}')
            traceback.print_exc(file=sys.stdout)
            print('--- what the program wrote\n' + story.log.read_text(errors='replace'))
            return 1
        finally:
            story.end()
    print(f'{len(story.chapters)} passed')
    return 0
