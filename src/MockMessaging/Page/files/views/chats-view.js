// Conversations beside the phone of the customer, and what is known of the one that is open.
import { curl } from '../api.js';
import { h, listen, perFrame, replace, stop } from '../dom.js';
import { live } from '../live.js';
import { navigate, redirect, route } from '../router.js';
import { codeBlock, emptyState } from '../ui.js';
import './chats/chat-details.js';
import './chats/chat-phone.js';
import './chats/conversation-list.js';
import { Conversations } from './chats/conversations.js';
import { openNewCustomer } from './chats/new-customer.js';

const WIDE = '(width >= 800px)';

class ChatsView extends HTMLElement {
  #conversations = new Conversations();
  #middle = h('div', { class: 'chat-middle' });
  #details = /** @type {any} */ (h('chat-details'));
  /** @type {any} */
  #phone = null;
  #contactId = '';

  connectedCallback() {
    const list = /** @type {any} */ (h('conversation-list'));
    list.source = this.#conversations;
    replace(this, list, this.#middle, this.#details);
    this.classList.add('chats');
    listen(this, route, 'change', () => this.#show());
    listen(this, this.#conversations, 'change', perFrame(() => this.#show()));
    listen(this, this, 'choose', event => this.#choose(event.detail));
    listen(this, live, 'event', ({ detail }) => detail.kind === 'reset' && route.parts.length && redirect('chats'));
    listen(this, document, 'close-all', () => this.#close());
    this.#conversations.start();
    this.#show();
  }

  disconnectedCallback() {
    stop(this);
    this.#conversations.stop();
  }

  #show() {
    if (route.view !== 'chats') {
      return;
    }

    const [contactId = '', messageId = ''] = route.parts;
    const first = this.#conversations.list[0];
    if (!contactId && first && matchMedia(WIDE).matches) {
      redirect('chats', first.contactId);
      return;
    }

    this.classList.toggle('is-empty', this.#conversations.isLoaded && !first && !contactId);
    this.classList.toggle('has-chat', contactId !== '');
    this.classList.toggle('has-details', messageId !== '');
    if (contactId !== this.#contactId || !this.#middle.hasChildNodes()) {
      this.#open(contactId);
    }

    const conversation = this.#conversations.find(contactId);
    if (conversation) {
      this.#phone?.describe(conversation);
    }

    this.#phone?.mark(messageId);
    this.#details.show(conversation, messageId === 'about' ? '' : messageId);
  }

  /** @param {string} contactId */
  #open(contactId) {
    this.#contactId = contactId;
    this.#phone = null;
    if (contactId) {
      this.#phone = h('chat-phone');
      this.#phone.contactId = contactId;
      replace(this.#middle, this.#phone);
      void this.#conversations.need(contactId).catch(() => {});
    } else if (this.#conversations.isLoaded) {
      replace(this.#middle, nothingYet());
    }
  }

  /** @param {string} messageId Nothing for the conversation itself. */
  #choose(messageId) {
    const isOpen = route.parts[1] !== undefined;
    navigate('chats', this.#contactId, ...(messageId ? [messageId] : isOpen && route.parts[1] !== 'about' ? [] : ['about']));
  }

  #close() {
    if (route.parts[1]) {
      navigate('chats', this.#contactId);
    }
  }
}

const nothingYet = () => {
  const state = emptyState({ icon: 'chats', title: 'No conversation yet', text: 'Here you see the phones of your customers: what your software sends them, and what they answer. Send a message through the API, or let a customer write first.' });
  state.append(
    h('button', { type: 'button', class: 'button primary', 'data-test': 'first-customer', onclick: () => void openNewCustomer() }, 'Write as a customer'),
    codeBlock(curl({ method: 'POST', path: '/api/v1/message/send', body: { channelId: 'wa360:918828218374', to: { phone: '+919988776655', name: 'Asha Rao' }, type: 'text', text: { body: 'Good morning Asha, your parcel is ready.' } } }), 'Copy curl'),
    codeBlock(curl({ method: 'POST', path: '/_sandbox/inbound', body: { from: { phone: '+919988776655', name: 'Asha Rao' }, text: { body: 'Where is my order?' } } }), 'Copy curl'));
  return state;
};

customElements.define('chats-view', ChatsView);
