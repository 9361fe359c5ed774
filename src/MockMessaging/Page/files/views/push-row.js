// A push: one line, and when opened its bytes, its attempts and what can be done with it.
import { get, send } from '../api.js';
import { h, replace } from '../dom.js';
import { counted, full, httpTone, span, timeMs } from '../format.js';
import { icon } from '../icons.js';
import { href } from '../router.js';
import { attempt, copyButton, pretty, toast } from '../ui.js';
import { badge, bytes, contactWords, httpBadge, pushCurl } from './parts.js';

/** @type {Record<string, { word: string, tone: import('./parts.js').Tone | 'info', hint: string }>} */
const STATES = {
  pending: { word: 'waiting', tone: 'info', hint: 'Waits for its turn, or for the response of the receiver.' },
  held: { word: 'held back', tone: 'warn', hint: 'A fault holds it back until its time comes.' },
  retrying: { word: 'to be tried again', tone: 'warn', hint: 'The last attempt failed; it is tried again.' },
  delivered: { word: 'delivered', tone: 'good', hint: 'The receiver accepted it.' },
  failed: { word: 'failed', tone: 'bad', hint: 'Attempted without success; not tried again.' },
  skipped: { word: 'not sent', tone: '', hint: 'Never attempted.' },
};

/** @type {Record<string, string>} */
const TYPES = { messages: 'message', statuses: 'status', events: 'event', contactinfo: 'contact question', raw: 'made up' };

/** What the state of a push means. @param {string} state */
export const pushState = state => STATES[state] ?? { word: state, tone: '', hint: '' };

export class PushRow extends HTMLElement {
  #content = h('div', { class: 'entry-body' });
  #summary = h('summary', { 'data-row': '' });
  #details = h('details', { class: 'entry', ontoggle: () => this.#toggled() }, this.#summary, this.#content);
  #shown = '';
  /** @type {any} */
  #push = null;
  #filling = 0;

  connectedCallback() {
    this.setAttribute('data-test', 'push');
    if (!this.firstChild) {
      this.append(this.#details);
    }
  }

  /** @param {any} push Of GET /_sandbox/webhooks. */
  set push(push) {
    const signature = `${push.state} ${push.attempts.length} ${push.status ?? ''}`;
    this.#push = push;
    if (signature === this.#shown) {
      return;
    }

    this.#shown = signature;
    this.dataset.id = push.id;
    this.dataset.state = push.state;
    const { word, tone, hint } = pushState(push.state);
    replace(this.#summary,
      h('time', { class: 'entry-time', datetime: push.createdAt, title: full(push.createdAt) }, timeMs(push.createdAt)),
      h('span', { class: 'push-type' }, icon(push.type === 'messages' ? 'chats' : push.type === 'statuses' ? 'ticks' : 'info'), h('span', null, TYPES[push.type] ?? push.type), h('b', null, push.subject)),
      h('span', { class: 'entry-main muted', dir: 'auto', title: push.contactId }, contactWords(push.contactId), push.url ? ` → ${push.url}` : ''),
      h('span', { class: 'entry-notes' },
        push.fault ? badge(`fault ${push.fault}`, 'warn', 'This fault changed the push.') : null,
        push.replayOf ? badge('sent again') : null,
        push.attempts.length > 1 ? badge(counted(push.attempts.length, 'attempt')) : null,
        push.status && push.status >= 300 ? badge(push.status, httpTone(push.status)) : null),
      h('span', { class: 'entry-span' }, push.attempts.length ? span(push.attempts.at(-1).durationMs) : ''),
      badge(word, tone, hint));
    if (this.#details.open) {
      void this.#fill();
    }
  }

  open() {
    this.#details.open = true;
  }

  close() {
    this.#details.open = false;
  }

  #toggled() {
    this.setAttribute('aria-expanded', String(this.#details.open));
    this.toggleAttribute('open', this.#details.open);
    if (this.#details.open && !this.#content.firstChild) {
      void this.#fill();
    }
  }

  async #fill() {
    const filling = ++this.#filling;
    await attempt(async () => {
      const detail = await get(`/_sandbox/webhooks/${this.#push.id}`);
      if (filling === this.#filling) {
        replace(this.#content, pushDetail(detail));
      }
    });
  }
}

/** Everything known of a push. @param {any} detail GET /_sandbox/webhooks/{id} */
export function pushDetail(detail) {
  const { push } = detail;
  const why = push.reason ?? push.error;
  return [
    why ? h('p', { class: `note ${push.state === 'skipped' ? 'warn' : 'bad'}`, dir: 'auto' }, icon('warn'), h('span', null, why)) : null,
    push.fault ? h('p', { class: 'note warn' }, icon('fault'), h('span', null, 'The fault ', h('a', { href: href('setup', 'faults') }, push.fault), ' changed this push.')) : null,
    h('div', { class: 'pair' },
      bytes({ title: 'Push', line: push.url ? `POST ${push.url}` : 'No URL is registered', headers: { 'Content-Type': 'application/json', ...detail.headers }, body: detail.body }),
      h('section', { class: 'bytes' }, h('h2', null, counted(push.attempts.length, 'attempt')), attempts(push))),
    h('div', { class: 'entry-actions' },
      replayButton(push),
      copyButton('Copy as curl', () => pushCurl(detail), { 'data-test': 'copy-curl' }),
      copyButton('Copy as JSON', () => pretty(detail)),
      push.messageId ? h('a', { class: 'button small quiet', href: href('timeline', push.messageId) }, icon('timeline'), 'Timeline of the message') : null,
      push.request ? h('a', { class: 'button small quiet', href: href('requests', String(push.request)) }, icon('requests'), `Caused by request ${push.request}`) : null,
      h('a', { class: 'button small quiet', href: href('webhooks', push.id) }, icon('link'), 'Link to this push')),
  ];
}

/** @param {any} push */
const attempts = push => push.attempts.length
  ? h('ol', { class: 'attempts' }, push.attempts.map((/** @type {any} */ one, /** @type {number} */ index) => h('li', null,
    h('p', { class: 'row' }, h('b', null, `${index + 1}.`), h('time', { class: 'numbers', datetime: one.at }, timeMs(one.at)), httpBadge(one.status), h('span', { class: 'muted' }, span(one.durationMs))),
    one.cause ? h('p', { class: 'bad', dir: 'auto' }, one.cause) : null,
    one.answer ? h('pre', { dir: 'auto', tabindex: '0', 'aria-label': `Response of attempt ${index + 1}` }, one.answer) : null)))
  : h('p', { class: 'muted' }, pushState(push.state).hint);

/** @param {any} push */
function replayButton(push) {
  const button = h('button', { type: 'button', class: 'button small', 'data-test': 'replay', onclick: () => void attempt(async () => {
    const { push: again } = await send('POST', `/_sandbox/webhooks/${push.id}/replay`);
    toast(again.state === 'delivered' ? 'Sent again; the receiver accepted it.' : `Sent again: ${again.error ?? pushState(again.state).word}`, again.state === 'delivered' ? 'good' : 'bad');
  }, button) }, icon('replay'), 'Send again');
  return button;
}

customElements.define('push-row', PushRow);
