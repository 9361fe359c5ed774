// The timeline of one message: a line for everything that happened, on one axis, each with its bytes on a click.
import { get } from '../api.js';
import { every, h, keyed, listen, replace, stop } from '../dom.js';
import { full, relative, span, timeMs } from '../format.js';
import { icon } from '../icons.js';
import { live } from '../live.js';
import { href } from '../router.js';
import { state } from '../state.js';
import { attempt, copyButton, emptyState, pretty } from '../ui.js';
import { badge, calmly, contactWords } from './parts.js';
import { pushDetail } from './push-row.js';
import { requestDetail } from './request-row.js';
import { Axis, scale, track } from './timeline-axis.js';
import { endOf, KINDS, markdown, readMessage, rowsOf, withIdle } from './timeline-rows.js';

/** @typedef {import('./timeline-rows.js').Row} Row */

const TICK_MS = 500;

class MessageTimeline extends HTMLElement {
  #list = h('div', { class: 'lines' });
  #scale = h('div', { class: 'line scale-line' });
  #actions = h('div', { class: 'entry-actions' });
  /** @type {any} */
  #read = null;
  /** @type {Row[]} */
  #rows = [];
  #axis = new Axis([]);

  connectedCallback() {
    this.classList.add('message-timeline');
    const readSoon = calmly(() => this.refresh());
    listen(this, live, 'event', ({ detail }) => {
      if (detail.messageId === this.dataset.id || detail.kind === 'reset' || detail.kind === 'clock') {
        readSoon();
      }
    });
    listen(this, live, 'again', readSoon);
    listen(this, state, 'change', () => this.#tick());
    every(this, TICK_MS, () => this.#tick());
    void this.refresh();
  }

  disconnectedCallback() {
    stop(this);
  }

  async refresh() {
    const id = this.dataset.id ?? '';
    try {
      this.#read = await readMessage(id);
    } catch {
      replace(this, emptyState({ icon: 'timeline', title: 'This message is not here', text: `No message has the id ${id}; a reset may have removed it.` }));
      return;
    }

    this.#rows = rowsOf(this.#read);
    this.#axis = new Axis(this.#rows.flatMap(row => [row.at, endOf(row)]));
    if (!this.#list.isConnected) {
      replace(this, this.dataset.alone === undefined ? null : headOf(this.#read.message), this.#scale, this.#list, this.#actions);
      replace(this.#actions, this.#buttons());
    }

    replace(this.#scale, h('span'), h('span'), scale(this.#axis));
    keyed(this.#list, withIdle(this.#rows), row => row.key, row => row.kind === 'idle' ? h('div', { class: 'idle' }) : new TimelineLine(row.kind), (element, row) => {
      if (row.kind === 'idle') {
        element.textContent = `${span(row.ms)} nothing`;
      } else {
        element.show(row, this.#rows[0].at, this.#axis);
      }
    });
    this.#tick();
  }

  #buttons() {
    const { message } = this.#read;
    return [
      copyButton('Copy as Markdown', () => markdown(this.#read.message, this.#rows), { 'data-test': 'copy-markdown' }),
      copyButton('Copy as JSON', () => pretty(this.#read), { 'data-test': 'copy-json' }),
      h('a', { class: 'button small quiet', href: href('chats', message.contactId) }, icon('chats'), 'Conversation'),
      h('a', { class: 'button small quiet', href: href('timeline', message.id) }, icon('link'), 'Link to this timeline'),
    ];
  }

  /** Updates how soon things are due, and the line that marks the present. */
  #tick() {
    const isDue = this.#rows.some(row => row.kind === 'due');
    this.toggleAttribute('data-due', isDue);
    if (isDue) {
      this.style.setProperty('--now', this.#axis.at(state.now()).toFixed(4));
      this.#list.querySelectorAll('timeline-line[data-kind=due]').forEach(line => /** @type {TimelineLine} */ (line).tick());
    }
  }
}

/** @param {any} message */
const headOf = message => h('div', { class: 'timeline-head' },
  h('p', { class: 'timeline-text', dir: 'auto' }, message.text ?? message.templateCode ?? message.type),
  h('p', { class: 'row muted small' }, message.direction === 'inbound' ? 'from ' : 'to ', h('b', { dir: 'auto' }, contactWords(message.contactId)), `on ${message.channelId}`,
    badge(message.type), message.outcome ? badge(`outcome ${message.outcome}`) : null, h('code', { class: 'mono' }, message.id)));

class TimelineLine extends HTMLElement {
  #shown = '';
  #head;
  #after = h('span', { class: 'line-after' });
  #content = h('div', { class: 'entry-body' });
  /** @type {Row | null} */
  #row = null;

  /** @param {Row['kind']} kind Only lines with bytes open. */
  constructor(kind) {
    super();
    const opens = kind === 'request' || kind === 'push' || kind === 'attempt';
    this.dataset.kind = kind;
    this.#head = opens ? h('summary', { class: 'line', 'data-row': '' }) : h('div', { class: 'line' });
    const content = this.#content;
    /** @type {HTMLDetailsElement | null} */
    const details = opens ? h('details', { ontoggle: () => { this.toggleAttribute('open', details?.open); void this.#fill(details?.open ?? false); } }, this.#head, content) : null;
    this.details = details;
  }

  connectedCallback() {
    this.setAttribute('data-test', 'timeline-row');
    this.style.setProperty('--depth', String(KINDS[/** @type {Row['kind']} */ (this.dataset.kind)].depth));
    if (!this.firstChild) {
      this.append(this.details ?? this.#head);
    }
  }

  /** @param {Row} row @param {number} start @param {Axis} axis */
  show(row, start, axis) {
    this.#row = row;
    const mark = { from: row.at, to: endOf(row), tone: row.tone, isDue: row.kind === 'due' };
    const signature = [row.at - start, row.word, row.cause, row.durationMs, axis.at(row.at), axis.at(endOf(row)), axis.folds.length, axis.folds[0]?.left].join();
    if (signature !== this.#shown) {
      this.#shown = signature;
      replace(this.#head,
        h('span', { class: 'line-time numbers' }, h('time', { datetime: full(row.at), title: full(row.at) }, timeMs(row.at)), h('span', null, `+${span(row.at - start)}`)),
        h('span', { class: 'line-main' }, icon(KINDS[row.kind].icon),
          h('span', { class: 'line-words' }, h('span', { class: 'line-title' }, row.title), row.word ? badge(row.word, row.tone) : null, row.durationMs !== undefined ? h('span', { class: 'muted numbers' }, span(row.durationMs)) : null,
            this.#after, row.text ? h('span', { class: 'muted line-text', dir: 'auto' }, row.text) : null, row.cause ? h('span', { class: 'line-cause', dir: 'auto' }, row.cause) : null)),
        track(axis, [mark]));
      void this.#fill(this.details?.open ?? false);
    }
  }

  tick() {
    this.#after.textContent = this.#row ? relative(this.#row.at) : '';
  }

  /** @param {boolean} isOpen */
  async #fill(isOpen) {
    const row = this.#row;
    if (isOpen && row) {
      await attempt(async () => replace(this.#content, row.request ? requestDetail(row.request) : pushDetail(await get(`/_sandbox/webhooks/${row.push.id}`))));
    }
  }
}

customElements.define('timeline-line', TimelineLine);
customElements.define('message-timeline', MessageTimeline);
