// The conversations of the workspace, kept up to date by the stream.
import { get } from '../../api.js';
import { live } from '../../live.js';

/** @typedef {import('./people.js').Conversation} Conversation */

const PAGE = 100;
const READ_AFTER_MS = 200;
const MOST_READ_ALONE = 8;

export class Conversations extends EventTarget {
  /** @type {Map<string, Conversation>} */
  #known = new Map();
  /** @type {Set<string>} Contacts of which something changed. */
  #stale = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #stop = new AbortController();
  /** Place to read older ones from; null if all were read. @type {string | null} */
  #next = null;
  isLoaded = false;
  #isLoadingMore = false;

  /** @type {Conversation[] | null} Made when asked for. */
  #sorted = null;

  /** Newest first. @returns {Conversation[]} */
  get list() {
    this.#sorted ??= [...this.#known.values()].map(one => ({ one, at: Date.parse(one.lastAt ?? '') || 0 }))
      .sort((a, b) => b.at - a.at || ((b.one.last?.id ?? '') < (a.one.last?.id ?? '') ? -1 : 1)).map(({ one }) => one);
    return this.#sorted;
  }

  get hasMore() {
    return this.#next !== null;
  }

  /** @param {string} contactId */
  find(contactId) {
    return this.#known.get(contactId) ?? null;
  }

  start() {
    const { signal } = this.#stop;
    live.addEventListener('event', event => this.#apply(/** @type {CustomEvent} */ (event).detail), { signal });
    live.addEventListener('again', () => void this.load(), { signal });
    void this.load();
  }

  stop() {
    this.#stop.abort();
    clearTimeout(this.#timer);
  }

  /** Reads the newest page; older ones that were read stay only if nothing was reset. */
  async load() {
    try {
      const page = await get(`/_sandbox/conversations?order=newest&limit=${PAGE}`);
      this.#known = new Map(page.conversations.map((/** @type {Conversation} */ one) => [one.contactId, one]));
      this.#next = page.next ?? null;
      this.isLoaded = true;
      this.#changed();
    } catch {
      // The top bar says that the connection is lost; the stream asks again when it is back.
    }
  }

  async loadMore() {
    if (this.#next !== null && !this.#isLoadingMore) {
      this.#isLoadingMore = true;
      try {
        const page = await get(`/_sandbox/conversations?order=newest&limit=${PAGE}&before=${encodeURIComponent(this.#next)}`);
        page.conversations.forEach((/** @type {Conversation} */ one) => this.#known.has(one.contactId) || this.#known.set(one.contactId, one));
        this.#next = page.next ?? null;
        this.#changed();
      } finally {
        this.#isLoadingMore = false;
      }
    }
  }

  /** Reads one that is not among the newest, such as one opened by its address. @param {string} contactId */
  async need(contactId) {
    if (!this.#known.has(contactId)) {
      this.#known.set(contactId, await get(`/_sandbox/conversations/${encodeURIComponent(contactId)}`));
      this.#changed();
    }
  }

  /** @param {import('../../live.js').WorkspaceEvent} event */
  #apply({ kind, contactId, message }) {
    if (kind === 'reset') {
      this.#known.clear();
      this.#next = null;
      this.#changed();
      return;
    }

    if (kind === 'snapshots') {
      void this.load();
      return;
    }

    if (!contactId || !['sent', 'inbound', 'status', 'session'].includes(kind)) {
      return;
    }

    const known = this.#known.get(contactId);
    if (known && message && (known.last?.id === message.id || kind !== 'status')) {
      // Shown at once; the counts follow.
      this.#known.set(contactId, { ...known, last: message, lastAt: message.at });
      this.#changed();
    }

    this.#stale.add(contactId);
    this.#timer ??= setTimeout(() => void this.#readStale(), READ_AFTER_MS);
  }

  async #readStale() {
    const stale = [...this.#stale];
    this.#stale.clear();
    try {
      if (stale.length > MOST_READ_ALONE) {
        const page = await get(`/_sandbox/conversations?order=newest&limit=${PAGE}`);
        page.conversations.forEach((/** @type {Conversation} */ one) => this.#known.set(one.contactId, one));
        if (this.#known.size <= PAGE) {
          this.#next = page.next ?? null;
        }
      } else {
        const read = await Promise.all(stale.map(id => get(`/_sandbox/conversations/${encodeURIComponent(id)}`).catch(() => null)));
        read.forEach(one => one && this.#known.set(one.contactId, one));
      }

      this.#changed();
    } catch {
      // As in load.
    } finally {
      this.#timer = this.#stale.size > 0 ? setTimeout(() => void this.#readStale(), READ_AFTER_MS) : undefined;
    }
  }

  #changed() {
    this.#sorted = null;
    this.dispatchEvent(new Event('change'));
  }
}
