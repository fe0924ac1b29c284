"""What was spent, read and mended on the usage page: from a key figure to the requests behind it, a price that was
missing, a budget that refuses, rules seen in money, and a program that is killed while it counts. In the real window,
with real keys, against the ledger as sqlite3 reads it. Run inside run_with_secret_service.sh and run_on_display.sh.

    usage: usage.py PROGRAM
"""

import json
import re
import sys

from chapters import SETTLED, UsageChapters, same, tell
from provider import COST_PICOS, HELD, LANES, USAGE
from window import wait

HARBOUR = 'Name a harbour town in Portugal.'
RIVER = 'Which river is the longest?'
REFUSED = 'Write a very long poem.'
ROUTED = 'What is a token bucket?'
ROUTED_CALLS = 20
# US dollars a million tokens, and what a request of house-model costs by them: 1180 * 1.5e-6 + 222 * 4e-6.
HOUSE_PRICE = ('1.5', '4')
HOUSE_PICOS = 2_658_000_000
KNOWN_PICOS = 2 * sum(cost or 0 for cost in COST_PICOS.values())
BUDGET = 'pocket money'
ROUTE = 'thrifty'
REQUESTS = '^Requests, newest first$'
CHART = '^Chart of the usage$'


def rules(model):
    return {'schema': 1, 'name': ROUTE, 'rules': [],
            'default': {'chain': {'targets': [{'target': f'127.0.0.1/{model}'}]}}}


class UsageStory(UsageChapters):

    # What the chapters share.

    def keyboard_in_the_list(self):
        """A table with rows says of its rows that they have it, and of itself nothing."""
        table = self.window.find('table', REQUESTS)

        def there():
            focus = self.window.focus()
            return focus and (focus == table or focus.holds(table))
        self.window.until('the keyboard in the list of requests', there)

    # The chapters, in this order.

    def three_lanes_are_asked_twice(self):
        window = self.open()
        self.paste_account(self.key)
        window.find('label', '^Ready to compare$')
        window.press('push button', '^Start comparing$')
        self.lane(2)
        window.until('the prompt has the keyboard', lambda: window.find('text', '^Prompt$').focused)
        window.key('ctrl+t')
        window.until('the list of models has the keyboard', lambda: not window.find('text', '^Prompt$').focused)
        window.type('house')
        window.key('Return')
        self.lane(3)
        window.until('the prompt has the keyboard', lambda: window.find('text', '^Prompt$').focused)
        for prompt in (HARBOUR, RIVER):
            self.send_and_settle(prompt)
            for number in (1, 2, 3):
                self.lane(number, ', complete')
        same('what was asked', sorted(request['model'] for request in self.provider.requests), sorted(2 * LANES))

    def the_page_has_the_sums_of_the_ledger(self):
        window = self.window
        window.key('ctrl+4')
        window.find('push button', r'^Cost: \$0\.0219\..*\+ 2 unpriced$')
        window.find('push button', '^Requests: 6')
        same('the totals', self.page_shows_the_ledger(), {
            'picos': KNOWN_PICOS, 'unpriced': 2, 'calls': 6, 'attempts': 6, 'errors': 0,
            'input': 2 * sum(usage['prompt_tokens'] for usage in USAGE.values()),
            'output': 2 * sum(usage['completion_tokens'] for usage in USAGE.values())})

    def a_key_figure_leads_to_its_bars_and_a_bar_to_its_requests(self):
        window = self.window
        window.walk_to('push button', '^Requests: 6', most=40)
        window.key('Return')
        window.until('the chart shows requests', lambda: window.find('check box', '^Requests$').checked)
        chart = window.walk_to('filler', CHART, most=40)
        window.key('End')
        window.until('the bar of today', lambda: re.search(': 6 requests', chart.description))
        for _ in LANES:
            before = chart.description
            window.key('Up')
            window.until('another mark', lambda last=before: chart.description != last)
            if 'claude-sonnet-4-5: 2 requests' in chart.description:
                break
        window.key('Return')
        table = window.find('table', REQUESTS)
        window.find('label', '^claude-sonnet-4-5 · ')
        window.find('label', r'^2 requests · no errors · \$0\.02$')
        ledger = self.ledger_totals("model = 'claude-sonnet-4-5'")
        same('in the ledger', (ledger['attempts'], ledger['picos']), (2, 2 * COST_PICOS['claude-sonnet-4-5']))
        def models():
            return [cell.name for cell in window.matches('table cell', '', table) if cell.name in LANES]
        window.until('its rows, and no other ones', lambda: models() == 2 * ['claude-sonnet-4-5'])

    def a_request_says_what_it_used_and_what_that_cost(self):
        window = self.window
        self.keyboard_in_the_list()
        window.key('Home', 'Return')
        details = window.find('filler', '^Details of a request$')
        usage = window.find('text', '^Usage as the provider sent it$', details)
        same('the usage as it was sent', json.loads(usage.text), USAGE['claude-sonnet-4-5'])
        same('the exact amount', window.find('label', r'^Amount: \$0\.01$', details).description, 'US$ 0.010005')
        attempt = self.rows("SELECT price_id, price_source FROM attempts WHERE model = 'claude-sonnet-4-5'")[0]
        for text in ('Basis: tokens times list price', f'Price from: {attempt["price_source"]}',
                     f'Price id: {attempt["price_id"]}'):
            window.find('label', f'^{re.escape(text)}$', details)
        for time in ('Headers', 'First text', 'Last'):
            window.find('label', rf'^{time}: [\d,.]+\W(ms|s)$', details)
        self.press_by_key('^Close', key='Tab')
        window.gone('filler', '^Details of a request$')
        self.keyboard_in_the_list()
        window.press('push button', '^Back$')
        window.gone('table', REQUESTS)
        window.find('table', '^Usage by model and account$')

    def what_has_no_price_is_listed_and_gets_one(self):
        window = self.window
        self.press_by_key(r'^\+ 2 unpriced$', key='shift+Tab')
        table = window.find('table', '^Models without a price$')
        for text in ('^house-model$', '^2,360$', '^444$', '^a price$'):
            window.find('table cell', text, table)
        window.find('label', '^2 requests in no total, of 1 model')
        self.press_by_key(r'^Add price …$')
        dialog = self.take_dialog('Prices')
        window.keyboard_at('text', '^Own price, input, for a million tokens$')
        window.type(HOUSE_PRICE[0])
        window.walk_to('text', '^Own price, output, for a million tokens$')
        window.type(HOUSE_PRICE[1] + '\n')
        window.find('label', '^The price is kept$', dialog)
        window.find('label', r'^2 requests change: 2 unpriced becomes \$0\.00532\.$', dialog)
        # Nothing is changed by a price alone.
        same('the cost so far', self.ledger_totals()['picos'], KNOWN_PICOS)

    def it_is_applied_undone_and_applied_again(self):
        window = self.window
        dialog = window.find('dialog', '^Prices$')
        for said, picos, unpriced in (('^2 requests have a new cost$', KNOWN_PICOS + 2 * HOUSE_PICOS, 0),
                                      ('^The requests cost again what they did before$', KNOWN_PICOS, 2),
                                      ('^2 requests have a new cost$', KNOWN_PICOS + 2 * HOUSE_PICOS, 0)):
            if unpriced:
                window.press('push button', '^Undo$')
            else:
                apply = window.find('push button', '^Apply$', dialog)
                window.until('it can be applied', lambda button=apply: button.enabled)
                window.key('alt+a')
            window.find('label', said, dialog)
            shown = self.page_shows_the_ledger()
            same('cost and what is unpriced', (shown['picos'], shown['unpriced']), (picos, unpriced))
        self.leave_dialog(dialog)
        window.find('label', '^Every request of this period has a cost$')

    def a_budget_that_is_spent_refuses_before_anything_is_sent(self):
        window = self.window
        self.press_by_key('^Budgets$')
        dialog = self.take_dialog('Budgets')
        self.press_by_key('^New budget$')
        window.keyboard_at('text', '^Name$')
        window.type(BUDGET)
        window.walk_to('text', r'^Amount in US\$$')
        window.type('0.01')
        self.press_by_key('^Refuse requests that may pass the amount$', role='check box')
        window.key('Return')
        window.find('label', f'^{BUDGET}$', dialog)
        window.find('filler', '^refuses$', dialog)
        self.leave_dialog(dialog)
        sent = len(self.provider.requests)
        self.send_and_settle(REFUSED)
        for number in (1, 2, 3):
            window.find('label', '^A cost limit was reached$', self.lane(number, ', failed'))
        same('what was sent', len(self.provider.requests), sent)
        same('the attempts', self.rows("""SELECT DISTINCT status, error_kind, cost_picos, input_tokens FROM v_attempts
            WHERE run_id = (SELECT max(id) FROM runs)"""),
             [{'status': 'failed', 'error_kind': 'budget', 'cost_picos': 0, 'input_tokens': None}])
        window.key('ctrl+4')
        same('errors', self.page_shows_the_ledger()['errors'], 3)

    def without_the_budget_it_is_sent(self):
        window = self.window
        self.press_by_key('^Budgets$')
        dialog = self.take_dialog('Budgets')
        self.press_by_key(f'^Remove the budget {BUDGET}$')
        window.find('label', '^No budgets yet$', dialog)
        self.leave_dialog(dialog)
        sent = len(self.provider.requests)
        self.send_and_settle(REFUSED)
        same('what was sent', len(self.provider.requests), sent + 3)
        # By the price that was set meanwhile.
        same('the newest request of house-model', self.rows("""SELECT cost_picos FROM v_attempts
            WHERE model = 'house-model' ORDER BY attempt_id DESC LIMIT 1"""), [{'cost_picos': HOUSE_PICOS}])
        window.close()

    def killed_while_it_settles_it_has_equal_rows_and_sums(self):
        for settled in (0, 1, 2):
            self.provider.tide.clear()
            window = self.open()
            window.key('ctrl+1', 'ctrl+l')
            self.send(f'{HELD} {settled}.')
            for number, model in enumerate(LANES, 1):
                window.until(f'text of {model}', lambda at=number: 'it is simple' in self.answer_of(at))
            last = f'run_id = (SELECT max(id) FROM runs) AND {SETTLED}'
            self.provider.tide.set()
            while self.rows(f'SELECT count(*) AS n FROM v_attempts WHERE {last}')[0]['n'] < settled:
                assert window.process.poll() is None, 'the program ended'
            window.kill()
            self.sums_are_those_of_the_rows()
            self.command('ledger', 'verify')
            self.sums_are_those_of_the_rows()
            same('what is still open', self.rows(f'SELECT 1 FROM v_attempts WHERE NOT ({SETTLED})'), [])

    def sums_are_those_of_the_rows(self):
        rows = self.ledger_totals()
        del rows['calls']
        for table in ('usage_quarters', 'usage_days WHERE cut = 1', 'usage_months WHERE cut = 3'):
            same(table, self.rows(f"""SELECT sum(cost_micros) * 1000000 + sum(cost_picos) AS picos,
                sum(unpriced) AS unpriced, sum(attempts) AS attempts, sum(input) AS input, sum(output) AS output,
                sum(errors) AS errors FROM {table}"""), [rows])

    def rules_are_activated_and_seen_in_money(self):
        file = self.data.parent / 'thrifty.json'
        for model in ('claude-sonnet-4-5', 'gpt-5-mini'):
            file.write_text(json.dumps(rules(model)))
            self.command('rules', 'import', file)
        window = self.open()
        self.send_and_settle(ROUTED, 'ctrl+alt+Return')
        # What fewer calls saved is not told.
        self.command('compare', '-m', f'route/{ROUTE}', '--repeat', str(ROUTED_CALLS - 1), ROUTED)
        window.key('ctrl+4')
        self.page_shows_the_ledger()
        chart = window.walk_to('filler', CHART, most=40)
        window.key('End')
        window.until('the activation is marked', lambda: f'route/{ROUTE} version 2' in chart.description)
        window.walk_to('check box', '^Models$', most=40)
        window.key('Right', 'Right')
        pane = window.find('filler', '^What routes saved$')
        window.find('label', f'^route/{ROUTE} version 2, active since ', pane)
        window.find('label', '^Estimate: the compared calls by version 1', pane)
        spent = self.ledger_totals(f"rule_set = '{ROUTE}'")
        same('what the rules spent', (spent['attempts'], spent['picos']),
             (ROUTED_CALLS, ROUTED_CALLS * COST_PICOS['gpt-5-mini']))
        # Of claude-sonnet-4-5, which knows no price of cached tokens: 20 * (1200 * 3e-6 + 340 * 15e-6).
        compared = f'{ROUTED_CALLS} of {ROUTED_CALLS} calls'
        for text in (r'\$0\.0187', r'\$0\.174', rf'default: saved \$0\.155; compared: {compared}',
                     rf'All rules: saved \$0\.155; compared: {compared}'):
            window.find('label', f'^{text}$', pane)
        window.close()

    def the_command_line_has_the_same_totals(self):
        window = self.open()
        window.key('ctrl+4')
        shown = self.page_shows_the_ledger()
        window.close()
        same('the totals', self.told_totals(), shown)

    chapters = [
        three_lanes_are_asked_twice, the_page_has_the_sums_of_the_ledger,
        a_key_figure_leads_to_its_bars_and_a_bar_to_its_requests, a_request_says_what_it_used_and_what_that_cost,
        what_has_no_price_is_listed_and_gets_one, it_is_applied_undone_and_applied_again,
        a_budget_that_is_spent_refuses_before_anything_is_sent, without_the_budget_it_is_sent,
        killed_while_it_settles_it_has_equal_rows_and_sums, rules_are_activated_and_seen_in_money,
        the_command_line_has_the_same_totals]


if __name__ == '__main__':
    sys.exit(tell(UsageStory))
