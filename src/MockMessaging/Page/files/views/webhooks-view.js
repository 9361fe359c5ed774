// Webhooks: who gets pushes, what failed and why, and every push with its attempts.
import { get } from '../api.js';
import { h, keyed, listen, perFrame, replace, stop } from '../dom.js';
import { count } from '../format.js';
import { live } from '../live.js';
import { href, route } from '../router.js';
import { attempt, emptyState } from '../ui.js';
import { Paged } from './paged.js';
import { calmly, segmented } from './parts.js';
import { PushFailures, causeOf } from './push-failures.js';
import { PushRow } from './push-row.js';
import './webhook-apps.js';

const PUSHES = '/_sandbox/webhooks';
const PAUSE_MS = 500;
/** @type {[string, string][]} */
const STATES = [['', 'All'], ['waiting', 'Waiting'], ['delivered', 'Delivered'], ['failed', 'Failed'], ['skipped', 'Not sent']];
const WAITING = ['pending', 'held', 'retrying'];
const CHANGES = new Set(['push', 'sent', 'inbound', 'status', 'session']);

/** All that wait; few enough for one page. What no longer waits leaves the list. @extends {Paged<any>} */
class WaitingPushes extends Paged {
  async page() {
    const lists = await Promise.all(WAITING.map(waiting => get(`${PUSHES}?state=${waiting}&limit=1000`)));
    this.items = [];
    return { items: lists.flatMap(list => list.pushes).sort((one, other) => other.createdAt.localeCompare(one.createdAt) || other.id.localeCompare(one.id)), next: null };
  }
}

/** @param {any} push */
const idOf = push => push.id;
/** @param {any} push */
const wordsOf = push => `${push.type} ${push.subject} ${push.contactId} ${push.messageId ?? ''} ${push.url ?? ''} ${push.state} ${causeOf(push)} ${push.fault ?? ''}`.toLowerCase();

class WebhooksView extends HTMLElement {
  #state = '';
  #paged = new Paged(PUSHES, 'pushes', idOf);
  /** The group of failures looked at. @type {{ url: string, cause: string } | null} */
  #group = null;
  #failures = new PushFailures(pushes => void this.#choose(pushes[0].state === 'retrying' ? 'waiting' : pushes[0].state, { url: pushes[0].url ?? '', cause: causeOf(pushes[0]) }));
  #list = h('div', { class: 'entries panel' });
  #empty = h('div');
  #foot = h('div', { class: 'entries-foot' });
  #states = h('div');
  #search = h('input', { type: 'search', class: 'input', placeholder: 'Filter: READ +91 …', 'aria-label': 'Filter pushes', 'data-test': 'filter', oninput: () => this.#draw() });
  #draw = perFrame(() => this.#show());

  connectedCallback() {
    this.className = 'view';
    const readSoon = calmly(() => this.#paged.read(), PAUSE_MS);
    const failuresSoon = calmly(() => this.#readFailures(), PAUSE_MS);
    listen(this, route, 'change', () => void this.#open());
    listen(this, live, 'again', () => void this.#open());
    listen(this, document, 'close-all', () => this.#list.querySelectorAll('push-row').forEach(row => /** @type {PushRow} */ (row).close()));
    listen(this, live, 'event', ({ detail }) => {
      if (detail.kind === 'reset') {
        void this.#open();
      } else if (CHANGES.has(detail.kind)) {
        readSoon();
        failuresSoon();
        if (detail.push) {
          this.#paged.put(detail.push);
        }
      }
    });
    void this.#open();
  }

  disconnectedCallback() {
    stop(this);
  }

  async #open() {
    if (route.view !== 'webhooks') {
      return;
    }

    if (route.parts[0]) {
      await this.#openOne(route.parts[0]);
      return;
    }

    replace(this, h('div', { class: 'stack' }, h('header', { class: 'view-head' }, h('h1', null, 'Webhooks')), h('webhook-apps'), this.#failures,
      h('header', { class: 'view-head' }, h('h2', null, 'Pushes'), this.#search, this.#states), this.#list, this.#empty, this.#foot));
    void this.#readFailures();
    await this.#choose(this.#state, this.#group);
  }

  /** A push alone, by a link. @param {string} id */
  async #openOne(id) {
    const list = h('div', { class: 'entries panel' });
    replace(this, h('div', { class: 'stack' }, h('header', { class: 'view-head' }, h('h1', null, 'Push'), h('a', { href: href('webhooks') }, 'All webhooks')), list));
    await attempt(async () => {
      const { push } = await get(`${PUSHES}/${encodeURIComponent(id)}`);
      const row = new PushRow();
      row.push = push;
      replace(list, row);
      row.open();
    });
  }

  /** @param {string} chosen @param {{ url: string, cause: string } | null} [group] */
  async #choose(chosen, group = null) {
    this.#state = chosen;
    this.#group = group;
    this.#paged = chosen === 'waiting' ? new WaitingPushes(PUSHES, 'pushes', idOf) : new Paged(chosen ? `${PUSHES}?state=${chosen}` : PUSHES, 'pushes', idOf);
    this.#paged.addEventListener('change', () => this.#draw());
    replace(this.#states, segmented('Which pushes', STATES, chosen, value => void this.#choose(value)));
    await this.#paged.read();
  }

  #show() {
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const group = this.#group;
    const shown = this.#paged.items.filter(push => (!group || ((push.url ?? '') === group.url && causeOf(push) === group.cause)) && words.every(word => wordsOf(push).includes(word)));
    keyed(this.#list, shown, idOf, () => new PushRow(), (row, push) => row.push = push);
    replace(this.#empty, this.#paged.isRead && !shown.length ? this.#nothing() : null);
    const { evicted = 0 } = this.#paged.rest;
    replace(this.#foot,
      group ? h('button', { type: 'button', class: 'button', onclick: () => void this.#choose('') }, 'Show all pushes') : null,
      this.#paged.next ? h('button', { type: 'button', class: 'button', onclick: () => void attempt(() => this.#paged.readOlder()) }, 'Show older pushes') : null,
      shown.length ? h('span', { class: 'muted small' }, `${count(shown.length)} shown${evicted ? `, ${count(evicted)} older ones forgotten` : ''}`) : null);
  }

  #nothing() {
    return this.#paged.items.length || this.#state || this.#group
      ? emptyState({ icon: 'search', title: 'No push matches', text: 'Choose “All”, or take words out of the filter.' })
      : emptyState({ icon: 'webhooks', title: 'No push yet', text: 'A push is made when a customer writes or a message takes a status. Let a customer write:', call: { method: 'POST', path: '/_sandbox/inbound', body: { from: { phone: '+919988776655' }, text: { body: 'Where is my order?' } } } });
  }

  async #readFailures() {
    const lists = await Promise.all(['failed', 'retrying', 'skipped'].map(failing => get(`${PUSHES}?state=${failing}&order=newest&limit=${PushFailures.READ}`))).catch(() => null);
    if (!lists) {
      return;
    }

    this.#failures.show(lists.flatMap(list => list.pushes));
  }
}

customElements.define('webhooks-view', WebhooksView);
