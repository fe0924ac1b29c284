"""The two calls of the OpenAI SDK that programs made by Switchyard use, over the standard library: OpenAI(...) and
chat.completions.create(...), and the errors that they raise. Unknown arguments are refused as the SDK does it."""

import json
import urllib.error
import urllib.request
from types import SimpleNamespace

_ARGUMENTS = {
    'model', 'messages', 'temperature', 'top_p', 'max_tokens', 'max_completion_tokens', 'seed', 'stop',
    'frequency_penalty', 'presence_penalty', 'reasoning_effort', 'response_format', 'tools', 'stream',
    'stream_options',
}


class APIError(Exception):
    def __init__(self, message, *, body=None):
        super().__init__(message)
        self.message = message
        self.body = body


class APIConnectionError(APIError):
    pass


class APITimeoutError(APIConnectionError):
    pass


class APIStatusError(APIError):
    def __init__(self, message, *, response, body):
        super().__init__(message, body=body)
        self.response = response
        self.status_code = response.status_code


def _status_error(problem):
    """The SDK gives the `error` of the answer as the body, else the whole text."""
    text = problem.read().decode(errors='replace')
    try:
        body = json.loads(text)
        body = body.get('error', body)
    except ValueError:
        body = text
    response = SimpleNamespace(status_code=problem.code, headers=problem.headers)
    return APIStatusError(f'Error code: {problem.code} - {body}', response=response, body=body)


def _object(value):
    if isinstance(value, dict):
        return SimpleNamespace(**{name: _object(member) for name, member in value.items()})
    if isinstance(value, list):
        return [_object(item) for item in value]
    return value


def _chunk(data):
    json_chunk = json.loads(data)
    if json_chunk.get('error'):
        raise APIError(json_chunk['error'].get('message', 'An error occurred during streaming'),
                       body=json_chunk['error'])
    chunk = _object(json_chunk)
    for choice in chunk.choices:
        if not hasattr(choice.delta, 'content'):
            choice.delta.content = None
    return chunk


class OpenAI:
    def __init__(self, *, api_key, base_url, default_headers=None, max_retries=2, timeout=600):
        if not api_key:
            raise ValueError('api_key must be set')
        self._timeout = timeout
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
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            answer = opener.open(request, timeout=self._timeout)
        except urllib.error.HTTPError as problem:
            raise _status_error(problem) from problem
        except TimeoutError as problem:
            raise APITimeoutError('Request timed out.') from problem
        except OSError as problem:
            raise APIConnectionError('Connection error.') from problem
        if arguments.get('stream'):
            return self._events(answer)
        return _object(json.load(answer))

    @staticmethod
    def _events(answer):
        for line in answer:
            data = line.decode().strip().removeprefix('data:').strip()
            if line.startswith(b'data:') and data != '[DONE]':
                yield _chunk(data)
