// Run by `node --test tests/Samples/node/`. Starts a sandbox of its own; SANDBOX_COMMAND says how, such as a published program.
import test, { before, after } from 'node:test';
import assert from 'node:assert';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const command = process.env.SANDBOX_COMMAND ?? 'dotnet run --project src/MockMessaging --';
const top = fileURLToPath(new URL('../../..', import.meta.url));
const headers = { 'x-api-key': crypto.randomUUID(), 'content-type': 'application/json' };
const pushes = [];
let sandbox, receiver, api, webhook;

const call = async (method, path, body) => {
  const answer = await fetch(api + path, { method, headers, body: body && JSON.stringify(body) });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
  return answer.json();
};

before(async () => {
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    pushes.push(JSON.parse(body));
    response.end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  webhook = `http://127.0.0.1:${receiver.address().port}/webhook`;

  // Port 0 takes a free one. The line that tells which is the sign that it listens.
  sandbox = spawn('/bin/sh', ['-c', `exec ${command} --urls http://127.0.0.1:0 --Storage:Path=:memory:`], { cwd: top, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: sandbox.stdout })) {
    api = line.match(/Now listening on: (\S+)/)?.[1];
    if (api) break;
  }
  assert.ok(api, 'the sandbox did not start');
  sandbox.stdout.resume();
});

after(async () => {
  receiver.close();
  sandbox.kill('SIGTERM');
  const [code] = await once(sandbox, 'exit');
  assert.equal(code, 0);
});

test('a message is sent, delivered and read', async () => {
  await call('PUT', '/_sandbox/clock', { mode: 'frozen' });
  await call('POST', '/api/v1/config/webhook', { url: webhook });
  const sent = await call('POST', '/api/v1/message/send',
    { channelId: 'wa360:918828218374', to: { phone: '+91 99887 76655' }, type: 'text', text: { body: 'Your order' } });

  // Answers when all that was due has happened and each push has been answered.
  await call('POST', '/_sandbox/clock/advance', { by: 'PT5S' });

  const statuses = pushes.map(push => push.statuses[0]);
  assert.deepEqual(statuses.map(status => status.status), ['SENT', 'DLVRD', 'READ']);
  assert.ok(statuses.every(status => status.id === sent.results[0].id));
});
