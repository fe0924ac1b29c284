"""What every story of the window has: a data folder of its own, the program on it, its ledger, and how it is told."""

import contextlib
import json
import pathlib
import re
import secrets
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from decimal import Decimal

from provider import LANES, Provider
from window import Window, wait

PICOS = 1_000_000_000_000
SETTLED = 'settled_at IS NOT NULL'


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


class UsageChapters(ProviderChapters):
    """With what is read and pressed on the usage page."""

    def figure(self, name):
        """A key figure's whole name and its exact value."""
        box = self.window.find('push button', f'^{name}: ')
        _, value, *_ = self.window.matches('label', '', box)
        return box.name, value.description

    def shown_totals(self):
        cost, dollars = self.figure('Cost')
        _, calls = self.figure('Requests')
        _, tokens = self.figure('Tokens in / out')
        _, errors = self.figure('Errors')
        unpriced = re.search(r'\+ (\d+) unpriced', cost)

        def count(pattern, text):
            return int(re.search(pattern, text)[1].replace(',', ''))
        return {'picos': int(Decimal(dollars.removeprefix('US$ ')) * PICOS),
                'unpriced': int(unpriced[1]) if unpriced else 0,
                'calls': count(r'^([\d,]+) calls', calls), 'attempts': count(r'in ([\d,]+) HTTP', calls),
                'input': count(r'^([\d,]+) in', tokens), 'output': count(r'; ([\d,]+) out', tokens),
                'errors': count(r'^([\d,]+) of', errors)}

    def ledger_totals(self, where=SETTLED):
        return self.rows(f"""SELECT ifnull(sum(cost_picos), 0) AS picos, sum(cost_picos IS NULL) AS unpriced,
            count(DISTINCT call_id) AS calls, count(*) AS attempts, ifnull(sum(input_tokens), 0) AS input,
            ifnull(sum(output_tokens), 0) AS output, sum(status IN ('failed', 'interrupted', 'refused')) AS errors
            FROM v_attempts WHERE {where}""")[0]

    def page_shows_the_ledger(self):
        """All key figures, to the last digit."""
        shown = {}

        def equal():
            shown.clear()
            shown.update(self.shown_totals())
            return shown == self.ledger_totals()
        wait('the totals of the ledger on the page', equal, lambda: f'{shown}, expected {self.ledger_totals()}')
        return shown

    def told_totals(self):
        """The same of the last 30 days, from the command line."""
        total = json.loads(self.command('usage', '--json'))['total']
        return {'picos': int(Decimal(total['cost_usd']) * PICOS), 'unpriced': total['unpriced_attempts'],
                **{name: total[name] for name in ('calls', 'attempts', 'input', 'output', 'errors')}}

    def take_dialog(self, title):
        self.window.take_keys(f'^{title}')
        return self.window.find('dialog', f'^{title}$')

    def leave_dialog(self, dialog):
        self.window.key('Escape')
        self.window.until('the dialog is gone', lambda: not dialog.showing)
        self.window.take_keys()

    def press_by_key(self, button, role='push button', key='Tab', most=40):
        self.window.walk_to(role, button, key, most)
        self.window.key('space')

    def send_and_settle(self, prompt, keys='ctrl+Return'):
        before = self.rows('SELECT count(*) AS n FROM runs')[0]['n']
        self.window.key('ctrl+1', 'ctrl+l', 'ctrl+a')
        self.send(prompt, keys)
        wait('the run is settled', lambda: self.rows('SELECT count(*) AS n FROM runs')[0]['n'] > before
             and not self.rows(f'SELECT 1 FROM v_attempts WHERE NOT ({SETTLED})'))


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
