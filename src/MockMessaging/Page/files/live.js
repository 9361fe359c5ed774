// One stream of events per tab. It reconnects by itself and asks for what it missed.
import { access, headers, session, urlOf } from './api.js';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5000;

/**
 * Something that happened in the workspace; see GET /_sandbox/events.
 * @typedef {{ kind: string, at: string, messageId?: string, contactId?: string, sessionId?: string, status?: string, event?: string,
 *   reason?: string, message?: any, push?: any, request?: any, clock?: any }} WorkspaceEvent
 */

class Live extends EventTarget {
  /** @type {'connecting' | 'open' | 'lost'} */
  state = 'connecting';

  /** @type {AbortController | null} */
  #stream = null;

  /**
   * Follows the workspace of the current key from now on. Resolves when the stream is open, or the first try failed.
   * @returns {Promise<void>}
   */
  follow() {
    this.#stream?.abort();
    const stream = this.#stream = new AbortController();
    return new Promise(resolve => void this.#run(stream.signal, resolve));
  }

  /** @param {AbortSignal} signal @param {() => void} settled */
  async #run(signal, settled) {
    let last = '';
    let pause = FIRST_PAUSE_MS;
    let again = false;
    this.#become('connecting');
    while (!signal.aborted) {
      try {
        const response = await fetch(urlOf('/_sandbox/events'), { headers: { ...headers(), ...(last ? { 'last-event-id': last } : {}) }, signal, cache: 'no-store' });
        if (response.status === 401) {
          access.dispatchEvent(new Event('refused'));
        }

        if (!response.ok || !response.body) {
          throw new Error(`${response.status}`);
        }

        for await (const event of parsed(response.body)) {
          last = event.id || last;
          if (event.type === 'open') {
            this.#opened(event.data, again);
            again = true;
            pause = FIRST_PAUSE_MS;
            settled();
          } else {
            this.dispatchEvent(new CustomEvent('event', { detail: /** @type {WorkspaceEvent} */ (event.data) }));
          }
        }
      } catch {
        // The server went away, or the stream was ended on purpose: the loop decides.
      }

      if (signal.aborted) {
        return;
      }

      this.#become('lost');
      again = true;
      settled();
      await new Promise(resolve => setTimeout(resolve, pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  /** @param {{ version?: string }} data @param {boolean} again */
  #opened(data, again) {
    if (data.version && session.version && data.version !== session.version) {
      location.reload();
      return;
    }

    this.#become('open');
    if (again) {
      this.dispatchEvent(new Event('again'));
    }
  }

  /** @param {Live['state']} state */
  #become(state) {
    if (this.state !== state) {
      this.state = state;
      this.dispatchEvent(new Event('state'));
    }
  }
}

/**
 * Fires `event` (detail: WorkspaceEvent) for everything that happens, `state` when the connection changed,
 * and `again` after a break: what a view shows may be out of date, so it reads it again.
 */
export const live = new Live();

/**
 * Server-sent events out of a stream of bytes.
 * @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<{ type: string, id: string, data: any }>}
 */
async function* parsed(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }

    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map(line => {
        const at = line.indexOf(':');
        return [line.slice(0, at), line.slice(at + 1).trimStart()];
      }));
      if (fields.has('data')) {
        yield { type: fields.get('event') ?? 'message', id: fields.get('id') ?? '', data: JSON.parse(fields.get('data') ?? '{}') };
      }
    }
  }
}
