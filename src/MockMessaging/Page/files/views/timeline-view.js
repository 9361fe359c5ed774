// Timeline: of one message by its link, or of everything, the newest first.
import { get } from '../api.js';
import { h, keyed, listen, perFrame, replace, stop } from '../dom.js';
import { count, day, span, time } from '../format.js';
import { live } from '../live.js';
import { href, route } from '../router.js';
import { attempt, copyButton, emptyState, pretty } from '../ui.js';
import { FlowRow } from './flow-row.js';
import { Paged } from './paged.js';
import { calmly, segmented } from './parts.js';
import { Axis, scale } from './timeline-axis.js';
import { flowsOf, stretchesOf } from './timeline-flows.js';

/** @typedef {import('./timeline-flows.js').Flow} Flow */
/** @typedef {import('./timeline-flows.js').Stretch} Stretch */

const PAUSE_MS = 500;
const PAGES_OF_PUSHES = 8;
/** @type {[string, string][]} */
const KINDS = [['all', 'All'], ['sent', 'Sent'], ['received', 'Received'], ['wrong', 'Went wrong']];

/** @type {Record<string, (flow: Flow) => boolean>} */
const FILTERS = {
  all: () => true,
  sent: flow => flow.message?.direction === 'outbound' || flow.request !== null,
  received: flow => flow.message?.direction === 'inbound',
  wrong: flow => flow.marks.some(mark => mark.tone === 'bad') || ['FAILD', 'CCWIN', 'LIMIT', 'BLCKD'].includes(flow.message?.status),
};

class TimelineView extends HTMLElement {
  #messages = new Paged('/_sandbox/messages', 'messages', one => one.id);
  #requests = new Paged('/_sandbox/requests', 'requests', one => String(one.number));
  #pushes = new Paged('/_sandbox/webhooks', 'pushes', one => one.id);
  /** @type {any[]} */
  #due = [];
  /** @type {Flow[]} */
  #flows = [];
  #kind = 'all';
  #isRead = false;
  #list = h('div', { class: 'entries panel flows' });
  #empty = h('div');
  #foot = h('div', { class: 'entries-foot' });
  #search = h('input', { type: 'search', class: 'input', placeholder: 'Filter: +91 order READ …', 'aria-label': 'Filter the timeline', 'data-test': 'filter', oninput: () => this.#draw() });
  #draw = perFrame(() => this.#show());

  connectedCallback() {
    this.className = 'view';
    const readSoon = calmly(() => this.#read(), PAUSE_MS);
    listen(this, route, 'change', () => void this.#open());
    listen(this, live, 'again', () => void this.#begin());
    listen(this, document, 'close-all', () => this.#list.querySelectorAll('flow-row[open]').forEach(row => /** @type {FlowRow} */ (row).close()));
    listen(this, live, 'event', ({ detail }) => {
      if (!route.parts[0]) {
        detail.kind === 'reset' ? void this.#begin() : readSoon();
      }
    });
    void this.#open();
  }

  disconnectedCallback() {
    stop(this);
  }

  async #open() {
    if (route.view !== 'timeline') {
      return;
    }

    const [id] = route.parts;
    if (id) {
      replace(this, h('div', { class: 'stack' }, h('header', { class: 'view-head' }, h('h1', null, 'Timeline of a message'), h('a', { href: href('timeline') }, 'Timeline of everything')),
        h('div', { class: 'panel' }, h('message-timeline', { 'data-id': id, 'data-alone': true }))));
      return;
    }

    replace(this, h('div', { class: 'stack' }, h('header', { class: 'view-head' }, h('h1', null, 'Timeline'), this.#search, segmented('What to show', KINDS, this.#kind, kind => {
      this.#kind = kind;
      this.#draw();
    })), this.#list, this.#empty, this.#foot));
    await this.#read();
  }

  async #begin() {
    await Promise.all([this.#messages, this.#requests, this.#pushes].map(paged => paged.begin()));
    await this.#read();
  }

  async #read() {
    try {
      const [{ due }] = await Promise.all([get('/_sandbox/clock/due?limit=1000'), this.#messages.read(), this.#requests.read(), this.#pushes.read()]);
      this.#due = due;
      await this.#readPushesOfMessages();
      this.#isRead = true;
      this.#draw();
    } catch {
      // The line below the top bar says that the server cannot be reached.
    }
  }

  /** Pushes of all messages read so far, as far as a few pages go. */
  async #readPushesOfMessages() {
    const oldest = this.#messages.items[this.#messages.items.length - 1]?.at ?? '';
    for (let page = 0; page < PAGES_OF_PUSHES && this.#pushes.next && this.#pushes.items[this.#pushes.items.length - 1].createdAt > oldest; page++) {
      await this.#pushes.readOlder();
    }
  }

  /** Before this moment, only some of the lists are read. */
  #cutoff() {
    return Math.max(...[this.#messages, this.#requests, this.#pushes].map(paged => paged.next ? Date.parse(paged.items[paged.items.length - 1].at ?? paged.items[paged.items.length - 1].createdAt) : 0));
  }

  async #readOlder() {
    const cutoff = this.#cutoff();
    await Promise.all([this.#messages, this.#requests].filter(paged => paged.next && Date.parse(paged.items[paged.items.length - 1].at) >= cutoff).map(paged => paged.readOlder()));
    await this.#pushes.readOlder();
    await this.#readPushesOfMessages();
    this.#draw();
  }

  #show() {
    if (!this.#isRead) {
      return;
    }

    const cutoff = this.#cutoff();
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    this.#flows = flowsOf(this.#messages.items, this.#requests.items, this.#pushes.items, this.#due)
      .filter(flow => flow.at >= cutoff && FILTERS[this.#kind](flow) && (!words.length || words.every(word => wordsOf(flow).includes(word))));
    const lines = stretchesOf(this.#flows).flatMap(linesOf);
    keyed(this.#list, lines, line => line.key, line => line.flow ? new FlowRow() : h('div', { class: line.stretch ? 'line scale-line stretch' : 'idle' }), (element, line) => {
      if (line.flow) {
        element.show(line.flow, line.axis);
      } else if (line.stretch) {
        replace(element, h('span', { class: 'stretch-range numbers' }, rangeOf(line.stretch)), scale(line.axis));
      } else {
        element.textContent = `${span(line.idleMs)} nothing`;
      }
    });
    replace(this.#empty, this.#flows.length ? null : this.#nothing());
    replace(this.#foot, this.#buttons());
  }

  #buttons() {
    const hasOlder = [this.#messages, this.#requests, this.#pushes].some(paged => paged.next);
    return [
      hasOlder ? h('button', { type: 'button', class: 'button', onclick: () => void attempt(() => this.#readOlder()) }, 'Show older') : null,
      this.#flows.length ? copyButton('Copy as Markdown', () => this.#flows.map(lineOf).reverse().join('\n'), { 'data-test': 'copy-markdown' }) : null,
      this.#flows.length ? copyButton('Copy as JSON', () => pretty(this.#flows.map(({ message, request, pushes, due }) => ({ message, request, pushes, due })).reverse()), { 'data-test': 'copy-json' }) : null,
      this.#flows.length ? h('span', { class: 'muted small' }, `${count(this.#flows.length)} shown`) : null,
    ];
  }

  #nothing() {
    return this.#messages.items.length + this.#requests.items.length
      ? emptyState({ icon: 'search', title: 'Nothing matches', text: 'Choose “All”, or take words out of the filter.' })
      : emptyState({ icon: 'timeline', title: 'Nothing has happened yet', text: 'Requests, statuses and pushes appear here in order of time. Let a customer write:', call: { method: 'POST', path: '/_sandbox/inbound', body: { from: { phone: '+919988776655' }, text: { body: 'Where is my order?' } } } });
  }
}

/** @param {Stretch} stretch */
const rangeOf = stretch => `${day(stretch.to)}, ${time(stretch.from)}${time(stretch.from) === time(stretch.to) ? '' : ` to ${time(stretch.to)}`}`;

/** The lines of a stretch: its axis, its flows, and the idle time before it. @param {Stretch} stretch @returns {any[]} */
function linesOf(stretch) {
  const axis = new Axis(stretch.flows.flatMap(flow => flow.marks.flatMap(mark => [mark.from, mark.to ?? mark.from])));
  return [
    { key: `axis ${stretch.key}`, stretch, axis },
    ...stretch.flows.map(flow => ({ key: flow.key, flow, axis })),
    ...(stretch.idleMs ? [{ key: `idle ${stretch.key}`, idleMs: stretch.idleMs }] : []),
  ];
}

/** @param {Flow} flow */
const wordsOf = flow => [flow.message?.text, flow.message?.contactId, flow.message?.status, flow.message?.type, flow.key, flow.request?.path, flow.request?.status, ...flow.pushes.map(push => `${push.subject} ${push.state} ${push.contactId}`)].join(' ').toLowerCase();

/** @param {Flow} flow */
const lineOf = flow => `- ${time(flow.at)} ${flow.message ? `${flow.message.direction} ${flow.message.contactId} “${flow.message.text ?? flow.message.type}” ${flow.message.status}` : flow.request ? `${flow.request.method} ${flow.request.path} ${flow.request.status}` : flow.pushes[0].subject}${flow.pushes.length ? ` (pushes: ${flow.pushes.map(push => `${push.subject} ${push.state}`).join(', ')})` : ''}`;

customElements.define('timeline-view', TimelineView);
