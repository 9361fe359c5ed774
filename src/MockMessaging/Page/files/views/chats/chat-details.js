// What is known of the open conversation, or of the message chosen in it.
import { every, h, listen, replace, setText, stop } from '../../dom.js';
import { counted, full, relative, short } from '../../format.js';
import { icon } from '../../icons.js';
import { live } from '../../live.js';
import { navigate } from '../../router.js';
import { state } from '../../state.js';
import { copyButton, pretty } from '../../ui.js';
import { messageDetails } from './message-details.js';
import { addressOf, avatar, kindOf, nameOf } from './people.js';
import { transcript } from './transcript.js';

/** @typedef {import('./people.js').Conversation} Conversation */

const READ_AFTER_MS = 150;
const TICK_MS = 1000;

class ChatDetails extends HTMLElement {
  /** @type {Conversation | null} */
  #conversation = null;
  #messageId = '';
  #shown = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  connectedCallback() {
    listen(this, live, 'event', ({ detail }) => {
      if (this.#messageId && (detail.messageId === this.#messageId || detail.kind === 'clock')) {
        this.#timer ??= setTimeout(() => this.#read(), READ_AFTER_MS);
      }
    });
    every(this, TICK_MS, () => this.#tick());
  }

  disconnectedCallback() {
    stop(this);
    clearTimeout(this.#timer);
  }

  /** @param {Conversation | null} conversation @param {string} messageId */
  show(conversation, messageId) {
    this.#conversation = conversation;
    const isOther = messageId !== this.#messageId;
    this.#messageId = messageId;
    if (messageId) {
      if (isOther) {
        this.#read();
      }
    } else {
      this.#showConversation();
    }
  }

  #read() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const id = this.#messageId;
    void messageDetails(id).then(content => {
      if (id === this.#messageId && id) {
        this.#shown = '';
        const place = h('div', { class: 'scroll', 'data-id': id }, content);
        const before = this.querySelector(`.scroll[data-id="${CSS.escape(id)}"]`);
        const open = before ? [...before.querySelectorAll('details')].map(fold => fold.open) : [];
        content.querySelectorAll('details').forEach((fold, at) => fold.open = open[at] ?? false);
        const top = before?.scrollTop ?? 0;
        replace(this, this.#head('Message'), place);
        place.scrollTop = top;
      }
    });
  }

  #showConversation() {
    const one = this.#conversation;
    const shown = JSON.stringify(one);
    if (shown === this.#shown) {
      return;
    }

    this.#shown = shown;
    if (!one) {
      replace(this);
      return;
    }

    const { session } = one;
    replace(this, this.#head('Conversation'), h('div', { class: 'scroll' }, h('div', { class: 'stack about' },
      h('div', { class: 'portrait' }, avatar(nameOf(one), one.contactId), h('h2', { dir: 'auto' }, nameOf(one)), addressOf(one) === nameOf(one) ? null : h('p', { class: 'muted', dir: 'auto' }, addressOf(one))),
      one.stopped ? h('p', { class: 'note bad small' }, 'This customer wrote STOP: messages become BLCKD until the customer writes START.') : null,
      one.careWindowUntil ? h('p', { class: 'note small', 'data-until': one.careWindowUntil, 'data-test': 'care-window' }) : null,
      h('dl', { class: 'facts small' },
        fact('Channel', `${kindOf(one.channelId)} · ${one.channelName ?? ''}`),
        fact('Channel id', one.channelId, true),
        fact('Contact id', one.contactId, true),
        one.email ? fact('E-mail', one.email) : null,
        fact('Messages', counted(one.messages, 'message')),
        fact('Unread', one.unread ? `${one.unread} delivered, not read` : 'none'),
        session ? fact('Session', `${session.status?.toLowerCase()}${session.queue ? `, ${session.queue}` : ''}${session.mode ? ` (${session.mode.toLowerCase()})` : ''}`) : null,
        session ? fact('Session id', session.id, true) : null,
        one.lastAt ? fact('Last message', short(one.lastAt), false, full(one.lastAt)) : null),
      h('div', { class: 'row' }, copyButton('JSON', () => pretty(one)), copyButton('Markdown', () => transcript(one))),
      h('p', { class: 'muted small' }, 'Press a message to see its statuses, pushes and what is still due.'))));
    this.#tick();
  }

  #tick() {
    for (const due of this.querySelectorAll('[data-due]')) {
      setText(due, relative(due.getAttribute('data-due') ?? ''));
    }

    const line = this.querySelector('[data-until]');
    const until = line?.getAttribute('data-until');
    if (line && until) {
      const isOpen = Date.parse(until) > state.now();
      line.className = `note small ${isOpen ? 'good' : 'warn'}`;
      const text = isOpen ? `Customer care window: open, closes ${relative(until)}.` : `Customer care window: closed ${relative(until)}. Only templates arrive.`;
      setText(line, text);
    }
  }

  /** @param {string} title */
  #head(title) {
    return h('header', null, h('h2', null, title), h('button', { type: 'button', class: 'button quiet square close', 'aria-label': 'Close', onclick: () => navigate('chats', this.#conversation?.contactId ?? '') }, icon('cross')));
  }
}

/** @param {string} name @param {string} value @param {boolean} [isCode] @param {string} [title] */
const fact = (name, value, isCode = false, title = '') => [h('dt', null, name), h('dd', { class: isCode ? 'mono' : '', dir: 'auto', title: title || null }, value)];

customElements.define('chat-details', ChatDetails);
