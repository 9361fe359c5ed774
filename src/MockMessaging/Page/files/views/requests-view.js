// The journal: every request to the API, newest first, refused ones too.
import { h, keyed, listen, perFrame, replace, stop } from '../dom.js';
import { count } from '../format.js';
import { live } from '../live.js';
import { href, route } from '../router.js';
import { attempt, emptyState } from '../ui.js';
import { Paged } from './paged.js';
import { calmly, segmented } from './parts.js';
import { findRequest, requestRow } from './request-row.js';
import { RequestVerify } from './request-verify.js';

/** @type {[string, string][]} */
const KINDS = [['all', 'All'], ['sends', 'Sends'], ['refused', 'Refused'], ['odd', 'Faults and warnings']];

/** @type {Record<string, (request: any) => boolean>} */
const FILTERS = {
  all: () => true,
  sends: request => request.path.endsWith('/message/send'),
  refused: request => request.status >= 400 || request.status === 0,
  odd: request => Boolean(request.fault || request.warnings),
};

/** @param {any} request */
const wordsOf = request => `${request.method} ${request.path} ${request.query ?? ''} ${request.status} ${request.fault ?? ''} ${request.contactId ?? ''} ${JSON.stringify(request.body ?? '')}`.toLowerCase();

class RequestsView extends HTMLElement {
  #paged = new Paged('/_sandbox/requests', 'requests', request => String(request.number));
  #kind = 'all';
  #verify = new RequestVerify();
  #list = h('div', { class: 'entries panel' });
  #empty = h('div');
  #foot = h('div', { class: 'entries-foot' });
  #search = h('input', { type: 'search', class: 'input', placeholder: 'Filter: POST send 429 …', 'aria-label': 'Filter requests', 'data-test': 'filter', oninput: () => this.#draw() });
  #draw = perFrame(() => this.#show());

  connectedCallback() {
    this.className = 'view';
    const readSoon = calmly(() => this.#paged.read());
    listen(this, this.#paged, 'change', () => this.#draw());
    listen(this, route, 'change', () => void this.#open());
    listen(this, live, 'again', () => void this.#paged.begin());
    listen(this, document, 'close-all', () => this.#list.querySelectorAll('details[open]').forEach(row => row.removeAttribute('open')));
    listen(this, live, 'event', ({ detail }) => {
      if (detail.kind === 'reset') {
        void this.#paged.begin();
      } else if (detail.kind === 'request') {
        readSoon();
      }
    });
    void this.#open();
  }

  disconnectedCallback() {
    stop(this);
  }

  async #open() {
    if (route.view !== 'requests') {
      return;
    }

    if (route.parts[0]) {
      await this.#openOne(Number(route.parts[0]));
      return;
    }

    replace(this, h('div', { class: 'stack' },
      h('header', { class: 'view-head' }, h('h1', null, 'Requests'), this.#search, segmented('Which requests', KINDS, this.#kind, kind => {
        this.#kind = kind;
        this.#draw();
      })),
      this.#verify, this.#list, this.#empty, this.#foot));
    await this.#paged.read();
  }

  /** A request alone, by a link. @param {number} number */
  async #openOne(number) {
    const head = h('header', { class: 'view-head' }, h('h1', null, `Request ${number}`), h('a', { href: href('requests') }, 'All requests'));
    const list = h('div', { class: 'entries panel' });
    replace(this, h('div', { class: 'stack' }, head, list));
    await attempt(async () => {
      const request = await findRequest(number);
      const row = request && requestRow(request, () => {});
      row?.setAttribute('open', '');
      replace(list, row ?? emptyState({ icon: 'requests', title: 'This request is forgotten', text: 'The journal keeps the newest requests only, and a reset empties it.' }));
    });
  }

  #show() {
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = this.#paged.items.filter(request => FILTERS[this.#kind](request) && (!words.length || words.every(word => wordsOf(request).includes(word))));
    keyed(this.#list, shown, request => String(request.number), request => requestRow(request, like => this.#verify.fill(like)));
    replace(this.#empty, this.#paged.isRead && !shown.length ? this.#nothing() : null);
    replace(this.#foot, this.#footOf(shown.length));
  }

  #nothing() {
    return this.#paged.items.length
      ? emptyState({ icon: 'search', title: 'No request matches', text: this.#paged.next ? 'Older ones were not searched yet.' : 'Take words out of the filter.' })
      : emptyState({
        icon: 'requests', title: 'No request yet', text: 'Requests of your application to /api/v1 appear here. Send the first one:',
        call: { method: 'POST', path: '/api/v1/message/send', body: { channelId: 'wa360:918828218374', to: { phone: '+91 99887 76655' }, type: 'text', text: { body: 'Hello' } } },
      });
  }

  /** @param {number} shown */
  #footOf(shown) {
    const { evicted = 0 } = this.#paged.rest;
    return [
      this.#paged.next ? h('button', { type: 'button', class: 'button', onclick: () => void attempt(() => this.#paged.readOlder()) }, 'Show older requests') : null,
      this.#paged.items.length ? h('span', { class: 'muted small' }, `${count(shown)} shown${shown < this.#paged.items.length ? ` of ${count(this.#paged.items.length)} read` : ''}${evicted ? `, ${count(evicted)} older ones forgotten` : ''}`) : null,
    ];
  }
}

customElements.define('requests-view', RequestsView);
