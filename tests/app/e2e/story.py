"""One person's first day with the program, from adding an account to reading the ledger: chapter by chapter on one
data folder, in the real window, with real keys. Run inside run_with_secret_service.sh and run_on_display.sh.

    usage: story.py PROGRAM
"""

import os
import pathlib
import re
import secrets
import subprocess
import sys

from chapters import ProviderChapters, same, tell
from provider import COST_PICOS, ENDLESS, LANES, SLOW, USAGE, answer
from window import wait

HARBOUR = 'Name a harbour town in Portugal.'
CUT = f'Tell a story {ENDLESS}.'
BLIND = 'Which river is the longest?'
FOLLOW_UP = 'And the second longest?'
COMPLETE_RUN = '$0.0109'
CASES = 90
CELLS = 2 * CASES


class Story(ProviderChapters):
    sample = ''

    # The chapters, in this order.

    def first_start_is_shown(self):
        window = self.open()
        window.find('label', '^Ask several models the same question$')
        window.find('push button', '^Try the simulator$')
        same('the way on before anything is pasted', window.find('push button', '^Connect').enabled, False)

    def a_wrong_key_is_said_and_can_be_replaced(self):
        self.paste_account('sy-' + secrets.token_hex(20))
        self.window.find('label', '^The key was not accepted$')
        self.window.find('label', r'"Incorrect API key provided\." \(HTTP 401\)')
        self.window.press('push button', '^Paste another key$')

    def the_right_key_connects(self):
        self.window.find('text', '^Key, .env line')
        self.paste_account(self.key)
        window = self.window
        window.find('label', '^Ready to compare$')
        window.find('filler', '^It works: 4 ')
        for model in LANES[:2]:
            assert window.find('check box', f'^{model}$').checked, f'{model} is not proposed'
        window.find('label', r'^\$0\.25 in, \$2\.00 out per million$')
        self.sample = window.find('text', '^Prompt of the first comparison$').text
        window.press('push button', '^Start comparing$')

    def the_line_up_stands_on_the_compare_page(self):
        window = self.window
        for number in (1, 2):
            self.lane(number)
        same('the prompt', window.find('text', '^Prompt$').text, self.sample)
        window.find('label', r'^2 lanes · est\. \$')

    def a_third_lane_is_added_by_keyboard(self):
        window = self.window
        window.until('the prompt has the keyboard', lambda: window.find('text', '^Prompt$').focused)
        window.key('ctrl+t')
        window.until('the list of models has the keyboard', lambda: not window.find('text', '^Prompt$').focused)
        window.type('house')
        window.key('Return')
        self.lane(3)
        order = [node.name.split(',')[0] for node in window.matches('filler', '^Lane ')]
        same('the lanes as they are read out', order, ['Lane 1', 'Lane 2', 'Lane 3'])

    def ctrl_enter_sends_and_the_lanes_complete(self):
        window = self.window
        window.until('the prompt has the keyboard', lambda: window.find('text', '^Prompt$').focused)
        window.key('ctrl+Return')
        for number, model in enumerate(LANES, 1):
            self.lane(number, ', complete')
            window.until(f'the answer of {model}', lambda: f'Ein Fähnchen from {model}' in self.answer_of(number))
        window.find('label', r'^1,200 in\s+340 out$', self.lane(1, ', complete'))
        window.find('label', r'^\$0\.000935$', self.lane(1, ', complete'))
        window.find('label', '^cost unknown$', self.lane(3, ', complete'))
        window.find('filler', rf'^This run {re.escape(COMPLETE_RUN)} \+ 1 unpriced$')
        window.find('filler', rf'^Today {re.escape(COMPLETE_RUN)} \+ 1 unpriced$')
        same('the models that were asked', sorted(r['model'] for r in self.provider.requests), sorted(LANES))
        same('the prompt that was sent', {r['messages'][-1]['content'] for r in self.provider.requests}, {self.sample})

    def a_second_prompt_is_sent(self):
        self.send(HARBOUR)
        for number in (1, 2, 3):
            self.lane(number, ', complete')
        self.window.find('filler', r'^Today \$0\.0219 \+ 2 unpriced$')

    def usage_shows_what_it_cost(self):
        window = self.window
        window.key('ctrl+4')
        window.find('push button', r'^Cost: \$0\.0219')
        window.find('push button', '^Requests: 6')
        cells = window.find('table', '^Usage by model and account$')
        for text in (r'^claude-sonnet-4-5$', r'^2,620$', r'^810$', r'^\$0\.00187$', '^2 unpriced$'):
            window.find('table cell', text, cells)

    def a_row_leads_to_its_requests(self):
        window = self.window
        window.tab_to('table', '^Usage by model and account$')
        window.key('Home', 'Return')
        window.find('label', '^claude-sonnet-4-5 · 127.0.0.1$')
        window.find('label', r'^2 requests · no errors · \$0\.02$')
        window.tab_to('table', '^Requests, newest first$')
        window.key('Home', 'Return')
        details = window.find('filler', '^Details of a request$')
        usage = window.find('text', '^Usage as the provider sent it$', details)
        same('the usage as it was sent', re.search(r'"completion_tokens": *(\d+)', usage.text)[1], '405')

    def history_finds_the_run_and_enter_reopens_it(self):
        window = self.window
        window.key('ctrl+5')
        # A conversation is one entry, its last turn, until words are searched.
        window.find('list item', f'^{re.escape(HARBOUR)}$')
        window.gone('list item', f'^{re.escape(self.sample)}$')
        window.key('ctrl+f')
        window.type('zebra')
        window.find('label', '^No run fits$')
        window.key('ctrl+a')
        window.type('harbour')
        window.find('list item', f'^{re.escape(HARBOUR)}$')
        window.gone('list item', f'^{re.escape(self.sample)}$')
        window.key('ctrl+a')
        window.type(self.sample.split()[2])
        window.find('list item', f'^{re.escape(self.sample)}$')
        window.gone('list item', f'^{re.escape(HARBOUR)}$')
        window.key('Down')
        window.find('label', f'^{re.escape(self.sample)}', window.find('filler', '^The chosen run$'))
        window.key('Return')
        window.find('label', f'^{re.escape(self.sample)}$')
        for number in (1, 2, 3):
            self.lane(number, ', complete')
        window.close()

    def the_ledger_has_what_the_provider_sent(self):
        attempts = self.rows('SELECT * FROM v_attempts ORDER BY attempt_id')
        same('attempts', len(attempts), 6)
        same('runs', sorted((a['run_id'], a['lane'], a['model']) for a in attempts),
             [(run, lane, model) for run in (1, 2) for lane, model in enumerate(LANES)])
        for attempt in attempts:
            sent = USAGE[attempt['model']]
            cost = COST_PICOS[attempt['model']]
            same(attempt['model'], {name: attempt[name] for name in (
                'account', 'source', 'simulated', 'number', 'status', 'finish_reason', 'error_kind', 'input_tokens',
                'output_tokens', 'cached_input_tokens', 'usage_basis', 'cost_picos', 'cost_basis')}, {
                    'account': '127.0.0.1', 'source': 'window', 'simulated': 0, 'number': 1, 'status': 'complete',
                    'finish_reason': 'stop', 'error_kind': None, 'input_tokens': sent['prompt_tokens'],
                    'output_tokens': sent['completion_tokens'],
                    'cached_input_tokens': sent.get('prompt_tokens_details', {}).get('cached_tokens'),
                    'usage_basis': 'reported', 'cost_picos': cost,
                    'cost_basis': 'computed' if cost is not None else 'unknown'})
        texts = self.rows('SELECT a.model, t.text FROM answers t JOIN attempts a ON a.id = t.attempt_id')
        same('texts', {(row['model'], row['text']) for row in texts}, {(model, answer(model)) for model in LANES})
        sums = self.rows('SELECT sum(attempts) AS attempts, sum(cost_picos) AS cost FROM v_usage_daily')[0]
        same('sums', sums, {'attempts': 6, 'cost': 2 * sum(cost or 0 for cost in COST_PICOS.values())})

    def the_key_is_in_the_keychain_and_nowhere_else(self):
        found = subprocess.run(['secret-tool', 'search', '--all', '--unlock', 'server', 'switchyard'], check=True,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
        same('keys in the keychain', re.findall(r'^secret = (.*)$', found, re.MULTILINE), [self.key])
        places = [self.data, self.log, pathlib.Path(os.environ['HOME'])]
        files = [file for place in places for file in ([place] if place.is_file() else place.rglob('*'))
                 if file.is_file()]
        assert any(file.name == 'ledger.sqlite' for file in files), f'no ledger among {files}'
        leaks = [str(file) for file in files if self.key.encode() in file.read_bytes()]
        same('files with the key', leaks, [])

    def the_next_start_goes_on_where_it_was_left(self):
        window = self.open()
        for number in (1, 2, 3):
            self.lane(number)
        window.find('push button', '^Line-up: 3 models$')
        window.gone('label', '^Ask several models the same question$')
        window.find('filler', r'^Today \$0\.0219 \+ 2 unpriced$')

    def killed_in_mid_stream_it_keeps_the_text(self):
        window = self.window
        self.window.key('ctrl+l')
        self.send(CUT)
        for number, model in enumerate(LANES, 1):
            self.lane(number, ', streaming')
            window.until(f'text of {model}', lambda: 'it is simple' in self.answer_of(number))
        texts = "SELECT count(*) AS n FROM answers WHERE run_id = 3 AND text LIKE '%it is simple%'"
        wait('the text in the journal', lambda: self.rows(texts)[0]['n'] == 3)
        window.kill()
        same('states after the kill', {row['status'] for row in self.rows(
            'SELECT status FROM v_attempts WHERE run_id = 3')}, {'running'})

    def the_next_start_says_that_it_was_interrupted(self):
        window = self.open()
        window.key('ctrl+5')
        # The words of the last search are there again.
        window.key('ctrl+f', 'ctrl+a', 'BackSpace')
        window.find('list item', f'^{re.escape(CUT)}$')
        same('the states', {row['status'] for row in self.rows('SELECT status FROM v_attempts WHERE run_id = 3')},
             {'interrupted'})
        window.tab_to('list', '^Runs, newest first$')
        window.find('label', f'^{re.escape(CUT)}', window.find('filler', '^The chosen run$'))
        window.key('Return')
        for number in (1, 2, 3):
            self.lane(number, ', interrupted')
            assert 'it is simple' in self.answer_of(number), self.answer_of(number)
        window.close()

    def a_blind_run_hides_whose_answers_they_are(self):
        window = self.open()
        window.key('ctrl+l')
        window.key('ctrl+shift+b')
        self.send(BLIND)
        for number, letter in enumerate('ABC', 1):
            window.find('filler', f'^Lane {number}, Answer {letter}, complete$')
            window.find('push button', f'^Answer {letter} has the best answer$')
        window.find('label', '^Blind: which answer is best')
        names = [node.name for lane in window.matches('filler', '^Lane ') for node in lane.walk()]
        same('what tells whose answers they are',
             [name for name in names
              if any(telling in name for telling in [*LANES, '127.0.0.1', '$', ' tok/s', ' out'])],
             [])
        window.gone('filler', r'^This run \$')

    def the_vote_shows_the_names_and_is_kept(self):
        window = self.window
        window.press('push button', '^Answer B has the best answer$')
        for number in (1, 2, 3):
            self.lane(number, ', complete')
        voted = window.find('label', '^Voted best: ').name.removeprefix('Voted best: 127.0.0.1/')
        window.find('push button', f'^Take the vote for {re.escape(voted)} back$')
        vote = self.rows('SELECT kind, judge, blind, run_id FROM votes')
        same('the vote', vote, [{'kind': 'best', 'judge': '', 'blind': 1, 'run_id': 4}])
        ballot = self.rows('SELECT model, won, shown FROM vote_lanes ORDER BY shown')
        same('the ballot', sorted(lane['model'] for lane in ballot), sorted(LANES))
        same('who won', [(lane['model'], lane['shown']) for lane in ballot if lane['won']], [(voted, 1)])
        self.voted = voted

    def a_follow_up_goes_to_all_lanes_after_the_winner(self):
        window = self.window
        window.key('ctrl+shift+b')
        window.find('push button', '^Follow-up: own history$')
        window.key('ctrl+k')
        window.type('after the winner')
        window.find('list item', '^Follow up: all after the winner of the vote')
        window.key('Return')
        window.find('push button', rf'^Follow-up: all after lane \d, {re.escape(self.voted)}$')
        window.key('ctrl+l')
        self.send(FOLLOW_UP)
        for number in (1, 2, 3):
            self.lane(number, ', complete')
        winner = self.rows("""SELECT l.id FROM lanes l JOIN calls c ON c.lane_id = l.id
            JOIN v_calls v ON v.call_id = c.id WHERE l.run_id = 4 AND v.model = '%s'""" % self.voted)[0]['id']
        same('what the lanes continue', self.rows('SELECT DISTINCT parent_lane_id AS id FROM lanes WHERE run_id = 5'),
             [{'id': winner}])
        for request in self.provider.requests[-3:]:
            same('what the provider was sent', [message['content'] for message in request['messages']],
                 [BLIND, answer(self.voted), FOLLOW_UP])
        window.close()

    def a_prompt_set_is_imported(self):
        cases = self.data.parent / 'harbours.csv'
        cases.write_text('harbour,country\n' + ''.join(f'{SLOW} {number},Portugal\n' for number in range(CASES)))
        window = self.open()
        window.key('ctrl+2')
        window.press('push button', '^Import a file$')
        window.find('text', '^File name').set_text(str(cases))
        window.press('push button', '^Open$')
        window.find('list item', '^harbours$')
        window.find('label', f'^{CASES} cases')
        same('the template', window.find('text', '^Prompt template$').text, '{{harbour}}')

    def its_evaluation_is_paused_and_goes_on(self):
        window = self.window
        window.press('push button', r'^Remove 127\.0\.0\.1/claude-sonnet-4-5$')
        window.find('label', f'^{CELLS} cells')
        window.press('push button', '^Start$')
        window.find('table', '^Cases and answers$')
        window.press('push button', '^Pause$')
        paused = window.find('label', rf'^Paused: \d+ of {CELLS} cells left$')
        left = int(re.search(r'(\d+) of', paused.name)[1])
        done = "SELECT count(*) AS n FROM matrix_cells WHERE checked = 1"
        same('cells done', self.rows(done)[0]['n'], CELLS - left)
        assert 0 < left < CELLS, f'{left} cells are left'
        window.press('push button', '^Resume$')
        wait('more cells are done', lambda: self.rows(done)[0]['n'] > CELLS - left)

    def killed_meanwhile_it_is_resumed_by_the_next_start(self):
        self.window.kill()
        asked = len(self.provider.requests)
        before = self.rows("SELECT count(*) AS n FROM matrix_cells WHERE checked = 1")[0]['n']
        assert before < CELLS, 'it had finished before it was killed'
        window = self.open()
        window.key('ctrl+2')
        window.find('label', rf'^Paused: \d+ of {CELLS} cells left$')
        window.press('push button', '^Resume$')
        window.find('label', f'^Finished: {CELLS} cells in ')
        same('cells', self.rows("""SELECT count(*) AS n, sum(checked) AS checked,
            count(DISTINCT case_position || '/' || target_position) AS places FROM matrix_cells""")[0],
             {'n': CELLS, 'checked': CELLS, 'places': CELLS})
        again = len(self.provider.requests) - asked
        # What was under way when it was killed is asked once more, nothing else is.
        assert CELLS - before - 16 <= again <= CELLS - before, f'{again} asked again of {CELLS - before} left'
        window.find('table cell', '^answered, Ein Fähnchen from')
        window.close()

    chapters = [
        first_start_is_shown, a_wrong_key_is_said_and_can_be_replaced, the_right_key_connects,
        the_line_up_stands_on_the_compare_page, a_third_lane_is_added_by_keyboard,
        ctrl_enter_sends_and_the_lanes_complete, a_second_prompt_is_sent, usage_shows_what_it_cost,
        a_row_leads_to_its_requests, history_finds_the_run_and_enter_reopens_it,
        the_ledger_has_what_the_provider_sent, the_key_is_in_the_keychain_and_nowhere_else,
        the_next_start_goes_on_where_it_was_left, killed_in_mid_stream_it_keeps_the_text,
        the_next_start_says_that_it_was_interrupted, a_blind_run_hides_whose_answers_they_are,
        the_vote_shows_the_names_and_is_kept, a_follow_up_goes_to_all_lanes_after_the_winner,
        a_prompt_set_is_imported, its_evaluation_is_paused_and_goes_on,
        killed_meanwhile_it_is_resumed_by_the_next_start]


if __name__ == '__main__':
    sys.exit(tell(Story))
