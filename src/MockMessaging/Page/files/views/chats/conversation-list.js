// The list of conversations, newest first, with a search.
import { h, keyed, listen, perFrame, replace, setText, stop } from '../../dom.js';
import { full, short, statusOf } from '../../format.js';
import { icon } from '../../icons.js';
import { href, route } from '../../router.js';
import { state } from '../../state.js';
import { openNewCustomer } from './new-customer.js';
import { addressOf, avatar, kindOf, nameOf, paint, summaryOf } from './people.js';
import { ticks } from './ticks.js';

/** @typedef {import('./people.js').Conversation} Conversation */

const NEAR_END_PX = 400;

class ConversationList extends HTMLElement {
  /** Set by the view before it is shown. @type {import('./conversations.js').Conversations} */
  source = /** @type {any} */ (null);
  #list = h('div', { class: 'rows' });
  #search = h('input', { type: 'search', class: 'input', placeholder: 'Search', 'aria-label': 'Search conversations', 'data-test': 'search', oninput: () => this.#show() });
  #empty = h('p', { class: 'muted hint', hidden: true }, 'Nothing found among the conversations that are loaded.');

  connectedCallback() {
    const scroller = h('div', { class: 'scroll', onscroll: () => {
      if (scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - NEAR_END_PX) {
        void this.source.loadMore();
      }
    } }, this.#list, this.#empty);
    replace(this,
      h('div', { class: 'toolbar' }, h('span', { class: 'search' }, icon('search'), this.#search, h('kbd', null, '/')),
        h('button', { type: 'button', class: 'button square', 'aria-label': 'Write as a new customer', title: 'Write as a new customer', 'data-test': 'new-customer', onclick: () => void openNewCustomer() }, icon('plus'))),
      scroller);
    const show = perFrame(() => this.#show());
    listen(this, this.source, 'change', show);
    listen(this, route, 'change', show);
    listen(this, state, 'change', show);
    this.#show();
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    const words = this.#search.value.trim().toLowerCase();
    const all = this.source.list;
    const found = words ? all.filter(one => [one.name, one.phone, one.email, one.contactId, one.channelName, one.last?.text].some(text => text?.toLowerCase().includes(words))) : all;
    keyed(this.#list, found, one => one.contactId, make, update);
    this.#empty.hidden = found.length > 0 || !words;
  }
}

/** @param {Conversation} one */
const make = one => h('a', { class: 'item conversation', 'data-row': 'open', 'data-test': 'conversation', 'data-id': one.contactId, href: href('chats', one.contactId) },
  avatar(nameOf(one), one.contactId),
  h('span', { class: 'who' }, h('b', { class: 'ellipsis', dir: 'auto' }), h('small', { class: 'via' })),
  h('time', { class: 'muted' }),
  h('span', { class: 'last' }, h('span', { class: 'sign' }), h('span', { class: 'ellipsis muted', dir: 'auto' })),
  h('span', { class: 'unread numbers', 'data-test': 'unread' }));

/** @param {HTMLElement} row @param {Conversation} one */
function update(row, one) {
  const [picture, who, time, last, unread] = /** @type {HTMLElement[]} */ ([...row.children]);
  const name = nameOf(one);
  if (row.dataset.name !== name) {
    row.dataset.name = name;
    paint(picture, name, one.contactId);
    setText(who.children[0], name);
    who.title = addressOf(one);
    setText(who.children[1], kindOf(one.channelId));
  }

  if (one.lastAt) {
    setText(time, short(one.lastAt));
    time.title = full(one.lastAt);
  }

  const message = one.last;
  const sign = message?.direction === 'outbound' ? message.status : message ? 'inbound' : '';
  if (last.dataset.sign !== sign) {
    last.dataset.sign = sign;
    replace(last.children[0], message?.direction === 'outbound' ? ticks(message.status) : null);
  }

  setText(last.children[1], message ? (message.direction === 'outbound' && statusOf(message.status).tone === 'bad' ? `Not delivered · ${summaryOf(message)}` : summaryOf(message)) : '');
  setText(unread, one.unread > 0 ? String(one.unread) : '');
  unread.title = one.unread > 0 ? `${one.unread} delivered, not read by the customer` : '';
  const isCurrent = route.parts[0] === one.contactId;
  row.setAttribute('aria-current', String(isCurrent));
}

customElements.define('conversation-list', ConversationList);
