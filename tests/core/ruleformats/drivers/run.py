"""python3 run.py PROGRAM: as run.mjs."""

import importlib.util
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone


def outcome(numbered):
    number, options = numbered
    spec = importlib.util.spec_from_file_location(f'routes{number}', sys.argv[1])
    routes = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(routes)
    messages = options.pop('messages')
    options.pop('chooses')
    at = datetime.fromtimestamp(options.pop('at') / 1000, timezone.utc)
    if options.pop('selects', False):
        task = options.pop('task')
        return routes.select_model(task, **options)
    try:
        answer = routes.complete_with_fallback(messages, at=at, **options)
        return answer['model'] if answer['content'] else 'an empty answer'
    except RuntimeError:
        return 'nobody'


cases = json.load(sys.stdin)
with ThreadPoolExecutor(len(cases)) as pool:
    print(json.dumps(list(pool.map(outcome, enumerate(cases)))))
