"""The program as a person with a screen reader, a keyboard and a mouse has it: the accessibility tree to look at, real
events of keys and buttons to act. Whatever is awaited is looked for again and again until it is there or the time is
over."""

import os
import re
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_S = float(os.environ.get('SWITCHYARD_E2E_PATIENCE', '60'))
POLL_S = 0.05


class NotFound(AssertionError):
    pass


class Node:
    """One accessible object, read when asked."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ''

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def text(self):
        interface = self.accessible.get_text_iface()
        return Atspi.Text.get_text(interface, 0, Atspi.Text.get_character_count(interface)) if interface else ''

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    @property
    def showing(self):
        return self.has(Atspi.StateType.SHOWING)

    @property
    def enabled(self):
        return self.has(Atspi.StateType.ENABLED)

    @property
    def focused(self):
        return self.has(Atspi.StateType.FOCUSED)

    @property
    def checked(self):
        return self.has(Atspi.StateType.CHECKED)

    @property
    def actions(self):
        interface = self.accessible.get_action_iface()
        return [Atspi.Action.get_action_name(interface, i)
                for i in range(Atspi.Action.get_n_actions(interface))] if interface else []

    @property
    def place(self):
        """Left, top, width and height on the screen."""
        box = Atspi.Component.get_extents(self.accessible.get_component_iface(), Atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child:
                yield Node(child)

    def walk(self, hidden=False):
        """This and all below, depth first; what is not on the screen is left out."""
        for child in self.children():
            if hidden or child.showing:
                yield child
                yield from child.walk(hidden)

    def press(self):
        """What a click would do."""
        interface = self.accessible.get_action_iface()
        for wanted in ('Press', 'Toggle', 'SetFocus'):
            if wanted in self.actions:
                return Atspi.Action.do_action(interface, self.actions.index(wanted))
        raise NotFound(f'{self} cannot be pressed; it offers {self.actions}')

    def set_text(self, text):
        """For a dialog: without a window manager nobody gives it the keyboard."""
        Atspi.EditableText.set_text_contents(self.accessible.get_editable_text_iface(), text)

    def holds(self, other):
        """Whether the other is somewhere below this."""
        parent = other.accessible
        while parent and parent != self.accessible:
            parent = parent.get_parent()
        return bool(parent)

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __str__(self):
        return f'{self.role} "{self.name}"'


def dump(node, depth=0):
    """The tree as text, one object a line."""
    lines = []
    try:
        for child in node.children():
            marks = ' '.join(mark for mark in ('showing', 'focused', 'checked') if getattr(child, mark))
            text = child.text.replace('\n', '\\n')
            lines.append('  ' * depth + f'{child} [{marks}]' + (f' = {text[:160]}' if text else ''))
            if child.showing:
                lines += dump(child, depth + 1)
    except GLib.Error as error:
        lines.append('  ' * depth + f'({error.message})')
    return lines


class FocusFollower:
    """What has the keyboard, as a screen reader hears it. Menus and other popups are in no list of children, and so are
    fields within a list; the focus within them leads there."""

    ITEMS = ('list item', 'table cell')

    def __init__(self):
        self.last = None
        self.listener = Atspi.EventListener.new(self._note)
        self.listener.register('object:state-changed:focused')

    def _note(self, event):
        try:
            # A current item says so of itself always.
            if event.detail1 and event.source.get_role_name() not in self.ITEMS:
                self.last = Node(event.source)
        except GLib.Error:
            pass  # it vanished meanwhile

    def hear(self):
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)
        return self.last


def wait(what, probe, failure=lambda: '', patience=PATIENCE_S):
    """The first true answer of `probe`. `what` says in the failure what was waited for."""
    end = time.monotonic() + patience
    while True:
        try:
            found = probe()
        except GLib.Error:
            # What is being read vanished meanwhile.
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise NotFound(f'not within {patience:.0f} s: {what}\n{failure()}')
        time.sleep(POLL_S)


def xdotool(*arguments, text=None):
    return subprocess.run(['xdotool', *arguments], input=text, check=True, text=True, stdout=subprocess.PIPE).stdout


class Window:
    """The running program. close() or kill() ends it."""

    follower = None

    def __init__(self, command, log):
        # Before the program, which speaks of its focus only when somebody listens.
        Window.follower = Window.follower or FocusFollower()
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.application = wait('the program in the accessibility tree', self._find_application)
        # No event loop runs here that would renew a cache.
        self.application.accessible.set_cache_mask(Atspi.Cache.NONE)
        self.find('frame', 'Switchyard')
        self.take_keys()

    def _find_application(self):
        if self.process.poll() is not None:
            raise NotFound(f'the program ended with {self.process.returncode}')
        for child in Node(Atspi.get_desktop(0)).children():
            if child.accessible.get_process_id() == self.process.pid:
                return child
        return None

    def _find_windows(self, name):
        found = subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(self.process.pid),
                                '--name', name],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
        return found.stdout.split()

    def take_keys(self, name='^Switchyard$'):
        """There is no window manager that would give the window of that name the keyboard."""
        windows = wait(f'a window named like "{name}" on the display', lambda: self._find_windows(name), self.tree)
        xdotool('windowfocus', '--sync', windows[-1])

    def tree(self):
        return '\n'.join(dump(self.application))

    def matches(self, role, pattern, below=None):
        wanted = re.compile(pattern, re.DOTALL)
        for node in (below or self.application).walk():
            if node.role == role and wanted.search(node.name):
                yield node

    def find(self, role, pattern, below=None):
        """The first on the screen of that role whose name fits."""
        return wait(f'{role} named like "{pattern}"', lambda: next(self.matches(role, pattern, below), None), self.tree)

    def gone(self, role, pattern, below=None):
        wait(f'no {role} named like "{pattern}" any more',
             lambda: next(self.matches(role, pattern, below), None) is None, self.tree)

    def until(self, what, probe):
        return wait(what, probe, self.tree)

    def press(self, role, pattern):
        node = self.find(role, pattern)
        self.until(f'{node} is enabled', lambda: node.enabled)
        node.press()

    def tab_to(self, role, pattern, most=60):
        """Goes there with the Tab key only, as it must be possible for everything."""
        for _ in range(most):
            before = self.focus()
            node = self.find(role, pattern)
            if before and (before == node or node.holds(before)):
                return node
            self.key('Tab')
            self.until('the keyboard went on', lambda: self.focus() != before)
        raise NotFound(f'{most} Tabs do not lead to {role} named like "{pattern}"\n{self.tree()}')

    def focus(self):
        """The innermost object on the screen that has the keyboard. A current item says so of itself always."""
        return next((node for node in reversed(list(self.application.walk()))
                     if node.focused and node.role not in ('list item', 'table cell')), None)

    def keyboard_at(self, role, pattern):
        """Waits until the keyboard is there; quicker than focus(), and even where no parent lists it."""
        wanted = re.compile(pattern, re.DOTALL)

        def there():
            node = self.follower.hear()
            return node if node and node.focused and node.role == role and wanted.search(node.name) else None
        return wait(f'the keyboard at {role} named like "{pattern}"', there,
                    lambda: f'it is at {self.follower.last}\n{self.tree()}')

    def walk_to(self, role, pattern, key='Tab', most=20):
        """tab_to() by what is heard; also by another key that leads the keyboard on."""
        wanted = re.compile(pattern, re.DOTALL)
        for _ in range(most):
            node = self.follower.hear()
            if node and node.role == role and wanted.search(node.name):
                return node
            self.key(key)
            self.until('the keyboard went on', lambda: self.follower.hear() != node)
        raise NotFound(f'{most} times {key} does not lead to {role} named like "{pattern}"\n{self.tree()}')

    def popup(self):
        """The menu, or what else stands above the window, that took the keyboard."""
        return self.until('something popped up', self._heard_popup)

    def _heard_popup(self):
        node = self.follower.hear()
        while node:
            parent = node.accessible.get_parent()
            below = parent.get_role_name() if parent else 'application'
            if node.role == 'popup menu' or (node.role == 'dialog' and below != 'application'):
                return node if node.showing else None
            node = Node(parent) if below != 'application' else None
        return None

    def type(self, text):
        """Key by key; by standard input, so that nobody reads it among the processes."""
        for number, line in enumerate(text.split('\n')):
            if number:
                self.key('Return')
            xdotool('type', '--clearmodifiers', '--delay', '2', '--file', '-', text=line)

    def key(self, *keys):
        xdotool('key', '--clearmodifiers', *keys)

    def spot(self, node, part=0.5):
        """Where its middle is on the screen, or that part of its height, once it stands still."""
        def at_rest():
            place = node.place
            time.sleep(POLL_S)
            return place if node.place == place else None
        left, top, width, height = self.until(f'{node} stands still', at_rest)
        return str(left + width // 2), str(top + int(height * part))

    def click(self, role, pattern, below=None, times=1):
        """With the mouse."""
        node = self.find(role, pattern, below)
        self.until(f'{node} is enabled', lambda: node.enabled)
        xdotool('mousemove', *self.spot(node), 'click', '--repeat', str(times), '--delay', '40', '1')
        return node

    def drag(self, node, onto, part=0.5):
        """With the mouse, in steps as a hand does it: what is dragged follows them."""
        goal = self.spot(onto, part)
        xdotool('mousemove', *self.spot(node), 'mousedown', '1')
        for _ in range(4):
            xdotool('mousemove_relative', '3', '2')
        xdotool('mousemove', *goal)
        xdotool('mousemove_relative', '1', '0')
        xdotool('mouseup', '1')

    def choose(self, box, item, below=None):
        """With the mouse, from the combo box of that name. Its list takes no click in the moment that it pops up."""
        choices = self.find('list', '', self.click('combo box', box, below))

        def chosen():
            entry = next(self.matches('list item', item, choices), None)
            if choices.showing and entry:
                xdotool('mousemove', *self.spot(entry), 'click', '1')
            return not choices.showing
        self.until(f'a choice named like "{item}" takes a click', chosen)

    def choose_from_menu(self, button, item, below=None):
        """With the mouse, from the menu of that button. It speaks of its entries as the mouse goes over them."""
        before = self._find_windows('.*')
        self.click('push button', button, below)

        def menu():
            for window in set(self._find_windows('.*')) - set(before):
                for step in ('8', '10'):
                    xdotool('mousemove', '--window', window, '20', step)
            root = self._heard_popup()
            return root if root and root.role == 'popup menu' else None
        self.click('menu item', item, self.until('a menu popped up', menu))

    def choose_by_keys(self, item, most=40):
        """With the arrow keys, from the menu that is open."""
        wanted = re.compile(item)
        for _ in range(most):
            before = self.follower.hear()
            self.key('Down')
            now = self.until('the next entry', lambda: (
                self.follower.last if self.follower.hear() != before else None))
            if now.role == 'menu item' and wanted.search(now.name):
                return self.key('Return')
        raise NotFound(f'no entry named like "{item}"')

    def close(self):
        """As the close button does it; waits until the process is gone."""
        self.key('ctrl+q')
        code = self.process.wait(PATIENCE_S)
        assert code == 0, f'the program ended with {code}'

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
