"""Every route of the control plane has a method of the client."""
import json, os, re, threading, unittest, urllib.parse, urllib.request
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from mock_messaging import Workspace

SERVER = os.environ.get('SANDBOX', 'http://localhost:8080')
# Routes without a method.
REASONS = {
    'GET /_sandbox/workspaces': 'shows the workspaces of others; a test needs its own only',
    'GET /_sandbox/scenarios/schema': 'is for editors, which fetch it themselves',
}
MESSAGE = {'channelId': 'wa360:918828218374', 'to': {'phone': '+91 99887 76655'}, 'type': 'text', 'text': {'body': 'Hello'}}


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers['Content-Length']))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *ignored):
        pass


class EveryRouteTest(unittest.TestCase):
    def setUp(self):
        self.receiver = ThreadingHTTPServer(('127.0.0.1', 0), Receiver)
        threading.Thread(target=self.receiver.serve_forever).start()
        self.addCleanup(self.receiver.server_close)
        self.addCleanup(self.receiver.shutdown)

    def test_every_route_has_a_method(self):
        sandbox = Workspace(SERVER)
        called, connection = set(), sandbox._connection
        real = connection.open

        def recorded(method, path, *rest, **more):
            called.add(f'{method} {urllib.parse.urlsplit(path).path}')
            return real(method, path, *rest, **more)
        connection.open = recorded

        self.assertEqual('frozen', sandbox.clock.freeze(datetime(2030, 1, 1, 9, tzinfo=timezone.utc))['mode'])
        self.assertEqual('2030-01-01T09:00:00', sandbox.clock.get()['now'][:19])
        sandbox.register_webhook(f'http://127.0.0.1:{self.receiver.server_port}/webhook')
        self.assertTrue(sandbox.pushes.check()['ok'])
        sent = sandbox.messages.send(MESSAGE)['id']
        self.assertEqual(1, len(sandbox.clock.due(limit=10)['due']))
        self.assertEqual(3, sandbox.clock.advance(timedelta(minutes=1))['pushes']['succeeded'])
        sandbox.clock.advance('PT1S')
        sandbox.clock.advance_to('2030-01-01T10:00:00Z')
        sandbox.clock.advance_until_idle()

        self.assertEqual('Hello', sandbox.wait_for(sent, 'READ', timedelta(seconds=1))['text'])
        sandbox.wait_for_push('READ', message_id=sent, timeout='PT1S')
        sandbox.wait_until_idle('PT5S')
        self.assertEqual(1, len(sandbox.messages.list(status='READ', newest_first=True, limit=5)['messages']))
        other = sandbox.messages.send(MESSAGE)['id']
        self.assertEqual('FAILD', sandbox.messages.force_status(other, 'FAILD', {'code': '131026'})['status'])
        detail = sandbox.messages.get(sent)
        self.assertEqual(detail['contactId'], sandbox.messages.list_conversations()['conversations'][0]['contactId'])
        self.assertEqual(detail['contactId'], sandbox.messages.get_conversation(detail['contactId'])['contactId'])
        self.assertEqual('Call.', sandbox.add_note(detail['sessionId'], {'text': 'Call.', 'by': 'asha'})['text'])

        push = sandbox.pushes.list(message_id=sent)['pushes'][0]['id']
        self.assertEqual(push, sandbox.pushes.get(push)['push']['id'])
        sandbox.pushes.replay(push)
        self.assertEqual('raw', sandbox.pushes.send({'type': 'statuses', 'statuses': []}, contact_id='wa919988776655_918828218374')['type'])
        self.assertGreater(len(sandbox.pushes.outbox(after=0, wait=timedelta(seconds=1))['pushes']), 3)

        rule = sandbox.outcomes.add({'match': {'text': 'late'}, 'outcome': 'failed', 'times': 1})
        self.assertEqual(1, len(sandbox.outcomes.list()['rules']))
        sandbox.outcomes.remove(rule['id'])
        sandbox.outcomes.clear()
        fault = sandbox.faults.add({'name': 'throttled', 'target': {'path': '/api/v1/message/send'}, 'effect': {'status': 429, 'retryAfter': 'PT2S'}})
        self.assertTrue(sandbox.faults.pause('throttled')['paused'])
        sandbox.faults.resume(fault['id'])
        self.assertEqual('throttled', sandbox.faults.list()['faults'][0]['name'])
        sandbox.faults.remove(fault['id'])
        sandbox.faults.clear()
        self.assertEqual(2, len(sandbox.requests.list(path='/api/v1/message/send')['requests']))
        self.assertEqual('pass', sandbox.requests.verify({'match': {'path': '/api/v1/message/send'}, 'exactly': 2})['verdict'])

        picture = sandbox.media.upload(b'ITEM,PRICE\nlamp,499\n', 'text/csv', 'invoice.csv')
        sandbox.inbound.send({'from': {'phone': '+919988776655'}, 'document': {'mediaId': picture['id']}})
        sandbox.inbound.send_text('+919988776655', 'Where is my order?')
        self.assertEqual(b'ITEM,PRICE\nlamp,499\n', sandbox.media.download(picture['link']))
        self.assertEqual('invoice.csv', sandbox.media.get(picture['id'])['filename'])
        self.assertEqual(1, len(sandbox.media.list()['media']))
        sandbox.media.remove(picture['id'])
        sandbox.media.clear()

        for items, item, request in ((sandbox.channels, 'wa360:15550001111', {'name': 'Orders'}), (sandbox.variables, 'shop', {'value': 'Marigold Home'}),
                                     (sandbox.templates, 'order_ready', {'code': 'ORDER_READY', 'body': 'Ready.', 'contactType': 'WHATSAPP'}),
                                     (sandbox.apps, 'orders_bot', {'appType': 'WEBHOOK'})):
            items.set(item, request)
            self.assertTrue(items.get(item))
            if items is sandbox.templates:
                items.set_status(item, 'rejected', reason='The category is wrong.')
            items.list(limit=1)
            items.remove(item)

        group = sandbox.traffic.add({'contacts': 2, 'inboundPerMinute': 1, 'for': timedelta(minutes=10)})
        self.assertEqual(1, len(sandbox.traffic.list()['traffic']))
        sandbox.traffic.remove(group['id'])
        sandbox.traffic.clear()
        sandbox.list_callbacks()
        self.assertTrue(sandbox.list_provider_rules()['rules'])
        self.assertTrue(next(event for event in sandbox.events(after='0', timeout=10) if event['kind'] == 'status' and event['status'] == 'READ'))

        sandbox.snapshots.take('prepared')
        sandbox.snapshots.restore('prepared')
        self.assertEqual(1, len(sandbox.snapshots.list()['snapshots']))
        sandbox.snapshots.remove('prepared')
        sandbox.snapshots.import_(sandbox.snapshots.export())
        self.assertEqual('production', sandbox.configure({'fidelity': 'production'})['fidelity'])
        self.assertIn('seed', sandbox.get())
        copy = sandbox.fork()
        self.assertNotEqual(copy.key, sandbox.key)
        copy.forget()
        self.assertEqual('friday', sandbox.scenarios.load('name: friday\nclock: { mode: frozen, now: 2031-01-03T09:00:00Z }\n')['name'])
        self.assertTrue(sandbox.scenarios.list()['scenarios'])
        self.assertEqual('order-bot', sandbox.scenarios.load_built_in('order-bot')['name'])
        sandbox.clock.run(scale=60)
        self.assertEqual('real', sandbox.clock.follow_real_time()['mode'])
        sandbox.reset()
        sandbox.forget()

        with urllib.request.urlopen(SERVER + '/swagger/sandbox/openapi.json') as response:
            paths = json.load(response)['paths']
        routes = [f'{verb.upper()} {path}' for path, verbs in paths.items() for verb in verbs if path.startswith('/_sandbox/') and verb != 'parameters']
        missing = [route for route in routes if route not in REASONS
                   and not any(re.fullmatch(re.sub(r'\\{[^}]+\\}', '[^/]+', re.escape(route)), one) for one in called)]
        self.assertEqual([], missing, 'Add a method to src/MockMessaging.Python/mock_messaging and use it here, or give a reason in this file.')
