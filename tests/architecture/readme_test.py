"""The README promises views and columns to other programs; this holds it to what the schema has."""

import pathlib
import re
import sqlite3
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def schema():
    database = sqlite3.connect(':memory:')
    for script in sorted((ROOT / 'resources/sql').glob('*.sql')):
        database.executescript(script.read_text(encoding='utf-8'))
    return database


class Readme(unittest.TestCase):
    def setUp(self):
        self.text = (ROOT / 'README.md').read_text(encoding='utf-8')
        self.database = schema()
        self.addCleanup(self.database.close)

    def test_names_every_public_view_with_its_columns_in_order(self):
        views = [row[0] for row in self.database.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")]
        self.assertTrue(views)
        promised = dict(re.findall(r'^\| `(v_\w+)` \|[^|]*\| `([^`|]+)` \|$', self.text, re.MULTILINE))
        actual = {view: ' '.join(row[1] for row in self.database.execute(f'PRAGMA table_info({view})'))
                  for view in views if view.startswith('v_')}
        self.assertEqual(promised, actual)

    def test_its_example_query_runs(self):
        queries = re.findall(r'sqlite3 -readonly .*? "\n(.*?)"\n```', self.text, re.DOTALL)
        self.assertTrue(queries)
        for query in queries:
            self.database.execute(query)

    def test_its_pictures_and_files_exist(self):
        for target in re.findall(r'\]\(([^)#:]+)\)', self.text):
            self.assertTrue((ROOT / target).exists(), target)


if __name__ == '__main__':
    unittest.main()
