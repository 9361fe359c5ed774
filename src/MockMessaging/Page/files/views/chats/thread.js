// The messages of one conversation: the newest at first, older ones on demand, new ones by the stream.
import { get } from '../../api.js';
import { live } from '../../live.js';

/** @typedef {import('./people.js').Message} Message */
/** @typedef {{ id: string, type: string, messageId?: string, state: string, status?: number, error?: string, reason?: string }} Push */

const FIRST = 200;
const MORE = 100;

export class Thread extends EventTarget {
  /** @type {Map<string, Message>} */
  #known = new Map();
  /** @type {Message[] | null} Sorted, made when asked for. */
  #sorted = null;
  /** @type {string | null} */
  #before = null;
  #stop = new AbortController();
  #isReading = false;
  /** Pushes that carry messages of the customer, by the id of the message. @type {Map<string, Push>} */
  pushes = new Map();
  /** How many of the newest are shown. */
  shown = FIRST;
  isLoaded = false;

  /** @param {string} contactId */
  constructor(contactId) {
    super();
    this.contactId = contactId;
  }

  /** Oldest first. @returns {Message[]} */
  get messages() {
    this.#sorted ??= [...this.#known.values()].map(message => ({ message, at: Date.parse(message.at) }))
      .sort((a, b) => a.at - b.at || (a.message.id < b.message.id ? -1 : 1)).map(({ message }) => message);
    return this.#sorted.slice(-this.shown);
  }

  get hasOlder() {
    return this.#before !== null || this.#known.size > this.shown;
  }

  /** The newest message of the business, if the customer has not written since: its buttons can be pressed. */
  get pressable() {
    const last = this.messages.at(-1);
    return last?.direction === 'outbound' ? last : null;
  }

  start() {
    const { signal } = this.#stop;
    live.addEventListener('event', event => this.#apply(/** @type {CustomEvent} */ (event).detail), { signal });
    live.addEventListener('again', () => void this.load(), { signal });
    void this.load();
  }

  stop() {
    this.#stop.abort();
  }

  async load() {
    try {
      const [page, pushed] = await Promise.all([this.#read(FIRST), get(`/_sandbox/webhooks?type=messages&order=newest&limit=${FIRST}&contactId=${encodeURIComponent(this.contactId)}`)]);
      pushed.pushes.reverse().forEach((/** @type {Push} */ push) => this.#note(push));
      // What the stream brought meanwhile may be newer than what was read.
      const newest = page.messages[0]?.at ?? '';
      const meanwhile = [...this.#known.values()].filter(message => message.at > newest);
      this.#known = new Map([...page.messages, ...(this.isLoaded ? [] : meanwhile)].map((/** @type {Message} */ message) => [message.id, message]));
      this.#before = page.next ?? null;
      this.shown = FIRST;
      this.isLoaded = true;
      this.#changed();
    } catch {
      // The top bar says that the connection is lost; the stream asks again when it is back.
    }
  }

  async loadOlder() {
    if (this.#isReading || !this.hasOlder) {
      return;
    }

    this.#isReading = true;
    try {
      if (this.#known.size < this.shown + MORE && this.#before !== null) {
        const page = await this.#read(MORE, this.#before);
        page.messages.forEach((/** @type {Message} */ message) => this.#known.has(message.id) || this.#known.set(message.id, message));
        this.#before = page.next ?? null;
      }

      this.shown = Math.min(this.shown + MORE, this.#known.size);
      this.#changed();
    } finally {
      this.#isReading = false;
    }
  }

  /** Shows only the newest again, so that a long conversation stays light. */
  trim() {
    if (this.shown > FIRST) {
      this.shown = FIRST;
      this.#changed();
    }
  }

  /** @param {number} limit @param {string} [before] */
  #read(limit, before) {
    return get(`/_sandbox/messages?order=newest&limit=${limit}&contactId=${encodeURIComponent(this.contactId)}${before ? `&before=${before}` : ''}`);
  }

  /** @param {import('../../live.js').WorkspaceEvent} event */
  #apply({ kind, contactId, message, push }) {
    if (kind === 'push' && contactId === this.contactId && this.#note(push)) {
      this.#changed();
    } else if (kind === 'reset') {
      this.#known.clear();
      this.pushes.clear();
      this.#before = null;
      this.#changed();
    } else if (kind === 'snapshots') {
      void this.load();
    } else if (contactId === this.contactId && message && (kind !== 'status' || this.#known.has(message.id))) {
      const isNew = !this.#known.has(message.id);
      this.#known.set(message.id, message);
      if (isNew && this.shown > FIRST) {
        // The reader looks at older ones: keep them in the list.
        this.shown++;
      }

      this.#changed();
    }
  }

  /** @param {Push} push @returns {boolean} True if it carries a message of the customer. */
  #note(push) {
    if (push.type === 'messages' && push.messageId) {
      this.pushes.set(push.messageId, push);
      return true;
    }

    return false;
  }

  #changed() {
    this.#sorted = null;
    this.dispatchEvent(new Event('change'));
  }
}
