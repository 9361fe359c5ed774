// "What this page just did": every change as a curl line, so that people learn the control plane by clicking.
import { calls, curl } from './api.js';
import { h, keyed, listen, replace, stop } from './dom.js';
import { httpTone, span, time } from './format.js';
import { icon } from './icons.js';
import { copyButton } from './ui.js';

/** @typedef {import('./api.js').Call} Call */

class CallPanel extends HTMLElement {
  #newest = h('code', { class: 'ellipsis', dir: 'ltr' });
  #list = h('ol', { class: 'rows', tabindex: '0', 'aria-label': 'Calls of this page' });
  #isOpen = false;

  connectedCallback() {
    const button = h('button', { type: 'button', class: 'calls-head', 'aria-expanded': 'false', 'data-test': 'calls', onclick: () => this.#open(!this.#isOpen) },
      icon('terminal'), h('span', { class: 'title' }, 'What this page just did'), this.#newest, icon('up', 'chevron'));
    replace(this, h('section', { 'aria-label': 'What this page just did' }, button, this.#list));
    listen(this, calls, 'change', () => this.#show());
    listen(this, document, 'close-all', () => this.#open(false));
    this.#open(false);
    this.#show();
  }

  disconnectedCallback() {
    stop(this);
  }

  /** @param {boolean} isOpen */
  #open(isOpen) {
    this.#isOpen = isOpen;
    this.classList.toggle('open', isOpen);
    this.#list.hidden = !isOpen;
    this.querySelector('.calls-head')?.setAttribute('aria-expanded', String(isOpen));
  }

  #show() {
    const last = calls.list.at(-1);
    replace(this.#newest, last ? curl(last) : 'Press something: each change appears here as a curl line.');
    this.#newest.classList.toggle('muted', !last);
    if (calls.list.length === 0) {
      replace(this.#list, h('li', { class: 'muted hint' }, 'Nothing yet. Write as a customer, move the clock or arm a fault: the call of the control plane that did it appears here, ready to copy.'));
      return;
    }

    this.#list.querySelector('.hint')?.remove();
    keyed(this.#list, [...calls.list].reverse(), call => String(call.id), make);
  }
}

/** @param {Call} call */
const make = call => h('li', { 'data-test': 'call', 'data-method': call.method, 'data-path': call.path },
  h('span', { class: 'muted numbers' }, time(call.at)),
  h('span', { class: `badge ${httpTone(call.status)}` }, call.status === 0 ? 'no response' : call.status === 200 ? 'ok' : call.status),
  h('span', { class: 'call-line' }, h('code', { dir: 'ltr' }, curl(call)), call.error ? h('small', { class: 'bad' }, call.error) : null),
  h('span', { class: 'muted numbers' }, span(call.durationMs)),
  copyButton('Copy', () => curl(call)));

customElements.define('call-panel', CallPanel);
