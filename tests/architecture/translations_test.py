"""A finished translation keeps the places and the mnemonic of its sentence, so that no figure is lost in it."""

import pathlib
import re
import unittest
import xml.etree.ElementTree as tree

FOLDER = pathlib.Path(__file__).resolve().parents[2] / 'translations'
PLACE = re.compile(r'%L?\d{1,2}|%n')
MNEMONIC = re.compile(r'&(?=[^\s&])')


def problems(message):
    source = message.findtext('source') or ''
    translation = message.find('translation')
    if translation is None or translation.get('type') == 'unfinished':
        return []
    forms = [form.text or '' for form in translation.iter('numerusform')] or [translation.text or '']
    found = []
    for form in forms:
        if not form.strip():
            found.append('is empty')
        # A form for one may leave the number out.
        if set(PLACE.findall(source)) - {'%n'} != set(PLACE.findall(form)) - {'%n'}:
            found.append(f'has other places: {form!r}')
        if bool(MNEMONIC.search(source)) != bool(MNEMONIC.search(form)):
            found.append(f'has lost or gained a mnemonic: {form!r}')
    return [f'{source!r} {what}' for what in found]


class Translations(unittest.TestCase):
    def test_finished_sentences_keep_what_they_must(self):
        files = sorted(FOLDER.glob('switchyard_*.ts'))
        self.assertTrue(files)
        for file in files:
            messages = list(tree.parse(file).getroot().iter('message'))
            self.assertTrue(messages, file.name)
            self.assertEqual([p for message in messages for p in problems(message)], [], file.name)

    def test_a_bad_translation_is_found(self):
        for source, translation in (('%1 of %2', '%1'), ('&Open', 'Open'), ('Open', '&Open'), ('Open', ' '),
                                    ('%L1 tokens', '%1 Token')):
            with self.subTest(source=source, translation=translation):
                message = tree.fromstring('<message><source/><translation/></message>')
                message.find('source').text = source
                message.find('translation').text = translation
                self.assertTrue(problems(message))


if __name__ == '__main__':
    unittest.main()
