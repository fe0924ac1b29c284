"""single_sources.py FROM TO: compile databases; TO gets, for each unit of FROM, the sources that it includes."""

import json
import pathlib
import re
import sys


def single_sources(entries):
    for entry in entries:
        file = pathlib.Path(entry['file'])
        if not re.fullmatch(r'unity_\d+_cxx\.cxx', file.name):
            yield entry
            continue
        for source in re.findall(r'^#include "(.+)"$', file.read_text(encoding='utf-8'), re.MULTILINE):
            yield {**entry, 'file': source, 'command': entry['command'].replace(entry['file'], source)}


def main():
    source, target = map(pathlib.Path, sys.argv[1:])
    target.parent.mkdir(parents=True, exist_ok=True)
    entries = list(single_sources(json.loads(source.read_text(encoding='utf-8'))))
    target.write_text(json.dumps(entries, indent=1), encoding='utf-8')


if __name__ == '__main__':
    main()
