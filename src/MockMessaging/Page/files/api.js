// Calls of the control plane, and the log of those that change something.

/** Who this page acts as. Filled by app.js. */
export const session = {
  key: '',
  token: '',
  /** The control plane asks for a token (Control:Token). */
  needsToken: false,
  /** Only listed keys are accepted (Auth:Keys). */
  needsKey: false,
  version: '',
};

export class ApiError extends Error {
  /** @param {number} status 0 if there was no response. @param {string} message @param {{ line: number, column: number, problem: string }[]} [problems] All that is wrong with a text. */
  constructor(status, message, problems = []) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.problems = problems;
  }
}

/**
 * A call that this page made.
 * @typedef {{ id: number, at: Date, method: string, path: string, body: any, more: Record<string, string>, status: number, error: string, durationMs: number }} Call
 */

const CALLS_KEPT = 100;
/** Longer bodies, such as an imported workspace, are named as a file in curl lines. */
const LONGEST_BODY = 8000;

class CallLog extends EventTarget {
  /** @type {Call[]} Oldest first. */
  list = [];
  made = 0;

  /** @param {Omit<Call, 'id'>} call */
  add(call) {
    this.list = [...this.list.slice(1 - CALLS_KEPT), { ...call, id: ++this.made }];
    this.dispatchEvent(new Event('change'));
  }
}

/** Fires `change` after each call that `send` made. */
export const calls = new CallLog();

/** Fires `refused` when a token or key is missing or wrong. */
export const access = new EventTarget();

/** The page may stand below a path base; all its URLs are relative to itself. @param {string} path */
export const urlOf = path => new URL(path.replace(/^\//, ''), new URL('.', location.href)).href;

/** Headers of every call. @param {boolean} [withBody] @returns {Record<string, string>} */
export function headers(withBody = false) {
  return {
    ...(session.key ? { 'x-api-key': session.key } : {}),
    ...(session.token ? { authorization: `Bearer ${session.token}` } : {}),
    ...(withBody ? { 'content-type': 'application/json' } : {}),
  };
}

/**
 * Reads something.
 * @param {string} path Such as `/_sandbox/clock`.
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export const get = (path, signal) => request('GET', path, undefined, signal);

/**
 * Changes something. The call appears in the panel "what this page just did".
 * @param {string} method
 * @param {string} path
 * @param {any} [body] Sent as JSON; a text as it is, with its own content-type.
 * @param {Record<string, string>} [more] Further headers, such as x-api-id for another app.
 * @returns {Promise<any>} The parsed body of the response; null if it has none.
 */
export async function send(method, path, body, more = {}) {
  const [at, from] = [new Date(), performance.now()];
  const done = (/** @type {number} */ status, error = '') =>
    calls.add({ at, method, path, body, more, status, error, durationMs: performance.now() - from });
  try {
    const result = await request(method, path, body, undefined, more);
    done(200);
    return result;
  } catch (error) {
    done(error instanceof ApiError ? error.status : 0, messageOf(error));
    throw error;
  }
}

/** @param {string} method @param {string} path @param {any} [body] @param {AbortSignal} [signal] @param {Record<string, string>} [more] */
async function request(method, path, body, signal, more) {
  let response;
  try {
    response = await fetch(urlOf(path), { method, headers: { ...headers(body !== undefined), ...more }, body: encoded(body), signal, cache: 'no-store' });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }

    throw new ApiError(0, 'The server cannot be reached.');
  }

  const text = await response.text();
  const json = parse(text);
  if (!response.ok) {
    if (response.status === 401) {
      access.dispatchEvent(new Event('refused'));
    }

    throw new ApiError(response.status, json?.detail || json?.message || text || `The server returned ${response.status}.`, json?.problems);
  }

  return json;
}

/** @param {any} body @returns {string | undefined} */
const encoded = body => body === undefined || typeof body === 'string' ? body : JSON.stringify(body);

/** @param {string} text @returns {any} */
function parse(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return text;
  }
}

/** @param {unknown} error */
export const messageOf = error => error instanceof Error ? error.message : String(error);

/**
 * A call as a curl line, with the real key and the token as `$TOKEN`.
 * @param {{ method: string, path: string, body?: any, more?: Record<string, string> }} call
 */
export function curl({ method, path, body, more = {} }) {
  const implied = body === undefined ? 'GET' : 'POST';
  const parts = ['curl -s', ...(method === implied ? [] : [`-X ${method}`]), quoted(urlOf(path)), `-H ${quoted(`x-api-key: ${session.key}`)}`, ...Object.entries(more).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`)];
  if (session.token && path.startsWith('/_sandbox')) {
    parts.push('-H "authorization: Bearer $TOKEN"');
  }

  if (body !== undefined) {
    const text = encoded(body) ?? '';
    parts.push(...(typeof body === 'string' ? ['--data-binary'] : ["-H 'content-type: application/json'", '-d']), text.length > LONGEST_BODY ? '@body' : quoted(text));
  }

  return parts.join(' ');
}

/** For a POSIX shell. @param {string} text */
export const quoted = text => /^[\w@%+=:,./?&-]+$/.test(text) && !/[?&]/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
