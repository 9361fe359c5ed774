import test from 'node:test';
import assert from 'node:assert';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { SandboxError, Workspace } from 'mock-messaging';

const server = process.env.SANDBOX ?? 'http://localhost:8080';

test('an error of the control plane names field and fix', async () => {
  const wrong = /** @type {any} */ ({ effect: { stats: 503 } });
  await assert.rejects(new Workspace(server).faults.add(wrong), error => {
    assert.ok(error instanceof SandboxError);
    assert.equal(error.status, 400);
    assert.equal(error.field, 'effect.stats');
    assert.match(error.message, /POST .*\/_sandbox\/faults returned 400, Bad Request: .*stats/);
    return true;
  });
});

test('an error of the messaging API has its code', async () => {
  await assert.rejects(new Workspace(server).messages.send({}), { status: 400, title: 'PARAM_INVALID', code: 'CHANNEL_MISSING', field: 'channelId' });
});

test('a server that does not respond is named', async () => {
  await assert.rejects(new Workspace('http://127.0.0.1:9/').get(), /No response from http:\/\/127.0.0.1:9\/_sandbox\/workspace/);
});

test('a wait in vain says what is pending', async () => {
  const sandbox = new Workspace(server);
  await sandbox.clock.freeze();
  const { id } = await sandbox.messages.send({ channelId: 'wa360:918828218374', to: { phone: '+91 99887 76655' }, type: 'text', text: { body: 'Hello' } });
  await assert.rejects(sandbox.waitFor(id ?? '', 'READ', { timeout: 'PT0.1S' }), error => error instanceof SandboxError && error.status === 408 && error.pending.length > 0);
});

test('a signal cancels a wait', async () => {
  const stop = new AbortController();
  const waiting = new Workspace(server).waitForPush('any', { timeout: 'PT3S', signal: stop.signal });
  stop.abort();
  await assert.rejects(waiting, { name: 'AbortError' });
});

test('a signal ends the events', async () => {
  const stop = new AbortController();
  await assert.rejects(async () => {
    for await (const event of new Workspace(server).events({ signal: stop.signal })) {
      assert.equal(event.kind, 'open');
      stop.abort();
    }
  }, { name: 'AbortError' });
});

test('events go on where a lost connection ended', async () => {
  /** @type {(string | undefined)[]} */
  const asked = [];
  const broken = createServer((request, response) => {
    asked.push(/** @type {string | undefined} */ (request.headers['last-event-id']));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`event: status\ndata: {"kind":"status","status":"${asked.length}"}\nid: ${asked.length}-0\n\nevent: sta`, () => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(broken, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (broken.address());
  const seen = [];
  for await (const event of new Workspace(`http://127.0.0.1:${port}`).events({ signal: AbortSignal.timeout(10_000) })) {
    seen.push(event.status);
    if (seen.length === 2) { break; }
  }
  broken.close();
  assert.deepEqual(seen, ['1', '2']);
  assert.deepEqual(asked, [undefined, '1-0']);
});

test('the token goes to the control plane only', async () => {
  /** @type {Record<string, string | undefined>} */
  const tokens = {};
  const fake = createServer((request, response) => {
    tokens[request.url ?? ''] = request.headers.authorization;
    request.resume().on('end', () => response.end('{"results":[{}]}'));
  }).listen(0, '127.0.0.1');
  await once(fake, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (fake.address());
  const sandbox = new Workspace(`http://127.0.0.1:${port}/`, 'key', 'secret');
  await sandbox.clock.get();
  await sandbox.messages.send({});
  fake.close();
  assert.deepEqual(tokens, { '/_sandbox/clock': 'Bearer secret', '/api/v1/message/send': undefined });
});
