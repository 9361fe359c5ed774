// Scenarios: choose a built-in one, or paste or open a file, and load it into the workspace.
import { ApiError, get, messageOf, send } from '../../api.js';
import { h, replace } from '../../dom.js';
import { icon } from '../../icons.js';
import { state } from '../../state.js';
import { confirmed, toast } from '../../ui.js';
import { field, select } from '../parts.js';

const OWN = '';

class SetupScenario extends HTMLElement {
  /** @type {{ name: string, description?: string, text: string }[]} */
  #known = [];
  #choice = select([], { 'data-test': 'scenario-choice', onchange: () => this.#choose() });
  #about = h('p', { class: 'muted small' });
  #text = h('textarea', {
    class: 'input mono', rows: '22', spellcheck: 'false', dir: 'auto', 'aria-label': 'Scenario as YAML', 'data-test': 'scenario-text', placeholder: 'customers:\n  - name: Asha Rao\n    phone: +919988776655\n    turns:\n      - { when: { text: order }, after: PT1M, says: Thanks }',
  });
  #result = h('div', { class: 'stack', role: 'status' });

  connectedCallback() {
    const load = h('button', { class: 'button primary', 'data-test': 'scenario-load' }, 'Load');
    const file = h('input', { type: 'file', accept: '.yaml,.yml,.json', class: 'offscreen', tabindex: '-1', 'aria-label': 'Scenario file', onchange: () => void this.#open(file) });
    replace(this, h('section', { class: 'panel' }, h('div', { class: 'panel-head' }, h('h2', null, 'Load a scenario'), h('span', { class: 'muted small' }, 'It is added to what the workspace has.')),
      h('form', { class: 'panel-body stack', onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void this.#load(load);
      } },
      h('div', { class: 'inline-form' }, field('Scenario', this.#choice), h('button', { type: 'button', class: 'button', onclick: () => file.click() }, icon('up'), 'Open a file'), file),
      this.#about, this.#text,
      h('div', { class: 'row' }, load, h('button', { type: 'button', class: 'button danger', 'data-test': 'scenario-fresh', onclick: async () => {
        if (await confirmed('Remove everything in this workspace except snapshots, and load the scenario? Webhooks are removed, too.', 'Reset and load')) {
          await this.#load(load, true);
        }
      } }, 'Reset and load')), this.#result)));
    void this.#read();
  }

  async #read() {
    const { scenarios } = await get('/_sandbox/scenarios').catch(() => ({ scenarios: [] }));
    this.#known = scenarios;
    replace(this.#choice, h('option', { value: OWN }, 'one of your own'), this.#known.map(one => h('option', { value: one.name }, one.name)));
  }

  #choose() {
    const chosen = this.#known.find(one => one.name === this.#choice.value);
    this.#about.textContent = chosen?.description ?? '';
    this.#text.value = chosen?.text ?? '';
    replace(this.#result);
  }

  /** @param {HTMLInputElement} file */
  async #open(file) {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (chosen) {
      this.#choice.value = OWN;
      this.#choose();
      this.#text.value = await chosen.text();
    }
  }

  /** @param {HTMLButtonElement} button @param {boolean} [fresh] */
  async #load(button, fresh = false) {
    button.setAttribute('aria-busy', 'true');
    try {
      if (fresh) {
        await send('DELETE', '/_sandbox/workspace');
      }

      const loaded = await send('POST', '/_sandbox/scenarios', this.#text.value, { 'content-type': 'application/yaml' });
      toast('The scenario is loaded.', 'good');
      this.#show(loaded);
      void state.refresh();
    } catch (error) {
      const problems = error instanceof ApiError ? error.problems : [];
      replace(this.#result, h('p', { class: 'bad', 'data-test': 'scenario-error' }, problems.length ? 'Nothing was loaded:' : messageOf(error)),
        problems.length ? h('ul', null, problems.map(one => h('li', null, h('button', { type: 'button', class: 'button small quiet mono', 'data-test': 'scenario-problem', onclick: () => this.#go(one) }, `${one.line}:${one.column}`), ` ${one.problem}`))) : null);
    } finally {
      button.removeAttribute('aria-busy');
    }
  }

  /** @param {any} loaded */
  #show(loaded) {
    replace(this.#result, h('p', { 'data-test': 'scenario-loaded' }, 'Loaded: ', Object.entries(loaded.applied).map(([name, count]) => `${name} ${count}`).join(', ') || 'nothing', '.'),
      loaded.customers.length ? h('ul', null, loaded.customers.map((/** @type {any} */ one) => h('li', null, h('b', { dir: 'auto' }, one.name ?? one.contactId), ` ${one.phone ?? one.email ?? ''} on ${one.channelId}`))) : null);
  }

  /** Puts the cursor at a problem. @param {{ line: number, column: number }} problem */
  #go({ line, column }) {
    const lines = this.#text.value.split('\n');
    const at = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
    this.#text.focus();
    this.#text.setSelectionRange(at, at + 1);
  }
}

customElements.define('setup-scenario', SetupScenario);
