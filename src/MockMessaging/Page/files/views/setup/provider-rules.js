// What providers refuse although the API accepts it, and what happens to such a message here.
import { get, send } from '../../api.js';
import { h, listen, replace, stop } from '../../dom.js';
import { state } from '../../state.js';
import { attempt } from '../../ui.js';
import { segmented } from '../parts.js';

/** @type {[string, string][]} */
const MODES = [['off', 'Off'], ['warn', 'Warn'], ['enforce', 'Enforce']];
/** @type {Record<string, string>} */
const WORDS = {
  off: 'Nothing is checked.',
  warn: 'The response of the send names each problem in X-Sandbox-Warnings. The message goes on.',
  enforce: 'The message fails with the provider’s error.',
};

class SetupProviderRules extends HTMLElement {
  #mode = h('div', { class: 'row', 'data-test': 'rules-mode' });
  #table = h('tbody');

  connectedCallback() {
    replace(this, h('section', { class: 'panel' },
      h('div', { class: 'panel-head' }, h('h2', null, 'Provider rules'), h('span', { class: 'muted small' }, 'What a provider refuses although the API accepts it.')),
      h('div', { class: 'panel-body stack' }, this.#mode,
        h('details', { class: 'fold' }, h('summary', null, 'All rules'), h('div', { class: 'scroll-x' }, h('table', { class: 'table' },
          h('thead', null, h('tr', null, ['Rule', 'Channels', 'What is checked', 'Limit', 'Error'].map(name => h('th', { scope: 'col' }, name)))), this.#table))))));
    listen(this, state, 'change', () => this.#show());
    this.#show();
    void attempt(async () => {
      const { rules } = await get('/_sandbox/rules');
      replace(this.#table, rules.map((/** @type {any} */ rule) => h('tr', null,
        h('td', null, h('b', null, rule.name)), h('td', null, rule.contactType), h('td', null, rule.checks.replaceAll('`', '')),
        h('td', { class: 'mono' }, rule.limit ?? ''), h('td', null, rule.code ? `${rule.code}: ${rule.title}` : 'only a warning'))));
    });
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    const chosen = state.workspace?.rules ?? '';
    if (this.#mode.dataset.chosen !== chosen) {
      this.#mode.dataset.chosen = chosen;
      replace(this.#mode, segmented('Provider rules', MODES, chosen, rules => void attempt(async () => {
        await send('PATCH', '/_sandbox/workspace', { rules });
        state.readSoon('workspace');
      })), h('span', { class: 'muted small' }, WORDS[chosen] ?? ''));
    }
  }
}

customElements.define('setup-provider-rules', SetupProviderRules);
