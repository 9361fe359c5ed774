// Writing as the customer: text, or one of the forms for everything else.
import { send } from '../../api.js';
import { h, replace } from '../../dom.js';
import { icon } from '../../icons.js';
import { attempt, closeMenus, menu } from '../../ui.js';
import { FORMS } from './composer-forms.js';
import { nameOf } from './people.js';

/** @typedef {import('./people.js').Conversation} Conversation */

const HIGHEST_PX = 140;

class ChatComposer extends HTMLElement {
  /** @type {Conversation | null} */
  #conversation = null;
  #text = h('textarea', { class: 'input', rows: '1', dir: 'auto', 'aria-label': 'Write as the customer', placeholder: 'Write as the customer', 'data-test': 'composer-text', oninput: () => this.#fit(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event) });
  #form = h('div', { class: 'composer-form', hidden: true });
  #stop = h('button', { type: 'button', class: 'item danger-item', 'data-test': 'compose-stop', onclick: () => this.#say(this.#conversation?.stopped ? 'START' : 'STOP') });
  #menu = menu({ label: 'Send something else', class: 'button quiet square', 'data-test': 'composer-more' }, icon('plus'),
    FORMS.map(form => h('button', { type: 'button', class: 'item', 'data-test': `compose-${form.name}`, onclick: () => this.#open(form) }, icon(form.icon), form.label)), this.#stop);

  connectedCallback() {
    this.#menu.classList.add('up');
    replace(this, this.#form, h('form', { class: 'composer-line', onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); this.#sendText(); } },
      this.#menu, this.#text,
      h('button', { class: 'button primary square round', 'aria-label': 'Send as the customer', title: 'Send as the customer (Enter)', 'data-test': 'composer-send' }, icon('send'))));
    this.conversation = this.#conversation;
  }

  /** @param {Conversation | null} one */
  set conversation(one) {
    this.#conversation = one;
    if (one) {
      this.#text.placeholder = `Write as ${nameOf(one)}`;
      replace(this.#stop, icon('stop'), `Write ${one.stopped ? 'START' : 'STOP'}`);
    }
  }

  #fit() {
    this.#text.style.setProperty('height', 'auto');
    this.#text.style.setProperty('height', `${Math.min(this.#text.scrollHeight + 2, HIGHEST_PX)}px`);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#sendText();
    }
  }

  async #sendText() {
    const text = this.#text.value.trim();
    if (text) {
      this.#text.value = '';
      this.#fit();
      if (!await this.#say(text) && !this.#text.value) {
        this.#text.value = text;
        this.#fit();
      }
    }
  }

  /** @param {string} text */
  #say(text) {
    closeMenus();
    return this.#write({ text: { body: text } });
  }

  /** @param {any} content @returns {Promise<boolean>} */
  #write(content) {
    const one = this.#conversation;
    return one ? attempt(() => send('POST', '/_sandbox/inbound', { channelId: one.channelId, from: { contactId: one.contactId }, ...content })) : Promise.resolve(false);
  }

  /** @param {import('./composer-forms.js').Form} form */
  #open(form) {
    closeMenus();
    const inputs = form.fields.map(field => h('input', { class: 'input', name: field.name, placeholder: field.hint, 'aria-label': field.label, required: field.isNeeded, dir: 'auto', autocomplete: 'off' }));
    const close = () => { this.#form.hidden = true; };
    replace(this.#form, h('form', { 'data-test': 'compose-form', onsubmit: async (/** @type {Event} */ event) => {
      event.preventDefault();
      close();
      await this.#write(form.content(Object.fromEntries(inputs.map(input => [input.name, input.value.trim()]))));
    }, onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && close() },
    h('div', { class: 'row between' }, h('h3', null, icon(form.icon), form.label), h('button', { type: 'button', class: 'button quiet small square', 'aria-label': 'Close', onclick: close }, icon('cross'))),
    h('div', { class: 'fields' }, inputs.map((input, at) => h('label', null, h('small', { class: 'muted' }, form.fields[at].label), input))),
    h('div', { class: 'row between' }, h('small', { class: 'muted' }, form.fields.some(field => field.isNeeded) ? 'As if a button or row was pressed.' : 'What you leave out is made up.'), h('button', { class: 'button primary small', 'data-test': 'compose-submit' }, 'Send'))));
    this.#form.hidden = false;
    inputs[0].focus();
  }
}

customElements.define('chat-composer', ChatComposer);
