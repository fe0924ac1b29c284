"""A small provider on loopback: a model list with prices, streamed answers with usage, and one key that opens it."""

import http.server
import json
import sys
import threading
import time

# What a request costs is in the list itself, as OpenRouter gives it: US dollars a token. One model has no price.
MODELS = [
    {'id': 'gpt-5-mini', 'pricing': {'prompt': '0.00000025', 'completion': '0.000002',
                                     'input_cache_read': '0.000000025'}},
    {'id': 'claude-sonnet-4-5', 'pricing': {'prompt': '0.000003', 'completion': '0.000015'}},
    {'id': 'house-model'},
    {'id': 'text-embedding-3-small'},
]
# In the order in which they become lanes.
LANES = ['gpt-5-mini', 'claude-sonnet-4-5', 'house-model']
USAGE = {
    'gpt-5-mini': {'prompt_tokens': 1200, 'completion_tokens': 340, 'total_tokens': 1540,
                   'prompt_tokens_details': {'cached_tokens': 200}},
    'claude-sonnet-4-5': {'prompt_tokens': 1310, 'completion_tokens': 405, 'total_tokens': 1715},
    'house-model': {'prompt_tokens': 1180, 'completion_tokens': 222, 'total_tokens': 1402},
}
# 1000 * 0.25e-6 + 200 * 0.025e-6 + 340 * 2e-6; 1310 * 3e-6 + 405 * 15e-6; unknown: in units of 1e-12 US dollars.
COST_PICOS = {'gpt-5-mini': 935_000_000, 'claude-sonnet-4-5': 10_005_000_000, 'house-model': None}
ENDLESS = 'without an end'
SLOW = 'Slow harbour'
HELD = 'Wait for the tide'


def answer(model):
    """What the model says: no two say the same."""
    return f'Ein Fähnchen from **{model}**: a token bucket refills steadily.\n\n- it allows bursts\n- it is simple\n'


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *_):
        pass

    def send_json(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def is_allowed(self):
        if self.headers.get('Authorization') == f'Bearer {self.server.key}':
            return True
        self.send_json(401, {'error': {'message': 'Incorrect API key provided.', 'type': 'invalid_request_error',
                                       'code': 'invalid_api_key'}})
        return False

    def do_GET(self):
        if not self.is_allowed():
            return
        if self.path == '/v1/models':
            self.send_json(200, {'object': 'list', 'data': MODELS})
        else:
            self.send_json(404, {'error': {'message': f'No such path: {self.path}'}})

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers['Content-Length'])))
        if not self.is_allowed():
            return
        self.server.requests.append(request)
        if SLOW in request['messages'][-1]['content']:
            time.sleep(0.5)
        self.send_response(200)
        self.send_header('Content-Type', 'text/event-stream')
        self.send_header('Transfer-Encoding', 'chunked')
        self.end_headers()
        try:
            self.stream(request)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def stream(self, request):
        model = request['model']
        words = answer(model).split(' ')
        for index, word in enumerate(words):
            self.event(model, {'content': (' ' if index else '') + word})
        if ENDLESS in request['messages'][-1]['content']:
            self.server.released.wait()
            return
        if HELD in request['messages'][-1]['content']:
            self.server.tide.wait()
        self.event(model, {}, 'stop')
        self.chunk({'id': 'c1', 'object': 'chat.completion.chunk', 'model': model, 'choices': [],
                    'usage': USAGE[model]})
        self.write_chunk(b'data: [DONE]\n\n')
        self.write_chunk(b'')

    def event(self, model, delta, finish=None):
        self.chunk({'id': 'c1', 'object': 'chat.completion.chunk', 'model': model,
                    'choices': [{'index': 0, 'delta': delta, 'finish_reason': finish}]})

    def chunk(self, value):
        self.write_chunk(b'data: ' + json.dumps(value).encode() + b'\n\n')

    def write_chunk(self, body):
        self.wfile.write(f'{len(body):x}\r\n'.encode() + body + b'\r\n')
        self.wfile.flush()


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        # A program that is killed leaves its connections.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Provider:
    """Serves until stop(); `requests` are the chat requests it has taken."""

    def __init__(self, key):
        self.server = Server(('127.0.0.1', 0), Handler)
        self.server.key = key
        self.server.requests = []
        self.server.released = threading.Event()
        self.server.tide = threading.Event()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def requests(self):
        return self.server.requests

    @property
    def base_url(self):
        return f'http://127.0.0.1:{self.server.server_port}/v1'

    @property
    def tide(self):
        """Until it is set, answers to prompts with HELD have all their text but no end."""
        return self.server.tide

    def stop(self):
        self.server.released.set()
        self.server.tide.set()
        self.server.shutdown()
        self.server.server_close()
