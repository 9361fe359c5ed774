// A list of the control plane, newest first: a page of 100, older ones when asked for, new ones as they come.
import { get } from '../api.js';

const PAGE = 100;
/** At most this many pages are read to close a gap. If even more came meanwhile, the list starts again with the newest page. */
const GAP_PAGES = 10;
/** More items than this make the list start again, so that a tab can stay open for days. */
const MOST = 3000;

/** @template I */
export class Paged extends EventTarget {
  /** @type {I[]} Newest first. */
  items = [];
  /** What the last response held beside the items. @type {any} */
  rest = {};
  isRead = false;
  /** @type {string | null} Where older ones go on; null if there are none. */
  next = null;

  #reading = false;
  #again = false;
  #generation = 0;

  /**
   * Fires `change` when its items changed, and `failed` (detail: the error) when they could not be read.
   * @param {string} path With its query, such as `/_sandbox/requests`.
   * @param {string} part The property of the response that has the items.
   * @param {(item: I) => string} keyOf
   */
  constructor(path, part, keyOf) {
    super();
    this.path = path;
    this.part = part;
    this.keyOf = keyOf;
  }

  /** Reads the newest page again and puts what is new on top. */
  async read() {
    if (this.#reading) {
      this.#again = true;
      return;
    }

    this.#reading = true;
    const generation = this.#generation;
    try {
      const { items, next } = await this.#newest();
      if (generation === this.#generation) {
        this.#merge(items, next);
      }
    } catch (error) {
      this.dispatchEvent(new CustomEvent('failed', { detail: error }));
    } finally {
      this.#reading = false;
    }

    if (this.#again) {
      this.#again = false;
      await this.read();
    }
  }

  async readOlder() {
    if (this.next === null) {
      return;
    }

    const generation = this.#generation;
    const { items, next } = await this.page(`&before=${encodeURIComponent(this.next)}`);
    if (generation === this.#generation) {
      const known = new Set(this.items.map(this.keyOf));
      this.items = [...this.items, ...items.filter(item => !known.has(this.keyOf(item)))];
      this.next = next;
      this.dispatchEvent(new Event('change'));
    }
  }

  /** Changes an item that is in the list. @param {I} item */
  put(item) {
    const at = this.items.findIndex(one => this.keyOf(one) === this.keyOf(item));
    if (at >= 0) {
      this.items = this.items.map((one, index) => index === at ? item : one);
      this.dispatchEvent(new Event('change'));
    }
  }

  /** Starts again, after a reset. */
  async begin() {
    this.#generation++;
    Object.assign(this, { items: [], next: null, isRead: false });
    await this.read();
  }

  /** Everything that is newer than what the list has, as far as a few pages go. */
  async #newest() {
    const known = new Set(this.items.map(this.keyOf));
    let { items, next } = await this.page('');
    for (let page = 1; known.size && next !== null && page < GAP_PAGES && !items.some(item => known.has(this.keyOf(item))); page++) {
      const older = await this.page(`&before=${encodeURIComponent(next)}`);
      items = [...items, ...older.items];
      next = older.next;
    }

    return { items, next };
  }

  /** @param {I[]} items @param {string | null} next */
  #merge(items, next) {
    const fresh = new Set(items.map(this.keyOf));
    const older = this.items.filter(item => !fresh.has(this.keyOf(item)));
    const overlaps = older.length < this.items.length && items.length + older.length <= MOST;
    this.items = overlaps ? [...items, ...older] : items;
    this.next = overlaps && older.length > 0 ? this.next : next;
    this.isRead = true;
    this.dispatchEvent(new Event('change'));
  }

  /** Reads one page. @param {string} more What is added to the query. @returns {Promise<{ items: I[], next: string | null }>} */
  async page(more) {
    const { [this.part]: items, next, ...rest } = await get(`${this.path}${this.path.includes('?') ? '&' : '?'}order=newest&limit=${PAGE}${more}`);
    this.rest = rest;
    return { items, next: next ?? null };
  }
}
