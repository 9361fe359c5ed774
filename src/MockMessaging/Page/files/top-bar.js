// Scope at a glance: key, fidelity, clock, what is armed, and whether the page is connected.
import { send } from './api.js';
import './clock-bar.js';
import { h, listen, replace, setText, stop } from './dom.js';
import { counted } from './format.js';
import { icon } from './icons.js';
import './key-chooser.js';
import { live } from './live.js';
import { href } from './router.js';
import { state } from './state.js';
import { isDark, toggleTheme } from './theme.js';
import { attempt } from './ui.js';

/** Mode, label (its end is left out where space is short), title. */
const FIDELITIES = [['documented', 'Doc', 'umented', 'As the vendor’s document says'], ['production', 'Prod', 'uction', 'As the live service does']];
const CONNECTION = { connecting: ['', 'connecting'], open: ['good', 'live'], lost: ['bad', 'no connection'] };

class TopBar extends HTMLElement {
  #fidelity = h('div', { class: 'segmented', role: 'group', 'aria-label': 'Fidelity', 'data-test': 'fidelity' });
  #armed = h('a', { class: 'armed', 'data-test': 'armed' });
  #word = h('span');
  #connection = h('span', { class: 'connection', 'data-test': 'connection' }, h('span', { class: 'dot' }), this.#word);
  #theme = h('button', { type: 'button', class: 'button quiet square', 'data-test': 'theme', onclick: () => { toggleTheme(); this.#showTheme(); } });

  connectedCallback() {
    replace(this.#fidelity, FIDELITIES.map(([mode, start, rest, title]) => h('button', {
      type: 'button', title, 'data-mode': mode, 'aria-pressed': 'false',
      onclick: () => attempt(async () => {
        state.workspace = await send('PATCH', '/_sandbox/workspace', { fidelity: mode }) ?? state.workspace;
        await state.refresh();
      }),
    }, start, h('span', { class: 'rest' }, rest))));
    replace(this, h('header', null,
      h('h1', { class: 'brand' }, h('img', { src: 'page/icon.svg', alt: 'MockMessaging', width: '26', height: '26' }), h('span', { 'aria-hidden': 'true' }, 'MockMessaging')),
      h('key-chooser'),
      this.#fidelity,
      h('clock-bar'),
      this.#armed,
      this.#connection,
      this.#theme));
    listen(this, state, 'change', () => this.#show());
    listen(this, live, 'state', () => this.#show());
    this.#show();
    this.#showTheme();
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    this.#fidelity.inert = !state.workspace;
    for (const button of this.#fidelity.children) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-mode') === state.workspace?.fidelity?.toLowerCase()));
    }

    const faults = state.faults.filter(fault => !fault.spent && !fault.paused);
    const rules = state.rules.length;
    const parts = [faults.length ? counted(faults.length, 'fault') : '', rules ? counted(rules, 'rule') : ''].filter(Boolean);
    this.#armed.className = `armed badge ${faults.length ? 'warn pulse' : rules ? 'accent pulse' : 'none'}`;
    this.#armed.setAttribute('href', href('setup', faults.length || !rules ? 'faults' : 'outcomes'));
    this.#armed.title = [...faults.map(fault => `Fault ${fault.name}`), ...(rules ? [`${counted(rules, 'rule')} for outcomes`] : [])].join('\n') || 'No fault or rule changes what happens';
    const text = parts.join(' · ') || 'nothing armed';
    if (this.#armed.textContent !== text) {
      replace(this.#armed, icon('fault'), h('span', null, text));
    }

    const [tone, word] = CONNECTION[live.state];
    this.#connection.className = `connection ${tone}`;
    this.#connection.title = live.state === 'open' ? `Follows the workspace live. ${state.workspace?.server ? `Server ${state.workspace.server.version}, storage: ${state.workspace.server.storage}.` : ''}` : 'The page reconnects by itself.';
    setText(this.#word, word);
  }

  #showTheme() {
    const label = isDark() ? 'Light colors' : 'Dark colors';
    this.#theme.setAttribute('aria-label', label);
    this.#theme.title = label;
    replace(this.#theme, icon(isDark() ? 'sun' : 'moon'));
  }
}

customElements.define('top-bar', TopBar);
