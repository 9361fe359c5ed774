// The customer's phone: what the business wrote on the left, what the customer wrote on the right.
import { send } from '../../api.js';
import { h, keyed, listen, perFrame, replace, setText, stop } from '../../dom.js';
import { day } from '../../format.js';
import { icon } from '../../icons.js';
import { href } from '../../router.js';
import { attempt, emptyState } from '../../ui.js';
import { makeBubble, updateBubble } from './bubble.js';
import './chat-composer.js';
import { addressOf, avatar, kindOf, nameOf, paint } from './people.js';
import { Thread } from './thread.js';

/** @typedef {import('./people.js').Message} Message */
/** @typedef {import('./people.js').Conversation} Conversation */

const AT_END_PX = 60;
const NEAR_TOP_PX = 300;

class ChatPhone extends HTMLElement {
  /** Set before it is shown. */
  contactId = '';
  selected = '';
  /** @type {Thread} */
  thread = /** @type {any} */ (null);
  #list = h('div', { class: 'messages rows' });
  #empty = h('div', { hidden: true }, emptyState({ icon: 'chats', title: 'Nothing here', text: 'This conversation has no message, or the workspace was reset.' }));
  #scroller = h('div', { class: 'scroll wall', tabindex: '-1', onscroll: () => this.#scrolled() }, this.#list, this.#empty);
  #picture = avatar('', '');
  #title = h('b', { class: 'ellipsis', dir: 'auto' });
  #subtitle = h('small', { class: 'ellipsis muted', dir: 'auto' });
  #newer = h('button', { type: 'button', class: 'button square newer', hidden: true, 'aria-label': 'To the newest message', onclick: () => this.#toEnd() }, icon('down'));
  #isAtEnd = true;

  connectedCallback() {
    this.thread = new Thread(this.contactId);
    replace(this, h('section', { class: 'device', 'aria-label': 'Phone of the customer' },
      h('header', null,
        h('a', { class: 'button quiet square back', href: href('chats'), 'aria-label': 'All conversations' }, icon('back')),
        this.#picture, h('button', { type: 'button', class: 'who', 'data-test': 'about', title: 'About this conversation', onclick: () => this.#select('') }, this.#title, this.#subtitle)),
      this.#scroller, this.#newer,
      h('chat-composer')));
    listen(this, this.thread, 'change', perFrame(() => this.#show()));
    listen(this, this.#list, 'click', event => this.#clicked(event));
    listen(this, this.#list, 'keydown', event => (event.key === 'Enter' || event.key === ' ') && event.target.matches('.message') && (event.preventDefault(), this.#clicked(event)));
    new ResizeObserver(() => this.#isAtEnd && this.#toEnd()).observe(this.#scroller);
    this.thread.start();
  }

  disconnectedCallback() {
    stop(this);
    this.thread.stop();
  }

  /** @param {Conversation} one */
  describe(one) {
    paint(this.#picture, one.channelName ?? kindOf(one.channelId), one.channelId);
    setText(this.#title, one.channelName ?? one.channelId);
    setText(this.#subtitle, `${kindOf(one.channelId)} · on the phone of ${[...new Set([nameOf(one), addressOf(one)])].map(isolated).join(', ')}`);
    const composer = /** @type {any} */ (this.querySelector('chat-composer'));
    composer.conversation = one;
  }

  /** @param {string} id */
  mark(id) {
    this.selected = id;
    this.#show();
  }

  #show() {
    const { messages, pushes, pressable, hasOlder, isLoaded } = this.thread;
    const wasAtEnd = this.#isAtEnd;
    const items = [...withDays(messages)];
    keyed(this.#list, items, item => item.key, item => item.message ? makeBubble(item.message) : h('p', { class: 'day' }, item.day),
      (element, { message }) => message && updateBubble(element, message, { isPressable: message === pressable, isSelected: message.id === this.selected, push: pushes.get(message.id), press: button => this.#press(button) }));
    this.classList.toggle('has-older', hasOlder);
    this.#empty.hidden = !isLoaded || messages.length > 0;
    if (wasAtEnd) {
      this.#toEnd();
    }
  }

  #toEnd() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    this.#isAtEnd = scrollTop + clientHeight > scrollHeight - AT_END_PX;
    this.#newer.hidden = this.#isAtEnd;
    if (scrollTop < NEAR_TOP_PX && !this.#isAtEnd) {
      void this.thread.loadOlder();
    } else if (this.#isAtEnd) {
      this.thread.trim();
    }
  }

  /** @param {Event} event */
  #clicked(event) {
    const bubble = /** @type {Element} */ (event.target).closest('.message');
    if (bubble && !getSelection()?.toString()) {
      const id = bubble.getAttribute('data-id') ?? '';
      this.#select(id === this.selected ? '' : id);
    }
  }

  /** @param {string} id A message, or nothing for the conversation itself. */
  #select(id) {
    this.dispatchEvent(new CustomEvent('choose', { detail: id, bubbles: true }));
  }

  /** @param {import('./people.js').Button} button */
  #press(button) {
    void attempt(() => send('POST', '/_sandbox/inbound', { from: { contactId: this.contactId }, channelId: this.thread.messages.at(-1)?.channelId, reply: { id: button.code, title: button.label, ...(button.description ? { desc: button.description } : {}) } }));
  }
}

/** Keeps a name of another writing direction from turning its neighbours. @param {string} text */
const isolated = text => `\u2068${text}\u2069`;

/** @param {Message[]} messages */
function* withDays(messages) {
  let last = '';
  for (const message of messages) {
    const name = day(message.at);
    if (name !== last) {
      last = name;
      yield { key: `day ${name}`, day: name, message: null };
    }

    yield { key: message.id, day: name, message };
  }
}

customElements.define('chat-phone', ChatPhone);
