/** @import * as T from './contract.js' */
/** @typedef {{ signal?: AbortSignal }} Options */
/** Bounds of a list. Give `after` the `next` of an earlier list; `before` with `newestFirst`. @typedef {Options & { limit?: number, after?: string, before?: string, newestFirst?: boolean }} Page */
/** A span of time: ISO 8601 such as `PT5S`, or parts. @typedef {string | { days?: number, hours?: number, minutes?: number, seconds?: number }} Span */
/** @typedef {Options & { query?: Record<string, unknown>, headers?: Record<string, string> }} Details */
/** `wait`: how long to wait until the push has been attempted; without it, the push leaves after the response. @typedef {Options & { wait?: Span }} Waiting */
/** Something that happened. The first is `open`, with the version of the server and without id. @typedef {T.EventView & { id?: string, version?: string }} SandboxEvent */

/** The server refused a request, or what was waited for did not happen in time. The message contains all properties. */
export class SandboxError extends Error {
  /** @param {string} request @param {number} status HTTP status of the response. @param {string} text */
  constructor(request, status, text) {
    let problem = /** @type {any} */ ({});
    try { problem = Object(JSON.parse(text)); } catch { /* A proxy or a fault sent something else; the message has it as it is. */ }
    const error = problem.errors?.[0], title = problem.title ?? problem.statusKey ?? 'error', detail = problem.detail ?? error?.description ?? problem.message ?? text;
    super(`${request} returned ${status}, ${title}: ${detail}${problem.pending?.length > 0 ? ` Pending: ${JSON.stringify(problem.pending)}` : ''}`);
    this.name = 'SandboxError';
    this.status = status;
    /** Kind of the error; for the messaging API its `statusKey`. @type {string} */
    this.title = title;
    /** What is wrong, such as `CHANNEL_MISSING`; only the messaging API has it. @type {string | undefined} */
    this.code = error?.codeKey || undefined;
    /** What is wrong and what to do. @type {string} */
    this.detail = detail;
    /** The field or parameter that is wrong. @type {string | undefined} */
    this.field = problem.field ?? (error?.field || undefined);
    /** After a wait: what has not happened yet, and when it is due. @type {T.PendingItem[]} */
    this.pending = problem.pending ?? [];
  }
}

/** @param {Span | undefined} span */ const iso = span => typeof span === 'object' ? `P${span.days ?? 0}DT${span.hours ?? 0}H${span.minutes ?? 0}M${span.seconds ?? 0}S` : span;
/** @param {Waiting} [options] @returns {Details} */ const awaited = ({ wait, ...options } = {}) => ({ ...options, query: { wait: iso(wait) } });
/** @param {string} list @param {string} id */ const item = (list, id) => `${list}/${encodeURIComponent(id)}`;
// Browsers have randomUUID on https and localhost only, and Node 18 has no global crypto.
const newKey = () => globalThis.crypto?.randomUUID?.() ?? Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 10)).join('-');
class Connection {
  /** @param {string} server @param {string} key @param {string} [controlToken] */
  constructor(server, key, controlToken) {
    this.server = server.replace(/\/+$/, '');
    this.key = key;
    this.controlToken = controlToken;
  }
  /** @param {string} method @param {string} path @param {BodyInit} [body] @param {Details} [details] */
  async open(method, path, body, { query = {}, headers, signal } = {}) {
    const given = Object.entries(query).flatMap(([name, value]) => value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`]);
    const url = this.server + path + (given.length > 0 ? `?${given.join('&')}` : '');
    // The token is for the control plane only; the API under test must not depend on it.
    const token = this.controlToken && path.startsWith('/_sandbox') ? { authorization: `Bearer ${this.controlToken}` } : undefined;
    const response = await fetch(url, { method, body, signal, credentials: 'omit', headers: Object.assign({ 'x-api-key': this.key }, token, headers) }).catch(failure => {
      throw failure instanceof TypeError ? new TypeError(`No response from ${url}: ${/** @type {any} */ (failure).cause?.message ?? failure.message}`, { cause: failure }) : failure;
    });
    if (!response.ok) { throw new SandboxError(`${method} ${url}`, response.status, await response.text()); }
    return response;
  }
  /** @param {string} method @param {string} path @param {unknown} [body] @param {Details} [details] @returns {Promise<any>} */
  async send(method, path, body, details) {
    const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...details?.headers };
    const text = await (await this.open(method, path, typeof body === 'string' ? body : JSON.stringify(body), { ...details, headers })).text();
    return text === '' ? undefined : JSON.parse(text);
  }
  /** @param {string} path @param {Page & Record<string, unknown>} [page] */
  list(path, { signal, newestFirst, ...query } = {}) { return this.send('GET', path, undefined, { signal, query: { ...query, order: newestFirst ? 'newest' : undefined } }); }
}

class Part {
  /** @protected @type {Connection} */ connection;
  /** @protected @type {string} */ path;
  /** @param {Connection} connection @param {string} path */
  constructor(connection, path) { [this.connection, this.path] = [connection, path]; }
}

/** Items that can be removed. @template TList */
class Items extends Part {
  /** Lists them. @param {Page} [page] @returns {Promise<TList>} */
  list(page) { return this.connection.list(this.path, page); }
  /** Removes one. @param {string} id @param {Options} [options] @returns {Promise<void>} */
  remove(id, options) { return this.connection.send('DELETE', item(this.path, id), undefined, options); }
}

/** Items whose ids the server makes. @template TRequest, TView, TList @extends {Items<TList>} */
class Additions extends Items {
  /** Adds one. @param {TRequest} request @param {Options} [options] @returns {Promise<TView>} */
  add(request, options) { return this.connection.send('POST', this.path, request, options); }
  /** Removes all. @param {Options} [options] @returns {Promise<void>} */
  clear(options) { return this.connection.send('DELETE', this.path, undefined, options); }
}

/** Items of the configuration, with ids of yours. @template TRequest, TView, TList @extends {Items<TList>} */
class Settings extends Items {
  /** One of them. @param {string} id @param {Options} [options] @returns {Promise<TView>} */
  get(id, options) { return this.connection.send('GET', item(this.path, id), undefined, options); }
  /** Adds or replaces one. @param {string} id @param {TRequest} request @param {Options} [options] @returns {Promise<TView>} */
  set(id, request, options) { return this.connection.send('PUT', item(this.path, id), request, options); }
}

class Clock extends Part {
  /** The time, the mode, and the number of pending timers. @param {Options} [options] @returns {Promise<T.ClockView>} */
  get(options) { return this.connection.send('GET', this.path, undefined, options); }
  /** Stops the clock. @param {{ at?: Date | string } & Options} [options] `at`: the time to set. @returns {Promise<T.ClockView>} */
  freeze({ at, ...options } = {}) { return this.connection.send('PUT', this.path, { mode: 'frozen', now: at }, options); }
  /** Lets the clock run, `scale` times as fast as real time. @param {{ scale?: number, at?: Date | string } & Options} [options] @returns {Promise<T.ClockView>} */
  run({ scale = 1, at, ...options } = {}) { return this.connection.send('PUT', this.path, { mode: 'scaled', scale, now: at }, options); }
  /** Sets the clock to the server's time and lets it run. @param {Options} [options] @returns {Promise<T.ClockView>} */
  followRealTime(options) { return this.connection.send('PUT', this.path, { mode: 'real' }, options); }
  /** Moves the clock forward; returns when everything due has happened and every push has been attempted. @param {Span} by @param {Options} [options] @returns {Promise<T.AdvanceAnswer>} */
  advance(by, options) { return this.connection.send('POST', `${this.path}/advance`, { by: iso(by) }, options); }
  /** Moves the clock forward to a time. @param {Date | string} moment @param {Options} [options] @returns {Promise<T.AdvanceAnswer>} */
  advanceTo(moment, options) { return this.connection.send('POST', `${this.path}/advance`, { to: moment }, options); }
  /** Moves the clock forward until no timer is pending. @param {Options} [options] @returns {Promise<T.AdvanceAnswer>} */
  advanceUntilIdle(options) { return this.connection.send('POST', `${this.path}/advance`, { untilIdle: true }, options); }
  /** What waits for the clock, soonest first. @param {{ limit?: number } & Options} [options] @returns {Promise<T.DueList>} */
  due(options) { return this.connection.list(`${this.path}/due`, options); }
}

class Inbound extends Part {
  /** Writes as a customer. @param {T.CustomerMessage} [message] @param {Waiting} [options] @returns {Promise<T.InboundAnswer>} */
  send(message = {}, options) { return this.connection.send('POST', this.path, message, awaited(options)); }
  /** Writes a text as a customer. @param {string} phone @param {string} text @param {Waiting} [options] */
  sendText(phone, text, options) { return this.send({ from: { phone }, text: { body: text } }, options); }
}

class Messages extends Part {
  /** Sends a message as your application does. @param {T.OutBoundMsg} message @param {Options} [options] @returns {Promise<T.OutBoundReciept>} */
  async send(message, options) { return (await this.connection.send('POST', '/api/v1/message/send', message, options)).results[0]; }
  /** Lists messages. @param {{ direction?: string, status?: string, contactId?: string, sessionId?: string, text?: string } & Page} [query] @returns {Promise<T.MessageList>} */
  list(query) { return this.connection.list(this.path, query); }
  /** A message with all statuses, pushes and attempts. @param {string} id @param {Options} [options] @returns {Promise<T.MessageDetail>} */
  get(id, options) { return this.connection.send('GET', item(this.path, id), undefined, options); }
  /** Sets a status as if the provider had reported it. @param {string} id @param {string} status @param {{ error?: T.ErrorRequest } & Waiting} [options] @returns {Promise<T.MessageDetail>} */
  forceStatus(id, status, { error, ...options } = {}) { return this.connection.send('POST', `${item(this.path, id)}/status`, { status, error }, awaited(options)); }
  /** Lists contacts with their last message. @param {Page} [page] @returns {Promise<T.ConversationList>} */
  listConversations(page) { return this.connection.list('/_sandbox/conversations', page); }
  /** A contact with its last message. @param {string} contactId @param {Options} [options] @returns {Promise<T.ConversationView>} */
  getConversation(contactId, options) { return this.connection.send('GET', item('/_sandbox/conversations', contactId), undefined, options); }
}

class Pushes extends Part {
  /** Sends any JSON to a client app's webhook. @param {object} body @param {{ app?: string, contactId?: string } & Waiting} [options] @returns {Promise<T.PushView>} */
  send(body, { app, contactId, ...options } = {}) { return this.connection.send('POST', '/_sandbox/pushes', { app, body, contactId }, awaited(options)); }
  /** Lists pushes with their attempts, and why one failed or was skipped. @param {{ messageId?: string, contactId?: string, type?: string, state?: string } & Page} [query] @returns {Promise<T.PushList>} */
  list(query) { return this.connection.list(this.path, query); }
  /** A push with its request. @param {string} id @param {Options} [options] @returns {Promise<T.PushDetail>} */
  get(id, options) { return this.connection.send('GET', item(this.path, id), undefined, options); }
  /** Sends a push once more. @param {string} id @param {Options} [options] @returns {Promise<T.PushDetail>} */
  replay(id, options) { return this.connection.send('POST', `${item(this.path, id)}/replay`, undefined, options); }
  /** Checks if the registered webhook accepts pushes, and if not, why and what to do. @param {Options} [options] @returns {Promise<T.WebhookCheck>} */
  check(options) { return this.connection.send('POST', `${this.path}/check`, undefined, options); }
  /** Fetches pushes, oldest first; no webhook needs to be registered. @param {{ wait?: Span, appId?: string, limit?: number, after?: number } & Options} [query] `wait`: how long to wait for one. @returns {Promise<T.OutboxList>} */
  outbox({ wait, signal, ...query } = {}) { return this.connection.send('GET', '/_sandbox/outbox', undefined, { signal, query: { ...query, wait: iso(wait) } }); }
}

/** Failures on purpose. @extends {Additions<T.FaultRequest, T.FaultView, T.FaultList>} */
class Faults extends Additions {
  /** Pauses a fault. @param {string} id Id or name. @param {Options} [options] @returns {Promise<T.FaultView>} */
  pause(id, options) { return this.connection.send('PATCH', item(this.path, id), { paused: true }, options); }
  /** Resumes a paused fault. @param {string} id Id or name. @param {Options} [options] @returns {Promise<T.FaultView>} */
  resume(id, options) { return this.connection.send('PATCH', item(this.path, id), { paused: false }, options); }
}

class Requests extends Part {
  /** Lists requests, refused ones too. @param {{ method?: string, path?: string, status?: number, header?: string, messageId?: string } & Page} [query] @returns {Promise<T.RequestList>} */
  list(query) { return this.connection.list(this.path, query); }
  /** Counts the requests that match; the verdict is pass, fail or inconclusive. @param {T.VerifyRequest} expected @param {Options} [options] @returns {Promise<T.VerifyAnswer>} */
  verify(expected, options) { return this.connection.send('POST', `${this.path}/verify`, expected, options); }
}

/** Saved copies of the workspace. @extends {Items<T.SnapshotList>} */
class Snapshots extends Items {
  /** Saves the workspace with its pending timers. @param {string} name @param {Options} [options] @returns {Promise<T.SnapshotView>} */
  take(name, options) { return this.connection.send('POST', this.path, { name }, options); }
  /** Restores a snapshot. @param {string} name @param {Options} [options] @returns {Promise<T.WorkspaceView>} */
  restore(name, options) { return this.connection.send('POST', `${item(this.path, name)}/restore`, undefined, options); }
  /** The whole workspace as one document. @param {Options} [options] @returns {Promise<Record<string, unknown>>} */
  export(options) { return this.connection.send('GET', '/_sandbox/export', undefined, options); }
  /** Replaces the whole workspace with an exported document. @param {Record<string, unknown>} archive @param {Options} [options] @returns {Promise<T.WorkspaceView>} */
  import(archive, options) { return this.connection.send('POST', '/_sandbox/import', archive, options); }
}

/** Uploaded files, for customers to send. @extends {Items<T.MediaList>} */
class Media extends Items {
  /** Uploads a file; give its `id` to a customer's message as `mediaId`. @param {BodyInit} content @param {string} mimeType @param {{ filename?: string } & Options} [options] @returns {Promise<T.MediaView>} */
  async upload(content, mimeType, { filename, signal } = {}) { return (await this.connection.open('POST', this.path, content, { signal, query: { filename }, headers: { 'content-type': mimeType } })).json(); }
  /** Name, type, size and link of a file. @param {string} id @param {Options} [options] @returns {Promise<T.MediaView>} */
  get(id, options) { return this.connection.send('GET', item(this.path, id), undefined, options); }
  /** The content behind a link of this server, as a message or `get` has it. @param {string} link @param {Options} [options] */
  async download(link, options) { return (await this.connection.open('GET', link.slice(link.indexOf(`${this.path}/`)), undefined, options)).arrayBuffer(); }
  /** Removes all files. @param {Options} [options] @returns {Promise<void>} */
  clear(options) { return this.connection.send('DELETE', this.path, undefined, options); }
}

/** Templates of messages. @extends {Settings<T.TemplateRequest, T.TemplateView, T.TemplateList>} */
class Templates extends Settings {
  /** Approves, rejects or pauses a template. @param {string} id @param {string} status @param {{ reason?: string, channelId?: string, approveAfter?: string } & Options} [options] @returns {Promise<T.TemplateView>} */
  setStatus(id, status, { signal, ...details } = {}) { return this.connection.send('PATCH', item(this.path, id), { status, ...details }, { signal }); }
}

class Scenarios extends Part {
  /** Adds what a scenario says to the workspace. @param {string} yaml @param {Options} [options] @returns {Promise<T.ScenarioView>} */
  load(yaml, options) { return this.connection.send('POST', this.path, yaml, { ...options, headers: { 'content-type': 'application/yaml' } }); }
  /** Adds what a built-in scenario says. @param {string} name @param {Options} [options] @returns {Promise<T.ScenarioView>} */
  loadBuiltIn(name, options) { return this.connection.send('POST', this.path, undefined, { ...options, query: { name } }); }
  /** The built-in scenarios, with their texts. @param {Page} [page] @returns {Promise<T.ScenarioList>} */
  list(page) { return this.connection.list(this.path, page); }
}

/** A workspace of a server, with a method for everything a test does with it. Every method throws a SandboxError if the server returns an error. */
export class Workspace extends Part {
  /** Sends no request; the server creates the workspace when the first request comes. @param {string} [server] @param {string} [key] The API key. Default: a new one. @param {string} [controlToken] The server's `Control:Token`, if it has one. */
  constructor(server = 'http://localhost:8080', key = newKey(), controlToken = undefined) {
    const connection = new Connection(server, key, controlToken);
    super(connection, '/_sandbox/workspace');
    this.server = connection.server;
    this.key = key;
    this.clock = new Clock(connection, '/_sandbox/clock');
    this.inbound = new Inbound(connection, '/_sandbox/inbound');
    this.messages = new Messages(connection, '/_sandbox/messages');
    this.pushes = new Pushes(connection, '/_sandbox/webhooks');
    /** What happens to messages: rules that have priority over the phone number. @type {Additions<T.OutcomeRuleRequest, T.OutcomeRuleView, T.OutcomeList>} */
    this.outcomes = new Additions(connection, '/_sandbox/outcomes');
    this.faults = new Faults(connection, '/_sandbox/faults');
    this.requests = new Requests(connection, '/_sandbox/requests');
    this.snapshots = new Snapshots(connection, '/_sandbox/snapshots');
    this.media = new Media(connection, '/_sandbox/media');
    /** Made-up customers who write by themselves for a while. @type {Additions<T.TrafficRequest, T.TrafficView, T.TrafficList>} */
    this.traffic = new Additions(connection, '/_sandbox/traffic');
    this.scenarios = new Scenarios(connection, '/_sandbox/scenarios');
    /** @type {Settings<T.ChannelRequest, T.ChannelView, T.ChannelList>} */
    this.channels = new Settings(connection, '/_sandbox/channels');
    this.templates = new Templates(connection, '/_sandbox/templates');
    /** Client apps. @type {Settings<T.AppRequest, T.AppView, T.AppList>} */
    this.apps = new Settings(connection, '/_sandbox/apps');
    /** Global variables of templates. @type {Settings<T.VariableRequest, T.VariableView, T.VariableList>} */
    this.variables = new Settings(connection, '/_sandbox/vars');
  }

  /** Any other request, such as one of the messaging API. Returns the JSON of the response. @param {string} method @param {string} path @param {unknown} [body] @param {Details} [details] */
  http(method, path, body, details) { return this.connection.send(method, path, body, details); }
  /** Content, settings and limits of the workspace. @param {Options} [options] @returns {Promise<T.WorkspaceView>} */
  get(options) { return this.http('GET', this.path, undefined, options); }
  /** Changes settings of the workspace. @param {T.WorkspaceChange} change @param {Options} [options] @returns {Promise<T.WorkspaceView>} */
  configure(change, options) { return this.http('PATCH', this.path, change, options); }
  /** Removes everything in the workspace. @param {Options} [options] @returns {Promise<void>} */
  reset(options) { return this.http('DELETE', this.path, undefined, options); }
  /** Removes the workspace from the server. @param {Options} [options] @returns {Promise<void>} */
  forget(options) { return this.http('DELETE', '/_sandbox/workspaces/current', undefined, options); }
  /** Copies the workspace. @param {{ key?: string } & Options} [options] `key`: key of the copy. Default: a new one. @returns {Promise<Workspace>} */
  async fork({ key, ...options } = {}) { return new Workspace(this.server, (await this.http('POST', '/_sandbox/workspaces', { key }, options)).key, this.connection.controlToken); }
  /** What providers refuse, and what the workspace does about it. @param {Options} [options] @returns {Promise<T.ProviderRuleList>} */
  listProviderRules(options) { return this.http('GET', '/_sandbox/rules', undefined, options); }
  /** Requests that others sent to the callback routes. @param {Page} [page] @returns {Promise<T.CallbackList>} */
  listCallbacks(page) { return this.connection.list('/_sandbox/callbacks', page); }
  /** Adds an agent's note to a session. @param {string} sessionId @param {T.NoteRequest} note @param {Options} [options] @returns {Promise<T.NoteView>} */
  addNote(sessionId, note, options) { return this.http('POST', `${item('/_sandbox/sessions', sessionId)}/notes`, note, options); }
  /** Registers the URL for pushes, as your application does. @param {string} url Empty to unregister. @param {Options} [options] @returns {Promise<void>} */
  async registerWebhook(url, options) { await this.http('POST', '/api/v1/config/webhook', { url }, options); }
  /** Waits until a message has had a status. @param {string} messageId @param {string} status @param {{ timeout?: Span } & Options} [options] @returns {Promise<T.MessageDetail>} */
  waitFor(messageId, status, { timeout, signal } = {}) { return this.http('GET', '/_sandbox/wait/status', undefined, { signal, query: { messageId, status, timeout: iso(timeout) } }); }
  /** Waits until the receiver has accepted a push. @param {string} push Type, status, event code, type of message, or `any`. @param {{ messageId?: string, contactId?: string, timeout?: Span } & Options} [options] @returns {Promise<T.PushView>} */
  waitForPush(push, { timeout, signal, ...query } = {}) { return this.http('GET', '/_sandbox/wait/push', undefined, { signal, query: { push, ...query, timeout: iso(timeout) } }); }
  /** Waits until no timer and no push is pending. @param {{ timeout?: Span } & Options} [options] @returns {Promise<T.IdleView>} */
  waitUntilIdle({ timeout, signal } = {}) { return this.http('GET', '/_sandbox/wait/idle', undefined, { signal, query: { timeout: iso(timeout) } }); }

  /** Yields what happens, also after a lost connection, until `break`; throws when the signal aborts. @param {{ after?: string } & Options} [options] `after`: id of the last event you know; '0' for all stored ones. Default: from now on. @returns {AsyncGenerator<SandboxEvent, void, void>} */
  async *events({ after, signal } = {}) {
    for (let last = after, failures = 0, opened = false; ; await new Promise(done => setTimeout(done, 500))) {
      signal?.throwIfAborted();
      const stop = new AbortController(), abort = () => stop.abort(signal?.reason);
      signal?.addEventListener('abort', abort);
      try {
        const response = await this.connection.open('GET', '/_sandbox/events', undefined, { signal: stop.signal, headers: last === undefined ? {} : { 'last-event-id': last } });
        opened = true;
        for await (const event of eventsOf(/** @type {ReadableStream<Uint8Array>} */ (response.body))) {
          [last, failures] = [event.id ?? last, 0];
          yield event;
        }
      } catch (failure) {
        if (failure instanceof SandboxError || stop.signal.aborted || !opened || ++failures > 10) { throw failure; }
      } finally {
        signal?.removeEventListener('abort', abort);
        stop.abort();
      }
    }
  }
}

/** @param {ReadableStream<Uint8Array>} body @returns {AsyncGenerator<SandboxEvent>} */
async function* eventsOf(body) {
  const reader = body.getReader(), decoder = new TextDecoder();
  for (let rest = '', part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + decoder.decode(part.value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const { event, data, id } = Object.fromEntries(block.split('\n').map(line => [line.split(':', 1)[0], line.slice(line.indexOf(':') + 1).trim()]));
      if (data) { yield { kind: event, ...JSON.parse(data), id }; }
    }
  }
}
