// Every route of the control plane has a method of the client, and its types fit what is sent and returned: .ci/packages checks this file with tsc, too.
import test, { after } from 'node:test';
import assert from 'node:assert';
import { createServer } from 'node:http';
import { Workspace } from 'mock-messaging';

const server = process.env.SANDBOX ?? 'http://localhost:8080';
/** Routes without a method. @type {Record<string, string>} */
const reasons = {
  'GET /_sandbox/workspaces': 'shows the workspaces of others; a test needs its own only',
  'GET /_sandbox/scenarios/schema': 'is for editors, which fetch it themselves',
};
/** @type {Set<string>} */
const called = new Set();
const real = globalThis.fetch;
globalThis.fetch = (url, init) => {
  called.add(`${init?.method ?? 'GET'} ${new URL(String(url)).pathname}`);
  return real(url, init);
};
const receiver = createServer((request, response) => request.resume().on('end', () => response.end())).listen(0, '127.0.0.1');
after(() => receiver.close());
const message = { channelId: 'wa360:918828218374', to: { phone: '+91 99887 76655' }, type: 'text', text: { body: 'Hello' } };

test('every route has a method', async () => {
  const sandbox = new Workspace(server);
  const { clock, inbound, messages, pushes, outcomes, faults, requests, snapshots, media, traffic, channels, templates, apps, variables } = sandbox;

  assert.equal((await clock.freeze({ at: new Date('2030-01-01T09:00:00Z') })).mode, 'frozen');
  assert.match((await clock.get()).now, /^2030-01-01T09:00/);
  const { port } = /** @type {import('node:net').AddressInfo} */ (receiver.address());
  await sandbox.registerWebhook(`http://127.0.0.1:${port}/webhook`);
  assert.equal((await pushes.check()).ok, true);
  const sent = await messages.send(message);
  assert.equal((await clock.due({ limit: 10 })).due.length, 1);
  assert.equal((await clock.advance({ minutes: 1 })).pushes.succeeded, 3);
  await clock.advance('PT1S');
  await clock.advanceTo('2030-01-01T10:00:00Z');
  await clock.advanceUntilIdle();
  const { id } = sent;

  assert.equal((await sandbox.waitFor(id, 'READ', { timeout: { seconds: 1 } })).text, 'Hello');
  await sandbox.waitForPush('READ', { messageId: id, timeout: 'PT1S' });
  await sandbox.waitUntilIdle({ timeout: 'PT5S' });
  assert.equal((await messages.list({ status: 'READ', newestFirst: true, limit: 5 })).messages.length, 1);
  assert.equal((await messages.forceStatus((await messages.send(message)).id ?? '', 'FAILD', { error: { code: '131026' } })).status, 'FAILD');
  const { contactId, sessionId, timeline } = await messages.get(id);
  assert.ok(timeline.length >= 4);
  assert.equal((await messages.listConversations()).conversations[0].contactId, contactId);
  assert.equal((await messages.getConversation(contactId)).contactId, contactId);
  assert.equal((await sandbox.addNote(sessionId, { text: 'Call in the evening.', by: 'asha' })).text, 'Call in the evening.');

  const [push] = (await pushes.list({ messageId: id })).pushes;
  assert.equal((await pushes.get(push.id)).push.id, push.id);
  await pushes.replay(push.id);
  assert.equal((await pushes.send({ type: 'statuses', statuses: [] }, { contactId: 'wa919988776655_918828218374' })).type, 'raw');
  assert.ok((await pushes.outbox({ after: 0, wait: { seconds: 1 } })).pushes.length > 3);

  const rule = await outcomes.add({ match: { text: 'late' }, outcome: 'failed', times: 1 });
  assert.equal((await outcomes.list()).rules.length, 1);
  await outcomes.remove(rule.id);
  await outcomes.clear();
  const fault = await faults.add({ name: 'throttled', target: { path: '/api/v1/message/send' }, effect: { status: 429, retryAfter: 'PT2S' } });
  assert.equal((await faults.pause('throttled')).paused, true);
  await faults.resume(fault.id);
  assert.equal((await faults.list()).faults[0].name, 'throttled');
  await faults.remove(fault.id);
  await faults.clear();
  assert.equal((await requests.list({ path: '/api/v1/message/send' })).requests.length, 2);
  assert.equal((await requests.verify({ match: { path: '/api/v1/message/send' }, exactly: 2 })).verdict, 'pass');

  const picture = await media.upload('ITEM,PRICE\nlamp,499\n', 'text/csv', { filename: 'invoice.csv' });
  await inbound.send({ from: { phone: '+919988776655' }, document: { mediaId: picture.id } });
  await inbound.sendText('+919988776655', 'Where is my order?');
  assert.equal(new TextDecoder().decode(await media.download(picture.link)), 'ITEM,PRICE\nlamp,499\n');
  assert.equal((await media.get(picture.id)).filename, 'invoice.csv');
  assert.equal((await media.list()).media.length, 1);
  await media.remove(picture.id);
  await media.clear();

  await channels.set('wa360:15550001111', { name: 'Orders' });
  assert.equal((await channels.get('wa360:15550001111')).name, 'Orders');
  await variables.set('shop', { value: 'Marigold Home' });
  assert.equal((await variables.get('shop')).value, 'Marigold Home');
  await templates.set('order_ready', { code: 'ORDER_READY', body: '{{data.order}} is ready.', contactType: 'WHATSAPP' });
  await templates.setStatus('order_ready', 'rejected', { reason: 'The category is wrong.' });
  assert.equal((await templates.get('order_ready')).code, 'ORDER_READY');
  await apps.set('orders_bot', { appType: 'WEBHOOK' });
  assert.equal((await apps.get('orders_bot')).appType, 'WEBHOOK');
  for (const [list, id] of /** @type {const} */ ([[channels, 'wa360:15550001111'], [variables, 'shop'], [templates, 'order_ready'], [apps, 'orders_bot']])) {
    await list.list({ limit: 1 });
    await list.remove(id);
  }

  const group = await traffic.add({ contacts: 2, inboundPerMinute: 1, for: 'PT10M' });
  assert.equal((await traffic.list()).traffic.length, 1);
  await traffic.remove(group.id);
  await traffic.clear();
  await sandbox.listCallbacks();
  assert.ok((await sandbox.listProviderRules()).rules.length > 0);
  for await (const event of sandbox.events({ after: '0', signal: AbortSignal.timeout(10_000) })) {
    if (event.kind === 'status' && event.status === 'READ') { break; }
  }

  await snapshots.take('prepared');
  await snapshots.restore('prepared');
  assert.equal((await snapshots.list()).snapshots.length, 1);
  await snapshots.remove('prepared');
  await snapshots.import(await snapshots.export());
  assert.equal((await sandbox.configure({ fidelity: 'production' })).fidelity, 'production');
  assert.ok((await sandbox.get()).seed !== undefined);
  const copy = await sandbox.fork();
  assert.notEqual(copy.key, sandbox.key);
  await copy.forget();
  assert.equal((await sandbox.scenarios.load('name: friday\nclock: { mode: frozen, now: 2031-01-03T09:00:00Z }\n')).name, 'friday');
  assert.ok((await sandbox.scenarios.list()).scenarios.length > 0);
  assert.equal((await sandbox.scenarios.loadBuiltIn('order-bot')).name, 'order-bot');
  await clock.run({ scale: 60 });
  assert.equal((await clock.followRealTime()).mode, 'real');
  await sandbox.reset();
  await sandbox.forget();

  const { paths } = await (await real(`${server}/swagger/sandbox/openapi.json`)).json();
  const routes = Object.entries(paths).flatMap(([path, verbs]) => Object.keys(verbs).filter(verb => verb !== 'parameters').map(verb => `${verb.toUpperCase()} ${path}`));
  const missing = routes.filter(route => {
    const pattern = new RegExp(`^${route.replace(/[.?*+]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`);
    return route.includes(' /_sandbox/') && !reasons[route] && ![...called].some(one => pattern.test(one));
  });
  assert.deepEqual(missing, [], 'Add a method to src/MockMessaging.JavaScript/mock-messaging.js and use it here, or give a reason in this file.');
});
