"""The two calls of the OpenAI SDK that copied programs use, over the standard library: OpenAI(...) and
chat.completions.create(...). Unknown arguments are refused as the SDK does it."""

import json
import urllib.request
from types import SimpleNamespace

_ARGUMENTS = {
    'model', 'messages', 'temperature', 'top_p', 'max_tokens', 'max_completion_tokens', 'seed', 'stop',
    'frequency_penalty', 'presence_penalty', 'reasoning_effort', 'response_format', 'tools', 'stream',
    'stream_options',
}


def _object(value):
    if isinstance(value, dict):
        return SimpleNamespace(**{name: _object(member) for name, member in value.items()})
    if isinstance(value, list):
        return [_object(item) for item in value]
    return value


def _chunk(data):
    chunk = _object(json.loads(data))
    for choice in chunk.choices:
        if not hasattr(choice.delta, 'content'):
            choice.delta.content = None
    return chunk


class OpenAI:
    def __init__(self, *, api_key, base_url, default_headers=None):
        if not api_key:
            raise ValueError('api_key must be set')
        self._url = base_url.rstrip('/') + '/chat/completions'
        self._headers = {'Authorization': f'Bearer {api_key}', 'Content-Type': 'application/json',
                         **(default_headers or {})}
        self.chat = SimpleNamespace(completions=SimpleNamespace(create=self._create))

    def _create(self, *, extra_body=None, **arguments):
        unknown = set(arguments) - _ARGUMENTS
        if unknown:
            raise TypeError(f"create() got an unexpected keyword argument '{sorted(unknown)[0]}'")
        body = json.dumps({**arguments, **(extra_body or {})}).encode()
        request = urllib.request.Request(self._url, body, self._headers)
        answer = urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request)
        if arguments.get('stream'):
            return self._events(answer)
        return _object(json.load(answer))

    @staticmethod
    def _events(answer):
        for line in answer:
            data = line.decode().strip().removeprefix('data:').strip()
            if line.startswith(b'data:') and data != '[DONE]':
                yield _chunk(data)
