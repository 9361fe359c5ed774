// Run by `npm test --prefix tests/Samples/node`. Starts a sandbox of its own; SANDBOX_COMMAND says how, such as a published program.
import test, { before, after } from 'node:test';
import assert from 'node:assert';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Workspace } from 'mock-messaging';

const command = process.env.SANDBOX_COMMAND ?? 'dotnet run --project src/MockMessaging --';
const top = fileURLToPath(new URL('../../..', import.meta.url));
const pushes = [];
let server, receiver, api, webhook;

before(async () => {
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) { body += part; }
    pushes.push(JSON.parse(body));
    response.end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  webhook = `http://127.0.0.1:${receiver.address().port}/webhook`;

  // Port 0 takes a free one. It listens when it prints which one.
  server = spawn('/bin/sh', ['-c', `exec ${command} --urls http://127.0.0.1:0 --Storage:Path=:memory:`], { cwd: top, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: server.stdout })) {
    api = line.match(/Now listening on: (\S+)/)?.[1];
    if (api) { break; }
  }
  assert.ok(api, 'the sandbox did not start');
  server.stdout.resume();
});

after(async () => {
  receiver.close();
  server.kill('SIGTERM');
  const [code] = await once(server, 'exit');
  assert.equal(code, 0);
});

test('a message is sent, delivered and read', async () => {
  const sandbox = new Workspace(api);
  await sandbox.clock.freeze();
  await sandbox.registerWebhook(webhook);
  const sent = await sandbox.messages.send(
    { channelId: 'wa360:918828218374', to: { phone: '+91 99887 76655' }, type: 'text', text: { body: 'Your order' } });

  // Returns when everything due has happened and every push has been attempted.
  await sandbox.clock.advance({ seconds: 5 });

  const statuses = pushes.map(push => push.statuses[0]);
  assert.deepEqual(statuses.map(status => status.status), ['SENT', 'DLVRD', 'READ']);
  assert.ok(statuses.every(status => status.id === sent.id));
});
