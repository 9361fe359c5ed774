"""Run by `PYTHONPATH=src/MockMessaging.Python python3 -m unittest discover tests/Samples/python`. Starts a sandbox of its own; SANDBOX_COMMAND says how, such as a published program."""
import json, os, pathlib, re, shlex, signal, subprocess, threading, unittest
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from mock_messaging import Workspace

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

        # Port 0 takes a free one. It listens when it prints which one.
        cls.server = subprocess.Popen([*shlex.split(COMMAND), '--urls', 'http://127.0.0.1:0', '--Storage:Path=:memory:'],
                                       cwd=TOP, stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(cls.stop)
        cls.api = next(found[1] for line in cls.server.stdout if (found := re.search(r'Now listening on: (\S+)', line)))
        threading.Thread(target=cls.server.stdout.read).start()

    @classmethod
    def stop(cls):
        cls.server.send_signal(signal.SIGTERM)
        assert cls.server.wait(timeout=30) == 0, 'the sandbox did not stop in order'

    def test_message_is_sent_delivered_and_read(self):
        sandbox = Workspace(self.api)
        sandbox.clock.freeze()
        sandbox.register_webhook(f'http://127.0.0.1:{self.receiver.server_port}/webhook')
        sent = sandbox.messages.send({'channelId': 'wa360:918828218374', 'to': {'phone': '+91 99887 76655'}, 'type': 'text', 'text': {'body': 'Your order'}})

        # Returns when everything due has happened and every push has been attempted.
        sandbox.clock.advance(timedelta(seconds=5))

        statuses = [push['statuses'][0] for push in Receiver.pushes]
        self.assertEqual(['SENT', 'DLVRD', 'READ'], [status['status'] for status in statuses])
        self.assertEqual({sent['id']}, {status['id'] for status in statuses})


if __name__ == '__main__':
    unittest.main()
