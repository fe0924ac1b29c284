"""What leaves and enters the usage page: the month's report, the requests as a table, the same calls at another model,
a budget that warns, what a provider counted, a price list, and a view that is kept. In the real window, with real
files, against the command line. Run inside run_with_secret_service.sh and run_on_display.sh.

    usage: money.py PROGRAM
"""

import csv
import datetime
import json
import os
import re
import sys
from decimal import Decimal

from chapters import PICOS, UsageChapters, same, tell
from provider import COST_PICOS, LANES, USAGE
from window import wait, xdotool

ACCOUNT = 'harbour'
KEY_VARIABLE = 'SWITCHYARD_E2E_HARBOUR_KEY'
QUESTION = 'What is a token bucket?'
TASK = 'background'
DEAR = 'claude-sonnet-4-5'
CHEAP = 'gpt-5-mini'
TIMES = 2
KNOWN_PICOS = TIMES * sum(cost or 0 for cost in COST_PICOS.values())
# What a request of the dear model would cost at the cheap one: 1310 * 0.25e-6 + 405 * 2e-6.
DEAR_AT_CHEAP_PICOS = 1_137_500_000
# 58 % of it is spent by the first requests, 85 % with one more of the dear model.
BUDGET = 'harbour dues'
BUDGET_AMOUNT = '0.0375'
GAPS = "^Own figures and the provider's by day and model$"
VIEW = 'requests by account'
PRICES = 'seller,model,input,output\nopenai,gpt-5-mini,0.2,1.6\n127.0.0.1,house-model,1.5,4\n'


def money(picos):
    """An amount below a dollar as the page has it: three digits that matter."""
    return f'${float(f"{picos / PICOS:.3g}"):.10f}'.rstrip('0')


class MoneyStory(UsageChapters):

    def __init__(self, program, folder):
        super().__init__(program, folder)
        self.folder = folder
        os.environ[KEY_VARIABLE] = self.key

    # What the chapters share.

    def by_palette(self, words):
        self.window.key('ctrl+k')
        self.window.type(words)
        self.window.key('Return')

    def rest_on_messages(self):
        """A message of the window stays as long as the mouse is on it, however long a reader takes."""
        left, top, width, height = self.window.find('frame', 'Switchyard').place
        xdotool('mousemove', str(left + width // 2), str(top + height - 64))

    def message(self, pattern):
        def shown():
            for step in ('2', '-2'):
                xdotool('mousemove_relative', '--', step, '0')
            return next(self.window.matches('label', pattern), None)
        text = self.window.until(f'a message like "{pattern}"', shown).name
        xdotool('mousemove', '5', '5')
        return text

    def save_as(self, name):
        """In the file dialog that is open; the file, once it is written."""
        file = self.folder / name
        self.rest_on_messages()
        self.window.find('text', '^File name').set_text(str(file))
        self.window.press('push button', '^Save$')
        self.window.until(f'{name} is written', file.exists)
        return file

    def open_file(self, name, text):
        """Chooses it in the file dialog that is open."""
        file = self.folder / name
        file.write_text(text)
        self.window.find('text', '^File name').set_text(str(file))
        self.window.press('push button', '^Open$')
        return file

    def usage_page(self):
        self.window.take_keys()
        self.window.key('ctrl+4')
        self.page_shows_the_ledger()

    def day(self):
        """Of the requests; a story may pass midnight."""
        return datetime.date.fromisoformat(self.rows('SELECT min(started_at) AS at FROM v_attempts')[0]['at'][:10])

    # The chapters, in this order.

    def requests_of_three_models_are_on_the_page(self):
        self.command('accounts', 'add', ACCOUNT, '--base-url', self.provider.base_url, '--key-env', KEY_VARIABLE)
        self.command('accounts', 'models', ACCOUNT)
        targets = [word for model in LANES for word in ('-m', f'{ACCOUNT}/{model}')]
        self.command('compare', *targets, '--task', TASK, '--repeat', str(TIMES), QUESTION)
        self.open()
        self.usage_page()
        shown = self.page_shows_the_ledger()
        same('cost and what is unpriced', (shown['picos'], shown['unpriced']), (KNOWN_PICOS, TIMES))
        same('the totals of the command line', self.told_totals(), shown)

    def the_report_of_the_month_is_saved_as_page_and_as_sheets(self):
        window = self.window
        month = self.day().strftime('%Y-%m')
        told = json.loads(self.command('report', '--month', month, '--format', 'json'))['total']
        same('the cost of the month', Decimal(told['cost_usd']) * PICOS, KNOWN_PICOS)
        for kind in ('HTML', 'PDF'):
            self.by_palette('Monthly report')
            dialog = self.take_dialog('Monthly report')
            months = window.walk_to('combo box', r' \d{4}')
            window.key('Home')
            window.until('the month of the requests', lambda box=months: box.name.endswith(' (under way)'))
            cost = window.find('label', rf'^Cost: {re.escape(money(KNOWN_PICOS))}', dialog)
            assert told['cost_usd'] in cost.description, cost.description
            window.press('check box', f'^{kind}$')
            window.press('push button', '^Save the report$')
            file = self.save_as(f'harbour.{kind.lower()}')
            window.until('the dialog is gone', lambda: not dialog.showing)
            window.take_keys()
            self.message(f'^Saved {re.escape(file.name)}$')
        page = (self.folder / 'harbour.html').read_text()
        assert f'<dd class="value" title="{told["cost_usd"]}">' in page, page
        for model in LANES:
            assert model in page, model
        assert not re.search(r'(src|href)=|<script|url\(', page), 'the page asks for other files'
        told_page = self.folder / 'told.html'
        self.command('report', '--month', month, '--format', 'html', '--out', told_page)
        made = re.compile('made on [^<]*')
        same('the page of the command line', made.sub('', told_page.read_text()), made.sub('', page))
        sheets = (self.folder / 'harbour.pdf').read_bytes()
        assert sheets.startswith(b'%PDF-') and sheets.rstrip().endswith(b'%%EOF'), sheets[:20]
        assert re.search(rb'/Type\s*/Page\b', sheets), 'no page in it'

    def every_request_is_a_row_of_the_table(self):
        self.by_palette('Export the requests')
        file = self.save_as('requests.csv')
        with open(file, newline='') as table:
            rows = list(csv.DictReader(table))
        same('the models', sorted(row['model'] for row in rows), sorted(TIMES * LANES))
        same('their cost', sum(Decimal(row['cost_usd'] or 0) for row in rows) * PICOS,
             self.page_shows_the_ledger()['picos'])
        same('those of unknown cost', [row['model'] for row in rows if not row['cost_usd']], TIMES * ['house-model'])

    def the_same_calls_at_another_model_become_rules(self):
        window = self.window
        target = f'{ACCOUNT}/{CHEAP}'
        told = json.loads(self.command('usage', '--what-if', target, '--json'))['what_if']['total']
        saved = TIMES * (COST_PICOS[DEAR] - DEAR_AT_CHEAP_PICOS)
        same('what it saves', Decimal(told['saved_usd']) * PICOS, saved)
        window.choose_from_menu('^Price at: ', '^Another model')
        window.until('the list of models has the keyboard', lambda: window.follower.hear().role == 'text')
        window.type(CHEAP)
        window.key('Return')
        window.find('push button', f'^Price at: {re.escape(target)}$')
        pane = window.find('filler', '^What if$')
        share = round(told['saved_percent_of_period'])
        window.find('filler', f'^{TASK} → {re.escape(target)}, \u2212{re.escape(money(saved))}, '
                    rf'{share} % of the period · no votes · 2 unpriced$', pane)
        window.find('label', rf'^In total \u2212{re.escape(money(saved))} \({share} %\)$', pane)
        window.press('push button', '^Open in Routes$')
        window.find('push button', '^Rule set: what-if$')
        window.find('filler', '^draft, never active$')
        rule = window.find('filler', '^The selected rule$')
        same('the rule', window.find('text', '^Name of the rule$', rule).text, f'{TASK} for less')
        window.find('label', f'^task is {TASK}$', rule)
        window.find('filler', f'^{re.escape(target)}$', rule)
        draft = wait('the draft', lambda: self.rows('SELECT name, draft, active_version FROM rule_sets'))
        same('the sets of rules', [(row['name'], row['active_version']) for row in draft], [('what-if', 0)])
        assert target in draft[0]['draft'], draft[0]['draft']
        window.key('ctrl+4')

    def a_budget_warns_in_the_window(self):
        window = self.window
        self.usage_page()
        window.press('push button', '^Budgets$')
        dialog = self.take_dialog('Budgets')
        self.press_by_key('^New budget$')
        window.keyboard_at('text', '^Name$')
        window.type(BUDGET)
        window.walk_to('text', r'^Amount in US\$$')
        window.type(f'{BUDGET_AMOUNT}\n')
        window.find('filler', '^within budget$', dialog)
        self.leave_dialog(dialog)
        self.rest_on_messages()
        window.key('ctrl+1', 'ctrl+t')
        window.until('the list of models has the keyboard', lambda: window.follower.hear().role == 'text')
        window.type(DEAR)
        window.key('Return')
        self.send_and_settle(QUESTION)
        same('the warning', re.sub(r' on .*?\)', '', self.message(f'^Budget “{BUDGET}”: ')),
             f'Budget “{BUDGET}”: 85 % spent. $0.0319 of $0.0375 is spent; its period ends. '
             f'{ACCOUNT}/{DEAR} made 94 % of it.')
        self.usage_page()
        window.press('push button', '^Budgets$')
        dialog = self.take_dialog('Budgets')
        window.find('filler', '^warned$', dialog)
        window.find('label', r'^85\.0 % used · ', dialog)
        budget, = json.loads(self.command('budgets', 'list', '--json'))
        same('what is spent of it', Decimal(budget['spent_usd']) * PICOS, KNOWN_PICOS + COST_PICOS[DEAR])
        self.leave_dialog(dialog)

    def what_the_provider_counted_is_compared_and_imported(self):
        window = self.window
        day = self.day()

        def line(day, model, requests):
            used = USAGE[model]
            cached = used.get('prompt_tokens_details', {}).get('cached_tokens', 0)
            cost = Decimal(requests * COST_PICOS[model]) / PICOS
            return (f'{day},{model},{requests},{requests * used["prompt_tokens"]},{requests * cached},'
                    f'{requests * used["completion_tokens"]},{cost}\n')
        # One request of the dear model more than was sent here; and of the day before, of which nothing is known.
        text = ('day,model,requests,input_tokens,cached_input_tokens,output_tokens,cost_usd\n'
                + line(day - datetime.timedelta(1), CHEAP, 1) + line(day, CHEAP, TIMES) + line(day, DEAR, TIMES + 2))
        before = self.page_shows_the_ledger()
        window.press('check box', '^Imports$')
        window.press('push button', '^Import usage …$')
        file = self.open_file('provider.csv', text)
        dialog = self.take_dialog('Import usage')
        window.find('label', '^Whose use is it\\?$', dialog)
        window.key('alt+a')
        window.type(ACCOUNT)
        told = json.loads(self.command('usage', 'import', file, '--account', ACCOUNT, '--dry-run', '--json'))
        same('rows and what counts', (told['records'], told['new_sums'], told['new_requests']), (3, 1, 0))
        total = window.find('label', r'^Rows: 3, \$', dialog)
        same('their cost', total.description, told['total_usd'])
        counted = window.find('label', r'^Will count: 1 sums? of a day, \$', dialog)
        same('what counts', counted.description, told['counted_usd'])
        window.press('push button', '^Import$')
        window.until('the dialog is gone', lambda: not dialog.showing)
        window.take_keys()
        table = window.find('table', GAPS)
        told = json.loads(self.command('usage', 'reconcile', file, '--account', ACCOUNT, '--json'))
        gap = next(row for row in told['rows'] if row['model'] == DEAR)
        same('the gap', (gap['cause'], round(gap['percent'])), ('other_programs', 25))
        window.find('table cell', f'^{re.escape(gap["sentence"])}$', table)
        window.find('table cell', r'^25\.0 %$', table)
        window.find('label', rf'^Sent by Switchyard \{money(KNOWN_PICOS + COST_PICOS[DEAR])} \+ 2 unpriced, '
                    rf'imported \{money(COST_PICOS[CHEAP])}')
        # Sums of a day are compared; no request of the ledger is made of them.
        same('the totals', self.page_shows_the_ledger(), before)

    def the_import_is_undone(self):
        window = self.window
        window.choose_from_menu('^Imports$', r'^Undo provider\.csv of ')
        window.find('label', '^Nothing to compare with yet$')
        window.find('label', r'^Sent by Switchyard .*, imported \$0')
        same('imported rows', self.rows('SELECT 1 FROM imported_usage'), [])

    def a_list_of_prices_is_looked_at_and_taken(self):
        window = self.window
        before = self.page_shows_the_ledger()
        self.by_palette('Refresh the price lists')
        dialog = self.take_dialog('Refresh prices')
        window.press('push button', '^From a file …$')
        self.open_file('broken.csv', PRICES + 'openai,gpt-5,much,4\n')
        window.find('label', '^The price list was not taken$', dialog)
        window.find('label', r'broken\.csv: .*4', dialog)
        window.press('push button', '^From a file …$')
        file = self.open_file('list.csv', PRICES)
        table = window.find('table', '^What the list would change$', dialog)
        for text in ('^openai/gpt-5-mini$', r'^\$0\.25 / \$2\.00$', r'^\$0\.20 / \$1\.60$', '^127.0.0.1/house-model$'):
            window.find('table cell', text, table)
        window.find('label', ': 1 new, 1 changed, 0 gone, 0 as before, 0 without a price', dialog)
        assert '1 new, 1 changed' in self.command('prices', 'import', file, '--dry-run')
        window.press('push button', '^Apply$')
        window.find('label', '^The prices of own list are in use$', dialog)
        window.find('label', '^In use: .*; own list ', dialog)
        assert '0 new, 0 changed, 0 gone, 2 as before' in self.command('prices', 'import', file, '--dry-run')
        # After dialogs for files nobody gives it the keyboard again.
        self.leave_dialog(self.take_dialog('Refresh prices'))
        # What requests cost so far stays.
        same('the totals', self.page_shows_the_ledger(), before)

    def a_view_is_kept_for_the_next_start(self):
        window = self.window
        window.press('check box', '^Requests$')
        window.choose_from_menu('^Split by: ', '^By account$')
        window.choose_from_menu('^Views$', '^Save this view')
        dialog = self.take_dialog('Save this view')
        self.rest_on_messages()
        window.type(f'{VIEW}\n')
        window.until('the dialog is gone', lambda: not dialog.showing)
        window.take_keys()
        self.message(f'^Saved the view “{VIEW}”$')
        window.press('check box', '^Tokens$')
        window.choose_from_menu('^Split by: ', '^By model$')
        window.close()
        window = self.open()
        self.usage_page()
        window.find('push button', '^Split by: by model$')
        window.until('the figure it was left with', lambda: window.find('check box', '^Tokens$').checked)
        window.choose_from_menu('^Views$', f'^{VIEW}$')
        window.find('push button', '^Split by: by account$')
        window.until('the figure of the view', lambda: window.find('check box', '^Requests$').checked)
        chart = window.walk_to('filler', '^Chart of the usage$', most=40)
        window.key('End')
        window.until('the bar of the day', lambda: ': 7 requests' in chart.description)
        window.key('Up')
        window.until('its part of the account', lambda: f'{ACCOUNT}: 7 requests' in chart.description)
        same('the totals', self.told_totals(), self.page_shows_the_ledger())
        window.close()

    chapters = [
        requests_of_three_models_are_on_the_page, the_report_of_the_month_is_saved_as_page_and_as_sheets,
        every_request_is_a_row_of_the_table, the_same_calls_at_another_model_become_rules, a_budget_warns_in_the_window,
        what_the_provider_counted_is_compared_and_imported, the_import_is_undone,
        a_list_of_prices_is_looked_at_and_taken, a_view_is_kept_for_the_next_start]


if __name__ == '__main__':
    sys.exit(tell(MoneyStory))
