// Conversations beside the phone of the customer, and what is known of the one that is open.
import { h, listen, perFrame, replace, stop } from '../dom.js';
import { navigate, redirect, route } from '../router.js';
import { emptyState } from '../ui.js';
import './chats/chat-details.js';
import './chats/chat-phone.js';
import './chats/conversation-list.js';
import { Conversations } from './chats/conversations.js';

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
      replace(this.#middle, emptyState({ icon: 'chats', title: 'The phone of your customers', text: 'Open a conversation to see what the business wrote, and to answer as the customer.' }));
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

customElements.define('chats-view', ChatsView);
