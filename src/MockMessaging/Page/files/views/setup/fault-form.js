// A fault of one's own.
import { send } from '../../api.js';
import { h, replace } from '../../dom.js';
import { state } from '../../state.js';
import { attempt } from '../../ui.js';
import { field, select } from '../parts.js';

/** @type {[string, string][]} */
const TARGETS = [['request', 'requests to a path'], ['push', 'pushes'], ['media', 'downloads of media']];
/** @type {[string, string][]} */
const TRIGGERS = [['next', 'the next … times'], ['every', 'every …th time'], ['probability', 'at random, … %'], ['always', 'always']];
/** @type {[string, string][]} */
const TYPES = [['', 'all pushes'], ['messages', 'messages'], ['statuses', 'statuses'], ['events', 'events']];
/** @type {Record<string, [string, string][]>} */
const EFFECTS = {
  request: [['status', 'respond with status …'], ['delay', 'respond … seconds later'], ['reset', 'cut the connection'], ['truncate', 'break off the response']],
  push: [['delay', 'send … seconds later'], ['duplicate', 'send … more times'], ['drop', 'never send'], ['reorder', 'let the next one overtake'], ['corrupt', 'break off the body'], ['timestampsInSeconds', 'timestamps in seconds'], ['withoutProfile', 'contacts without profile'], ['wrongSignature', 'sign with another secret']],
  media: [['status', 'respond with status …'], ['delay', 'respond … seconds later'], ['reset', 'cut the connection'], ['truncate', 'break off the file']],
};
/** @type {Record<string, (form: { type?: string, path?: string }) => any>} */
const TARGET_OF = { request: ({ path }) => ({ path }), push: ({ type }) => ({ webhooks: true, type }), media: () => ({ media: true }) };
/** @type {Record<string, string>} */
const USUAL = { status: '503', delay: '5', duplicate: '1', next: '1', every: '3', probability: '20' };

export class FaultForm extends HTMLElement {
  #target = select(TARGETS, { onchange: () => this.#choose(), 'aria-label': 'What it hits' });
  #path = h('input', { class: 'input', value: '/api/v1/message/send', spellcheck: 'false', 'aria-label': 'Path' });
  #type = select(TYPES, { 'aria-label': 'Which pushes' });
  #trigger = select(TRIGGERS, { onchange: () => this.#numbers(), 'aria-label': 'When' });
  #times = h('input', { class: 'input', type: 'number', min: '1', required: true, 'aria-label': 'How often' });
  #effect = select(EFFECTS.request, { onchange: () => this.#numbers(), 'aria-label': 'What it does' });
  #amount = h('input', { class: 'input', type: 'number', min: '1', required: true, 'aria-label': 'How much' });
  #name = h('input', { class: 'input', pattern: '[!-~]{1,100}', placeholder: 'my-fault', title: 'Letters, digits and signs without blanks', spellcheck: 'false' });

  connectedCallback() {
    if (this.firstChild) {
      return;
    }

    const button = h('button', { class: 'button primary', 'data-test': 'fault-add' }, 'Add fault');
    replace(this, h('details', { class: 'panel fold-panel' }, h('summary', null, 'Add another fault'),
      h('form', { class: 'stack panel-body', onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void attempt(() => this.#add(), button);
      } },
      h('div', { class: 'form-row' },
        field('It hits', h('span', { class: 'joined wide' }, this.#target, this.#path, this.#type)),
        field('When', h('span', { class: 'joined' }, this.#trigger, this.#times))),
      h('div', { class: 'form-row' },
        field('What it does', h('span', { class: 'joined' }, this.#effect, this.#amount)),
        field('Name', this.#name, 'Responses carry it as X-Sandbox-Fault.')),
      h('div', { class: 'row' }, button))));
    this.#choose();
  }

  #choose() {
    const kind = this.#target.value;
    this.#path.hidden = kind !== 'request';
    this.#type.hidden = kind !== 'push';
    replace(this.#effect, EFFECTS[kind].map(([value, text]) => h('option', { value }, text)));
    this.#numbers();
  }

  /** Numbers only where the choice needs one. */
  #numbers() {
    for (const [choice, number] of /** @type {[HTMLSelectElement, HTMLInputElement][]} */ ([[this.#trigger, this.#times], [this.#effect, this.#amount]])) {
      const usual = USUAL[choice.value];
      number.hidden = number.disabled = !usual;
      number.value = usual ?? '';
    }
  }

  async #add() {
    const [times, amount] = [Number(this.#times.value), Number(this.#amount.value)];
    const effect = this.#effect.value;
    await send('POST', '/_sandbox/faults', {
      name: this.#name.value || undefined,
      target: TARGET_OF[this.#target.value]({ type: this.#type.value || undefined, path: this.#path.value.trim() || undefined }),
      trigger: this.#trigger.value === 'always' ? { always: true } : { [this.#trigger.value]: this.#trigger.value === 'probability' ? times / 100 : times },
      effect: { [effect]: effect === 'delay' ? `PT${amount}S` : this.#amount.disabled ? true : amount },
    });
    state.readSoon('faults');
  }
}

customElements.define('fault-form', FaultForm);
