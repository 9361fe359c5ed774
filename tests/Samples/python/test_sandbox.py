"""Run by `python3 -m unittest discover tests/Samples/python`. Starts a sandbox of its own; SANDBOX_COMMAND says how, such as a published program."""
import json, os, pathlib, re, shlex, signal, subprocess, threading, unittest, urllib.request, uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMAND = os.environ.get('SANDBOX_COMMAND', 'dotnet run --project src/MockMessaging --')
TOP = pathlib.Path(__file__).resolve().parents[3]


class Receiver(BaseHTTPRequestHandler):
    pushes = []

    def do_POST(self):
        self.pushes.append(json.loads(self.rfile.read(int(self.headers['Content-Length']))))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *ignored):
        pass


class SandboxTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.receiver = ThreadingHTTPServer(('127.0.0.1', 0), Receiver)
        threading.Thread(target=cls.receiver.serve_forever).start()
        cls.addClassCleanup(cls.receiver.server_close)
        cls.addClassCleanup(cls.receiver.shutdown)

        # Port 0 takes a free one. The line that tells which is the sign that it listens.
        cls.sandbox = subprocess.Popen([*shlex.split(COMMAND), '--urls', 'http://127.0.0.1:0', '--Storage:Path=:memory:'],
                                       cwd=TOP, stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(cls.stop)
        cls.api = next(found[1] for line in cls.sandbox.stdout if (found := re.search(r'Now listening on: (\S+)', line)))
        threading.Thread(target=cls.sandbox.stdout.read).start()

    @classmethod
    def stop(cls):
        cls.sandbox.send_signal(signal.SIGTERM)
        assert cls.sandbox.wait(timeout=30) == 0, 'the sandbox did not stop in order'

    key = str(uuid.uuid4())

    def call(self, method, path, body):
        request = urllib.request.Request(self.api + path, method=method, data=json.dumps(body).encode(),
                                         headers={'x-api-key': self.key, 'content-type': 'application/json'})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def test_message_is_sent_delivered_and_read(self):
        self.call('PUT', '/_sandbox/clock', {'mode': 'frozen'})
        self.call('POST', '/api/v1/config/webhook', {'url': f'http://127.0.0.1:{self.receiver.server_port}/webhook'})
        sent = self.call('POST', '/api/v1/message/send', {
            'channelId': 'wa360:918828218374', 'to': {'phone': '+91 99887 76655'}, 'type': 'text', 'text': {'body': 'Your order'}})

        # Answers when all that was due has happened and each push has been answered.
        self.call('POST', '/_sandbox/clock/advance', {'by': 'PT5S'})

        statuses = [push['statuses'][0] for push in Receiver.pushes]
        self.assertEqual(['SENT', 'DLVRD', 'READ'], [status['status'] for status in statuses])
        self.assertEqual({sent['results'][0]['id']}, {status['id'] for status in statuses})


if __name__ == '__main__':
    unittest.main()
