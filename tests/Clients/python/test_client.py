import os, threading, unittest
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from mock_messaging import SandboxError, Workspace

SERVER = os.environ.get('SANDBOX', 'http://localhost:8080')


class Fake(BaseHTTPRequestHandler):
    """Writes down the headers of each request, and breaks off each stream of events after one and a half."""
    asked = []

    def do_GET(self):
        self.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        self.send_response(200)
        self.end_headers()
        if self.path == '/_sandbox/events':
            count = len(self.asked)
            self.wfile.write(f'event: status\ndata: {{"kind":"status","status":"{count}"}}\nid: {count}-0\n\nevent: sta'.encode())
        else:
            self.wfile.write(b'{}')

    def log_message(self, *ignored):
        pass


class ClientTest(unittest.TestCase):
    def fake(self):
        Fake.asked = []
        server = ThreadingHTTPServer(('127.0.0.1', 0), Fake)
        threading.Thread(target=server.serve_forever).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return f'http://127.0.0.1:{server.server_port}/'

    def test_error_of_the_control_plane_names_field_and_fix(self):
        with self.assertRaises(SandboxError) as raised:
            Workspace(SERVER).faults.add({'effect': {'stats': 503}})
        self.assertEqual((400, 'effect.stats'), (raised.exception.status, raised.exception.field))
        self.assertRegex(str(raised.exception), 'POST .*/_sandbox/faults returned 400, Bad Request: .*stats')

    def test_error_of_the_messaging_api_has_its_code(self):
        with self.assertRaises(SandboxError) as raised:
            Workspace(SERVER).messages.send({})
        error = raised.exception
        self.assertEqual((400, 'PARAM_INVALID', 'CHANNEL_MISSING', 'channelId'), (error.status, error.title, error.code, error.field))

    def test_server_that_does_not_respond_is_named(self):
        with self.assertRaisesRegex(OSError, 'No response from http://127.0.0.1:9/_sandbox/workspace'):
            Workspace('http://127.0.0.1:9').get()

    def test_wait_in_vain_says_what_is_pending(self):
        sandbox = Workspace(SERVER)
        sandbox.clock.freeze()
        sent = sandbox.messages.send({'channelId': 'wa360:918828218374', 'to': {'phone': '+91 99887 76655'}, 'type': 'text', 'text': {'body': 'Hello'}})
        with self.assertRaises(SandboxError) as raised:
            sandbox.wait_for(sent['id'], 'READ', timedelta(seconds=0.1))
        self.assertEqual(408, raised.exception.status)
        self.assertTrue(raised.exception.pending)

    def test_silent_server_counts_as_lost(self):
        with self.assertRaises(TimeoutError):
            Workspace(SERVER, timeout=0.2).wait_for_push('any', timeout='PT1M')

    def test_events_end_when_nothing_happens(self):
        with self.assertRaises(TimeoutError):
            for event in Workspace(SERVER).events(timeout=0.2):
                self.assertEqual('open', event['kind'])

    def test_events_go_on_where_a_lost_connection_ended(self):
        events = Workspace(self.fake()).events(timeout=10)
        self.assertEqual(['1', '2'], [next(events)['status'], next(events)['status']])
        events.close()
        self.assertEqual([None, '1-0'], [headers.get('last-event-id') for _, headers in Fake.asked])

    def test_token_goes_to_the_control_plane_only(self):
        sandbox = Workspace(self.fake(), 'key', 'secret')
        sandbox.clock.get()
        sandbox.http('GET', '/api/v1/config/channels')
        self.assertEqual([('/_sandbox/clock', 'Bearer secret'), ('/api/v1/config/channels', None)],
                         [(path, headers.get('authorization')) for path, headers in Fake.asked])

    def test_body_that_is_not_json_is_refused_before_it_is_sent(self):
        with self.assertRaises(TypeError):
            Workspace('http://127.0.0.1:1').faults.add({'effect': object()})
