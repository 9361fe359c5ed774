// Shows whose data this is, and lists the workspaces in use.
import { get, messageOf, session } from './api.js';
import { h, listen, replace, setText, stop } from './dom.js';
import { counted, span } from './format.js';
import { icon } from './icons.js';
import { chooseKey, route } from './router.js';
import { closeMenus, menu } from './ui.js';

const MOST_SHOWN = 50;

class KeyChooser extends HTMLElement {
  #name = h('span', { class: 'ellipsis mono', dir: 'auto' });
  #list = h('div', { class: 'keys' });

  connectedCallback() {
    const other = h('input', { class: 'input mono', placeholder: 'Another key', 'aria-label': 'Another key', autocomplete: 'off', spellcheck: 'false', maxlength: '256', 'data-test': 'key-input' });
    const form = h('form', { class: 'row', onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      if (other.value.trim()) {
        closeMenus();
        chooseKey(other.value.trim());
        other.value = '';
      }
    } }, other, h('button', { class: 'button', 'data-test': 'key-open' }, 'Open'));
    const chooser = menu({ label: 'Workspace', class: 'button key', 'data-test': 'key' }, [icon('key'), this.#name, icon('down')],
      h('p', { class: 'muted small hint' }, 'Each x-api-key has its own private data. Send yours, and look at it here.'), this.#list, form);
    chooser.addEventListener('toggle', () => chooser.open && void this.#read());
    replace(this, chooser);
    listen(this, route, 'key', () => this.#show());
    listen(this, route, 'change', () => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    setText(this.#name, session.needsKey ? masked(session.key) : session.key);
  }

  async #read() {
    try {
      const { workspaces } = await get('/_sandbox/workspaces?order=newest');
      const byUse = workspaces.sort((/** @type {any} */ a, /** @type {any} */ b) => Number(b.current) - Number(a.current) || Date.parse(b.lastUsedAt) - Date.parse(a.lastUsedAt)).slice(0, MOST_SHOWN);
      replace(this.#list, byUse.map((/** @type {any} */ one) => h('button', {
        type: 'button', class: 'item', 'aria-current': one.current ? 'true' : null, disabled: one.masked && !one.current, 'data-test': 'key-choice', 'data-key': one.key,
        onclick: () => { closeMenus(); if (!one.current) { chooseKey(one.key); } },
      },
      h('span', { class: 'row between' }, h('b', { class: 'mono ellipsis', dir: 'auto' }, one.key), h('small', { class: 'muted' }, one.lastUsedAt ? usedAt(one.lastUsedAt) : '')),
      h('small', { class: 'muted' }, one.messages === undefined ? 'can only be reset' : `${counted(one.contacts, 'contact')} · ${counted(one.messages, 'message')} · ${counted(one.pushes, 'push', 'pushes')}`))));
    } catch (error) {
      replace(this.#list, h('p', { class: 'note small' }, messageOf(error)));
    }
  }
}

/** Keys are used in real time, not in that of a workspace. @param {string} moment */
const usedAt = moment => Date.now() - Date.parse(moment) < 1000 ? 'now' : `${span(Date.now() - Date.parse(moment))} ago`;

/** @param {string} key */
const masked = key => key.length > 4 ? `${key.slice(0, 2)}…${key.slice(-2)}` : '…';

customElements.define('key-chooser', KeyChooser);
