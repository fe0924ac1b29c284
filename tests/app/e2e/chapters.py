"""What every story of the window has: a data folder of its own, the program on it, its ledger, and how it is told."""

import contextlib
import pathlib
import re
import secrets
import sqlite3
import subprocess
import sys
import tempfile
import traceback

from provider import LANES, Provider
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

    def command(self, *arguments):
        """What the command line says, which must succeed."""
        with open(self.log, 'ab') as log:
            return subprocess.run([self.program, *self.options, '--data-dir', self.data, *arguments], check=True,
                                  stdout=subprocess.PIPE, stderr=log, text=True).stdout


class ProviderChapters(Chapters):
    """With a provider on loopback instead of the simulator, and lanes on its models."""

    def __init__(self, program, folder):
        super().__init__(program, folder)
        # Not a shape that any known provider's keys have; never on a command line.
        self.key = 'sy-' + secrets.token_hex(20)
        self.provider = Provider(self.key)

    def end(self):
        super().end()
        self.provider.stop()

    def paste_account(self, key):
        field = self.window.find('text', '^Key, .env line')
        self.window.until('the field for the key has the keyboard', lambda: field.focused)
        self.window.type(f'OPENAI_BASE_URL={self.provider.base_url}\nOPENAI_API_KEY={key}\n')
        self.window.press('push button', '^Connect 127.0.0.1')

    def lane(self, number, state=''):
        return self.window.find('filler', rf'^Lane {number}, {re.escape(LANES[number - 1])} of 127\.0\.0\.1{state}$')

    def answer_of(self, number):
        view = self.window.find('label', f'^Answer of {re.escape(LANES[number - 1])}$', self.lane(number, ', .*'))
        return view.text


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
