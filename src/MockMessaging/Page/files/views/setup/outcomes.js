// Outcomes: the test numbers, rules of one's own, and how fast messages move.
import { get, send } from '../../api.js';
import { h, keyed, listen, replace, stop } from '../../dom.js';
import { counted, statusOf } from '../../format.js';
import { icon } from '../../icons.js';
import { state } from '../../state.js';
import { attempt, copyButton, toast } from '../../ui.js';
import { badge, field, segmented, select } from '../parts.js';

/** @type {[string, string][]} */
const MATCHES = [['', 'every message'], ['phone', 'to the phone'], ['text', 'with the text'], ['templateCode', 'of the template'], ['channelId', 'on the channel'], ['contactId', 'to the contact'], ['email', 'to the e-mail address'], ['type', 'of the type']];

/** A text of the server with its status words in badges. @param {string} text */
const withStatuses = text => text.split(/\b([A-Z]{4,5})\b/).map((part, index) => index % 2 && statusOf(part).hint ? badge(part, statusOf(part).tone, statusOf(part).hint) : part);

class SetupNumbers extends HTMLElement {
  connectedCallback() {
    void attempt(async () => {
      const { outcomes } = await get('/_sandbox/outcomes');
      replace(this, h('section', { class: 'panel' }, h('div', { class: 'panel-head' }, h('h2', null, 'Test numbers'), h('span', { class: 'muted small' }, 'The last four digits of the receiver’s phone choose the outcome.')),
        h('div', { class: 'scroll-x' }, h('table', { class: 'table outcomes' },
          h('thead', null, h('tr', null, ['Phone ends with', 'Outcome', 'What happens', 'Example'].map(name => h('th', { scope: 'col' }, name)))),
          h('tbody', null, outcomes.map((/** @type {any} */ outcome) => h('tr', null,
            h('td', { class: 'mono' }, outcome.phoneEndsWith ?? 'anything else'), h('td', null, h('b', null, outcome.name)), h('td', { class: 'outcome-story' }, withStatuses(outcome.story)),
            h('td', null, outcome.phoneEndsWith ? copyButton(`+91 98765 4${outcome.phoneEndsWith}`, () => `+91 98765 4${outcome.phoneEndsWith}`) : null))))))));
    });
  }
}

class SetupRules extends HTMLElement {
  #rows = h('div', { class: 'rows' });
  #none = h('p', { class: 'muted panel-body' }, 'No rule: the phone’s last four digits choose the outcome. A rule is asked first, whatever the phone is.');
  #match = select(MATCHES, { onchange: () => this.#choose(), 'aria-label': 'Which messages' });
  #value = h('input', { class: 'input', required: true, 'aria-label': 'Value', 'data-test': 'rule-value' });
  #outcome = select([], { 'data-test': 'rule-outcome' });
  #code = h('input', { class: 'input', placeholder: 'usual', list: 'error-codes' });
  #times = h('input', { class: 'input', type: 'number', min: '1', placeholder: 'always' });

  connectedCallback() {
    const add = h('button', { class: 'button primary', 'data-test': 'rule-add' }, 'Add rule');
    replace(this, h('section', { class: 'panel' },
      h('div', { class: 'panel-head' }, h('h2', null, 'Rules'), h('span', { class: 'muted small' }, 'The first that fits counts.')), this.#rows, this.#none,
      h('form', { class: 'stack panel-body rule-form', onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void attempt(() => this.#add(), add);
      } },
      h('div', { class: 'form-row' },
        field('Messages', h('span', { class: 'joined wide' }, this.#match, this.#value)), field('take the outcome', this.#outcome),
        field('with error code', this.#code), field('How often', this.#times)),
      h('div', { class: 'row' }, add))));
    listen(this, state, 'change', () => this.#show());
    this.#show();
    this.#choose();
    void attempt(async () => {
      const { outcomes } = await get('/_sandbox/outcomes');
      replace(this.#outcome, outcomes.map((/** @type {any} */ one) => h('option', { value: one.name, title: one.story }, one.name)));
      this.#outcome.value = 'failed';
    });
  }

  disconnectedCallback() {
    stop(this);
  }

  #choose() {
    this.#value.hidden = this.#value.disabled = !this.#match.value;
  }

  async #add() {
    const code = this.#code.value.trim();
    await send('POST', '/_sandbox/outcomes', {
      match: this.#match.value ? { [this.#match.value]: this.#value.value.trim() } : undefined,
      outcome: this.#outcome.value, error: code ? { code } : undefined, times: Number(this.#times.value) || undefined,
    });
    state.readSoon('rules');
  }

  #show() {
    this.#none.hidden = state.rules.length > 0;
    keyed(this.#rows, state.rules, rule => `${rule.id} ${rule.used}`, rule => h('div', { class: 'item plain row between', 'data-test': 'rule' },
      h('span', { dir: 'auto' }, matchWords(rule.match), ' → ', h('b', null, rule.turns ? `${rule.turns.length} turns` : rule.outcome ?? 'the customer replies'), rule.turn ? `, next turn ${rule.turn}` : '', rule.errorCode ? ` with error ${rule.errorCode}` : ''),
      h('span', { class: 'row' },
        badge(rule.left === undefined || rule.left === null ? 'always' : rule.left ? `${rule.left} left` : 'over', rule.left === 0 ? '' : 'warn'),
        h('span', { class: 'muted small' }, rule.used ? `used ${counted(rule.used, 'time')}` : 'not used yet'),
        h('button', { type: 'button', class: 'button small danger', onclick: () => void attempt(async () => {
          await send('DELETE', `/_sandbox/outcomes/${rule.id}`);
          state.readSoon('rules');
        }) }, icon('trash'), 'Remove'))));
  }
}

/** @param {any} match */
const matchWords = match => Object.entries(match ?? {}).map(([name, value]) => `${MATCHES.find(([known]) => known === name)?.[1] ?? name} “${value}”`).join(', ') || 'every message';

const STEPS = [['sent', 'SENT after'], ['delivered', 'DLVRD after'], ['read', 'READ after'], ['reply', 'The customer answers after']];

class SetupSpeed extends HTMLElement {
  #inputs = STEPS.map(([name, label]) => ({ name, label, saved: '', input: h('input', { class: 'input', type: 'number', min: '0', step: 'any', 'data-test': `delay-${name}` }) }));
  #window = h('div');

  connectedCallback() {
    const save = h('button', { class: 'button primary', 'data-test': 'delays-save' }, 'Save');
    replace(this, h('section', { class: 'panel' }, h('div', { class: 'panel-head' }, h('h2', null, 'How fast messages move'), h('span', { class: 'muted small' }, 'Seconds of the workspace’s clock after the message was accepted.')),
      h('form', { class: 'panel-body stack', onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void attempt(() => this.#change({ delays: Object.fromEntries(this.#inputs.filter(({ input }) => input.value).map(({ name, input }) => [name, `PT${Number(input.value)}S`])) }), save);
      } }, h('div', { class: 'form-row' }, this.#inputs.map(({ label, input }) => field(label, input))), h('div', { class: 'row' }, save),
      h('div', { class: 'row' }, h('b', null, 'Care window'), this.#window, h('span', { class: 'muted small' }, 'On: free text on WhatsApp more than 24 hours after the customer last wrote fails with 470.')))));
    listen(this, state, 'change', () => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    const { delaysInForce, careWindow } = state.workspace ?? {};
    for (const one of this.#inputs) {
      const seconds = secondsOf(delaysInForce?.[one.name]);
      if (one.input.value === one.saved) {
        one.input.value = seconds;
      }

      one.saved = seconds;
    }

    const chosen = careWindow === undefined || careWindow === null ? '' : String(careWindow);
    if (this.#window.dataset.chosen !== chosen) {
      this.#window.dataset.chosen = chosen;
      replace(this.#window, segmented('Care window', [['true', 'On'], ['false', 'Off']], chosen, value => void attempt(() => this.#change({ careWindow: value === 'true' }))));
    }
  }

  /** @param {any} change */
  async #change(change) {
    await send('PATCH', '/_sandbox/workspace', change);
    toast('Saved. It counts for new messages.', 'good');
    state.readSoon('workspace');
  }
}

/** Seconds of a span in ISO 8601 such as PT1M30.5S. @param {string | undefined} span */
function secondsOf(span) {
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(span ?? '') ?? [];
  return span ? String(Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) : '';
}

customElements.define('setup-numbers', SetupNumbers);
customElements.define('setup-rules', SetupRules);
customElements.define('setup-speed', SetupSpeed);
