"""Rules that choose the model, on the simulator: "three buckets" built from nothing with the mouse and again with the
keyboard, tried, rehearsed, held against calls of the past, activated, asked and undone; then what a lane says when a
rule had to go on to another model. Run inside run_with_secret_service.sh and run_on_display.sh.

    usage: routes.py PROGRAM
"""

import json
import re
import subprocess
import sys

from chapters import Chapters, same, tell
from window import wait

REASONING = 'Why is the sky blue?'
SUMMARY = 'Summarize the plot of Faust.'
NEITHER = 'Name a harbour town in Portugal.'
TALE = 'Tell a tale of the sea.'

# A rule, what its task is, the most tokens of its prompt, its targets and its fallbacks.
BUCKETS = [
    ('reasoning', ['reasoning'], None, ['demo/thinker'], ['demo/scholar']),
    ('summaries', ['summarize', 'extract'], 4000, ['demo/swift'], []),
    ('background', ['background'], None, ['demo/thrifty'], []),
    ('default', None, None, ['demo/scholar'], []),
]
NOTHING = [('default', None, None, [], [])]
WORDS = ['1 reasoning, task is reasoning',
         '2 summaries, task is summarize or extract, and the prompt is shorter than 4,?000 tokens',
         '3 background, task is background', 'default, everything else']
BY_MOUSE = 'three buckets'
BY_KEYS = 'three buckets by keyboard'
SHAKY = {
    'schema': 1, 'name': 'shaky',
    'rules': [{'name': 'tales', 'when': {'field': 'text', 'op': 'contains', 'values': ['tale']},
               'chain': {'targets': [{'target': 'demo/fault-cut'}], 'fallbacks': [{'target': 'demo/swift'}]}}],
    'default': {'chain': {'targets': [{'target': 'demo/fault-503'}], 'fallbacks': [{'target': 'demo/swift'}]}}}
RULES = '^Rules, first match wins$'
TRACKS = '^Rules as tracks$'
# More than any chapter makes.
MANY_STEPS = 60


def rules_of(document):
    """A stored document as BUCKETS has it."""
    stored = json.loads(document)
    rules = []
    for rule in [*stored['rules'], stored['default']]:
        when = rule.get('when') or {}
        tests = {test['field']: test for test in when.get('all', [when] if when else [])}
        assert set(tests) <= {'task', 'prompt_tokens'}, f'other tests in {document}'
        assert tests.get('task', {'op': 'is'})['op'] == 'is', document
        assert tests.get('prompt_tokens', {'op': 'less_than'})['op'] == 'less_than', document
        chain = rule['chain']
        rules.append((rule['name'], tests.get('task', {}).get('values'), tests.get('prompt_tokens', {}).get('number'),
                      [target['target'] for target in chain.get('targets', [])],
                      [target['target'] for target in chain.get('fallbacks', [])]))
    return rules


class RoutesStory(Chapters):
    options = ['--demo']

    # What the chapters share. Parts of the page are looked for once a step: the whole of it is large.

    def page(self):
        return self.window.find('filler', '^Routes$')

    def rule_list(self):
        return self.window.find('list', RULES, self.page())

    def inspector(self):
        return self.window.find('filler', '^The selected rule$', self.page())

    def tracks(self):
        return self.window.find('list', TRACKS, self.page())

    def foot(self):
        return self.window.find('filler', '^Try a prompt$', self.page())

    def rules_are_listed(self, words):
        names = []

        def listed():
            names[:] = [node.name for node in self.window.matches('list item', '', self.rule_list())]
            return len(names) == len(words) and all(re.match(word, name) for word, name in zip(words, names))
        wait(f'the rules {words}', listed, lambda: f'{names}\n{self.window.tree()}')

    def draft_is(self, name, rules):
        """In the ledger, a moment after the last change."""
        def kept():
            draft = self.rows(f"SELECT draft FROM rule_sets WHERE name = '{name}'")
            return draft and draft[0]['draft'] and rules_of(draft[0]['draft']) == rules
        wait(f'the draft of {name} has the rules {rules}', kept, lambda: str(self.rows('SELECT * FROM rule_sets')))

    def active_is(self, name, version, comment):
        def active():
            return self.rows(f"""SELECT r.active_version, r.draft, v.comment, v.document, a.checked FROM rule_sets r
                JOIN rule_set_versions v ON v.rule_set_id = r.id AND v.number = r.active_version
                JOIN rule_set_activations a ON a.rule_set_id = r.id AND a.version = v.number
                WHERE r.name = '{name}'""")
        rows = wait(f'an active version of {name}', active, lambda: str(self.rows('SELECT * FROM rule_sets')))
        same('activations', len(rows), 1)
        same('what is active', {**rows[0], 'document': rules_of(rows[0]['document'])}, {
            'active_version': version, 'draft': None, 'comment': comment, 'checked': 0, 'document': BUCKETS})

    def routed_call_is(self, rule_set, rule, asked):
        """The newest routed call of the ledger, and why it went where it did."""
        call = wait('the routed call in the ledger', lambda: self.rows(f"""
            SELECT c.id, c.rule_set_version, c.rule, c.source, l.requested, d.decision FROM calls c
            JOIN lanes l ON l.id = c.lane_id JOIN decisions d ON d.call_id = c.id
            WHERE c.rule_set = '{rule_set}' ORDER BY c.id DESC LIMIT 1"""))[0]
        decision = json.loads(call.pop('decision'))
        attempts = []

        def settled(call_id=call.pop('id')):
            attempts[:] = self.rows(f"SELECT account || '/' || model AS target, status, why FROM attempts "
                                    f"WHERE call_id = {call_id} ORDER BY number")
            return [(attempt['target'], attempt['status']) for attempt in attempts] == asked
        wait(f'the attempts {asked}', settled, lambda: str(attempts))
        same('the call', call, {'rule_set_version': 1, 'rule': rule, 'source': 'window',
                                'requested': f'route/{rule_set}'})
        same('the rule that matched', [step['rule'] for step in decision['trace'] if step['matched']], [rule])
        same('who came first', decision['plan'][0]['target'], asked[0][0])
        assert all(step['why'] for step in decision['trace']), decision
        return attempts

    def lane_of(self, rule_set, target, rule, state):
        return self.window.find('filler', f'^Lane 1, route/{rule_set}, answered by {target}, rule {rule}, {state}$')

    def pick_by_mouse(self, model):
        self.window.click('list item', f'^{model}$', self.window.popup())

    # The chapters, in this order.

    def the_demo_is_asked_three_prompts(self):
        window = self.open()
        window.find('filler', '^Lane 3, thinker of demo, simulated$')
        window.key('ctrl+Tab')
        for lane in ('scholar', 'thinker'):
            window.key('ctrl+w')
            window.gone('filler', f'^Lane ., {lane} ')
        for prompt in (REASONING, SUMMARY, NEITHER):
            window.key('ctrl+n')
            self.send(prompt)
            window.find('filler', '^Lane 1, swift of demo, simulated, complete$')
        same('what they are', self.rows('SELECT task, model FROM v_calls ORDER BY call_id'),
             [{'task': task, 'model': 'swift'} for task in ('reasoning', 'summarize', '')])

    def a_set_is_made_and_named_by_mouse(self):
        window = self.window
        window.click('page tab', '^Routes$')
        window.find('label', '^Let rules choose the model$')
        window.click('push button', '^New rule set$', self.page())
        window.choose_from_menu('^Rule set: new rules$', '^Rename$', self.page())
        dialog = window.find('dialog', '^Rename the rule set$')
        window.take_keys('^Rename the rule set')
        window.click('text', '', dialog)
        window.key('ctrl+a')
        window.type(BY_MOUSE)
        window.click('push button', '^OK$', dialog)
        window.find('push button', f'^Rule set: {BY_MOUSE}$', self.page())
        window.take_keys()
        window.find('filler', '^draft, never active$', self.page())
        self.rules_are_listed(['default, everything else, 1 problem'])
        self.draft_is(BY_MOUSE, NOTHING)

    def its_rules_are_built_by_mouse(self):
        window = self.window
        # In another order than they are to have.
        for name, tasks, tokens, targets, fallbacks in (BUCKETS[0], BUCKETS[2], BUCKETS[1]):
            window.click('push button', '^Add a rule$', self.page())
            window.keyboard_at('text', '^Name of the rule$')
            window.key('ctrl+a')
            window.type(name)
            inspector = self.inspector()
            window.click('text', '^Values of condition 1$', inspector)
            window.keyboard_at('text', '^Values of condition 1$')
            window.type(', '.join(tasks))
            if tokens:
                window.click('push button', '^Add a condition$', inspector)
                window.choose('^Subject of condition 2: ', r'^prompt length \(tokens\)$', inspector)
            for kind, models in (('target', targets), ('fallback', fallbacks)):
                for model in models:
                    window.click('push button', f'^Add a {kind}$', inspector)
                    self.pick_by_mouse(model)
                    window.find('push button', f'^{model}, choose another model$', inspector)
            window.find('list item', rf'^\d {name}, task is ', self.rule_list())

    def a_model_is_dragged_onto_a_track(self):
        window = self.window
        window.click('push button', '^Show all tracks$', self.page())
        window.click('check box', '^Models$', self.page())
        models = window.find('list', '^Models$', self.page())
        default = window.find('list item', '^default, everything else', self.tracks())
        window.drag(window.find('list item', '^demo/scholar$', models), default)
        window.find('list item', '^demo/scholar, target 1 of default', self.tracks())
        window.click('check box', '^Models$', self.page())

    def a_track_is_dragged_before_another(self):
        window = self.window
        tracks = self.tracks()
        window.drag(window.find('list item', '^Rule 3 summaries', tracks),
                    window.find('list item', '^Rule 2 background', tracks), 0.2)
        window.find('list item', '^Rule 2 summaries', tracks)
        self.rules_are_listed(WORDS)
        self.draft_is(BY_MOUSE, BUCKETS)

    def a_prompt_is_tried_by_mouse(self):
        window = self.window
        foot = self.foot()
        window.click('text', '^Prompt to try$', foot)
        window.type(REASONING)
        window.find('label', r'^rule 1 matched · thinker · est\. \$', foot)
        window.find('list item', '^1 reasoning,.*, takes the tried prompt$', self.rule_list())
        window.find('list item', '^demo/thinker, target 1 of reasoning.*, asked first$', self.tracks())
        window.click('check box', '^Why$', foot)
        trace = window.find('list', '^Why it goes there$', foot)
        for line in ('^reasoning: ', '^1. demo/thinker · ', '^2. if that fails: demo/scholar · '):
            window.find('list item', line, trace)
        window.click('check box', '^Why$', foot)

    def a_failure_is_rehearsed_by_mouse(self):
        window = self.window
        window.click('push button', '^Rehearse failures$', self.foot())
        panel = window.find('filler', '^Rehearse failures$', self.page())
        window.find('label', '^Rehearse failures of “reasoning”$', panel)
        # It begins with a first target that is silent.
        window.find('label', r'^demo/scholar answers after .*, at attempt 2\.$', panel)
        window.choose('^Fault of demo/thinker: ', '^fails with a server error each time$', panel)
        window.find('label', r'^demo/scholar answers after .*, at attempt 3\.$', panel)
        steps = [node.name for node in window.matches('list item', '', window.find('list', '^What happens', panel))]
        same('who is asked', [re.search(r'(\S+) is asked', step)[1] for step in steps],
             ['demo/thinker', 'demo/thinker', 'demo/scholar'])
        window.click('push button', '^Close the rehearsal$', panel)
        same('calls so far', self.rows('SELECT count(*) AS n FROM calls')[0]['n'], 3)

    def the_draft_is_held_against_the_past_by_mouse(self):
        window = self.window
        window.click('push button', '^Back-test$', self.page())
        dialog = window.find('dialog', f'^Back-test of “{BY_MOUSE}”$')
        window.choose_from_menu('^Calls: 3 kinds$', '^Runs of Compare, once each$', dialog)
        window.find('push button', '^Calls: 4 kinds$', dialog)
        window.click('push button', '^Run the back-test$', dialog)
        window.find('label', r'^2 of 3 calls would go elsewhere by the draft\.$', dialog)
        window.find('label', r'^Cost: \$.* → about \$', dialog)
        table = window.find('table', '^By rule$', dialog)
        for rule in ('reasoning', 'summaries', 'default'):
            window.find('table cell', f'^{rule}$', table)
        self.close_dialog(dialog)

    def close_dialog(self, dialog):
        self.window.key('Escape')
        self.window.until('the dialog is gone', lambda: not dialog.showing)
        self.window.take_keys()

    def it_is_activated_by_mouse(self):
        window = self.window
        window.click('push button', '^Activate v1$', self.page())
        window.keyboard_at('text', '^Comment on this version$')
        popup = window.popup()
        window.find('label', '^It is the first version of this set that runs', popup)
        window.find('label', '^No quality check was made', popup)
        window.type('by mouse')
        window.click('push button', '^Activate v1$', popup)
        window.find('label', f'^Version 1 of “{BY_MOUSE}” runs now\\.$')
        window.find('filler', '^active · v1$', self.page())
        window.gone('filler', '^draft', self.page())
        self.active_is(BY_MOUSE, 1, 'by mouse')
        # It lies over what is clicked next.
        window.click('push button', '^Close message$')

    def a_prompt_is_sent_through_it_by_mouse(self):
        window = self.window
        window.click('page tab', '^Compare$')
        window.click('text', '^Prompt$')
        window.type(REASONING)
        window.click('push button', '^Send through routes$')
        lane = self.lane_of(BY_MOUSE, 'demo/thinker', 'reasoning', 'complete')
        answer = window.find('label', f'^Answer of route/{BY_MOUSE}$', lane)
        window.until('an answer', lambda: len(answer.text) > 20)
        window.find('push button', '^Back to the other lanes$')
        window.click('push button', '^Close message$')
        self.routed_call_is(BY_MOUSE, 'reasoning', [('demo/thinker', 'complete')])

    def everything_is_undone_by_mouse(self):
        window = self.window
        window.click('page tab', '^Routes$')
        for word, rules, draft in (('Undo', ['default, everything else, 1 problem'], NOTHING), ('Redo', WORDS, None)):
            button = window.find('push button', f'^{word}: ', self.page())
            window.click('push button', f'^{word}: ', self.page(), MANY_STEPS)
            window.until(f'{word} to the end', lambda: not button.enabled)
            self.rules_are_listed(rules)
            if draft:
                window.find('filler', r'^draft: \d+ changes$', self.page())
                self.draft_is(BY_MOUSE, draft)
        window.gone('filler', '^draft', self.page())
        wait('no draft', lambda: self.rows(f"SELECT 1 FROM rule_sets WHERE name = '{BY_MOUSE}' AND draft IS NULL"))

    def another_set_is_made_and_named_by_keyboard(self):
        window = self.window
        window.key('ctrl+3')
        window.keyboard_at('list', RULES)
        window.key('ctrl+n')
        window.find('push button', '^Rule set: new rules$', self.page())
        window.key('ctrl+k')
        window.type('Rename the rule set')
        window.find('list item', '^Rename the rule set')
        window.key('Return')
        window.take_keys('^Rename the rule set')
        window.key('ctrl+a')
        window.type(BY_KEYS + '\n')
        window.find('push button', f'^Rule set: {BY_KEYS}$', self.page())
        window.take_keys()

    def its_rules_are_built_by_keyboard(self):
        window = self.window
        window.key('ctrl+3')
        window.keyboard_at('list', RULES)
        for name, tasks, tokens, targets, fallbacks in (BUCKETS[0], BUCKETS[2], BUCKETS[1]):
            window.key('Insert')
            window.keyboard_at('text', '^Name of the rule$')
            window.type(name + '\n')
            window.keyboard_at('list', RULES)
            window.key('Return')
            window.keyboard_at('combo box', '^Subject of condition 1: task$')
            window.walk_to('text', '^Values of condition 1$')
            window.type(', '.join(tasks))
            if tokens:
                window.key('alt+c')
                window.keyboard_at('combo box', '^Subject of condition 2: task$')
                window.type('prompt')
                window.walk_to('spin button', '^Figure of condition 2$')
            self.add_targets_by_keyboard(name, targets, fallbacks)
            window.walk_to('list', RULES, 'F6')
        window.key('alt+Up')
        window.key('End')
        self.add_targets_by_keyboard('default', BUCKETS[3][3], [])
        self.rules_are_listed(WORDS)
        self.draft_is(BY_KEYS, BUCKETS)

    def add_targets_by_keyboard(self, rule, targets, fallbacks):
        tracks = self.window.walk_to('list', TRACKS, 'F6')
        for kind, models in (('target', targets), ('fallback', fallbacks)):
            for model in models:
                self.window.key('shift+Insert')
                self.window.keyboard_at('text', '^Search models')
                self.window.type(model + '\n')
                self.window.find('list item', f'^{model}, {kind} 1 of {rule}', tracks)

    def it_is_tried_rehearsed_and_held_against_the_past_by_keyboard(self):
        window = self.window
        foot = self.foot()
        window.key('ctrl+l')
        window.keyboard_at('text', '^Prompt to try$')
        window.type(SUMMARY)
        window.find('label', r'^rule 2 matched · swift · est\. \$', foot)
        window.key('ctrl+r')
        window.keyboard_at('combo box', '^Fault of demo/swift: says nothing$')
        window.key('Home', 'Down', 'Down', 'Down', 'Down')
        panel = window.find('filler', '^Rehearse failures$', self.page())
        window.find('label', '^Nobody answers; the call ends after .* no other target is left', panel)
        window.key('Escape')
        window.keyboard_at('text', '^Prompt to try$')
        window.key('ctrl+b')
        dialog = window.find('dialog', f'^Back-test of “{BY_KEYS}”$')
        window.keyboard_at('push button', '^Run the back-test$')
        window.key('Return')
        # With the one that was sent through the other rules.
        window.find('label', r'^2 of 4 calls would go elsewhere by the draft\.$', dialog)
        self.close_dialog(dialog)

    def it_is_activated_and_asked_by_keyboard(self):
        window = self.window
        window.key('ctrl+Return')
        window.keyboard_at('text', '^Comment on this version$')
        window.type('by keyboard\n')
        window.find('label', f'^Version 1 of “{BY_KEYS}” runs now\\.$')
        self.active_is(BY_KEYS, 1, 'by keyboard')
        window.key('ctrl+1', 'ctrl+l')
        # Through the rules that were activated last.
        self.send(SUMMARY, 'ctrl+alt+Return')
        self.lane_of(BY_KEYS, 'demo/swift', 'summaries', 'complete')
        self.routed_call_is(BY_KEYS, 'summaries', [('demo/swift', 'complete')])

    def everything_is_undone_by_keyboard(self):
        window = self.window
        window.key('ctrl+3')
        window.keyboard_at('list', RULES)
        window.key(*MANY_STEPS * ['ctrl+z'])
        self.rules_are_listed(['default, everything else, 1 problem'])
        self.draft_is(BY_KEYS, NOTHING)
        window.key('alt+v')
        window.choose_by_keys('^Back to the version that runs$')
        self.rules_are_listed(WORDS)
        window.close()
        same('the sets', self.rows('SELECT name, draft, active_version FROM rule_sets ORDER BY name'),
             [{'name': name, 'draft': None, 'active_version': 1} for name in (BY_MOUSE, BY_KEYS)])

    def rules_of_a_file_are_a_lane(self):
        file = self.data.parent / 'shaky.json'
        file.write_text(json.dumps(SHAKY))
        with open(self.log, 'ab') as log:
            subprocess.run([self.program, '--demo', '--data-dir', self.data, 'rules', 'import', file], check=True,
                           stdout=log, stderr=log)
        window = self.open()
        window.key('ctrl+1')
        window.find('filler', f'^Lane 1, route/{BY_KEYS} of rule set$')
        window.key('ctrl+l', 'ctrl+shift+m')
        window.keyboard_at('text', '^Search models')
        window.type('shaky\n')
        window.find('filler', '^Lane 1, route/shaky of rule set$')

    def a_target_that_fails_gives_way_and_the_lane_says_so(self):
        window = self.window
        window.key('ctrl+l')
        self.send(NEITHER)
        lane = self.lane_of('shaky', 'demo/swift', 'default', 'complete')
        window.find('label', '^demo/fault-503 gave no answer, demo/swift was asked$', lane)
        window.find('label', r'; demo/swift is asked next\.$', lane)
        attempts = self.routed_call_is('shaky', 'default', [
            ('demo/fault-503', 'failed'), ('demo/fault-503', 'failed'), ('demo/swift', 'complete')])
        assert all(attempt['why'] for attempt in attempts[1:]), attempts

    def an_answer_that_breaks_off_is_asked_of_the_next_one(self):
        window = self.window
        window.key('ctrl+l')
        self.send(TALE)
        lane = self.lane_of('shaky', 'demo/fault-cut', 'tales', 'interrupted')
        answer = window.find('label', '^Answer of route/shaky$', lane)
        window.until('a part of an answer', lambda: answer.text)
        self.routed_call_is('shaky', 'tales', [('demo/fault-cut', 'interrupted')])
        window.press('push button', '^Ask demo/swift$')
        self.lane_of('shaky', 'demo/swift', 'tales', 'complete')
        attempts = self.routed_call_is('shaky', 'tales', [('demo/fault-cut', 'interrupted'), ('demo/swift', 'complete')])
        same('why', attempts[1]['why'], 'demo/swift was asked by hand after demo/fault-cut.')
        same('calls of these rules', self.rows("SELECT count(*) AS n FROM calls WHERE rule_set = 'shaky'"),
             [{'n': 2}])
        window.close()

    chapters = [
        the_demo_is_asked_three_prompts, a_set_is_made_and_named_by_mouse, its_rules_are_built_by_mouse,
        a_model_is_dragged_onto_a_track, a_track_is_dragged_before_another, a_prompt_is_tried_by_mouse,
        a_failure_is_rehearsed_by_mouse, the_draft_is_held_against_the_past_by_mouse, it_is_activated_by_mouse,
        a_prompt_is_sent_through_it_by_mouse, everything_is_undone_by_mouse, another_set_is_made_and_named_by_keyboard,
        its_rules_are_built_by_keyboard, it_is_tried_rehearsed_and_held_against_the_past_by_keyboard,
        it_is_activated_and_asked_by_keyboard, everything_is_undone_by_keyboard, rules_of_a_file_are_a_lane,
        a_target_that_fails_gives_way_and_the_lane_says_so, an_answer_that_breaks_off_is_asked_of_the_next_one]


if __name__ == '__main__':
    sys.exit(tell(RoutesStory))
