// Faults: ready-made ones as switches, and all others as a list.
import { send } from '../../api.js';
import { every, h, keyed, listen, replace, setText, stop } from '../../dom.js';
import { counted, relative } from '../../format.js';
import { icon } from '../../icons.js';
import { live } from '../../live.js';
import { state } from '../../state.js';
import { attempt } from '../../ui.js';
import { effectWords, leftWords, PRESETS, PRESET_NAMES, targetWords, triggerWords } from './fault-presets.js';
import { FaultForm } from './fault-form.js';
import { badge } from '../parts.js';

/** @typedef {import('./fault-presets.js').Preset} Preset */

const TICK_MS = 1000;

/** @param {string} id */
async function remove(id) {
  await send('DELETE', `/_sandbox/faults/${id}`);
  state.readSoon('faults');
}

/** @param {any} fault */
const hits = fault => fault.struck ? `hit ${fault.struck === 1 ? 'once' : fault.struck === 2 ? 'twice' : `${fault.struck} times`}` : 'not hit yet';

class SetupFaults extends HTMLElement {
  #switches = PRESETS.flatMap(group => group.presets.map(preset => new FaultSwitch(preset)));
  #others = h('div', { class: 'rows' });
  #none = h('p', { class: 'muted panel-body' }, 'None. Switches above do not appear here.');
  #clear = h('button', { type: 'button', class: 'button danger small', onclick: () => void attempt(async () => {
    await send('DELETE', '/_sandbox/faults');
    state.readSoon('faults');
  }) }, icon('trash'), 'Remove all faults');

  connectedCallback() {
    this.classList.add('stack');
    replace(this,
      PRESETS.map(group => h('section', { class: 'stack tight' }, h('h2', null, group.label),
        h('div', { class: 'grid faults' }, group.presets.map(preset => this.#switches.find(one => one.preset === preset))))),
      h('section', { class: 'panel' }, h('div', { class: 'panel-head' }, h('h2', null, 'Other faults'), this.#clear), this.#others, this.#none),
      new FaultForm());
    listen(this, state, 'change', () => this.#show());
    listen(this, live, 'event', ({ detail }) => {
      if (detail.push?.fault) {
        state.readSoon('faults');
      }
    });
    every(this, TICK_MS, () => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    this.#switches.forEach(one => one.show());
    const others = state.faults.filter(fault => !PRESET_NAMES.has(fault.name));
    this.#none.hidden = others.length > 0;
    this.#clear.hidden = state.faults.length === 0;
    keyed(this.#others, others, fault => fault.id, () => new FaultLine(), (line, fault) => line.show(fault));
  }
}

/** A ready-made fault. It is on as long as a fault of its name is not over. */
class FaultSwitch extends HTMLElement {
  #input = h('input', { type: 'checkbox', class: 'switch', role: 'switch', onchange: () => void this.#toggle() });
  #left = h('span', { class: 'fault-left numbers' });
  #isBusy = false;

  /** @param {Preset} preset */
  constructor(preset) {
    super();
    this.preset = preset;
    this.#input.setAttribute('data-test', 'fault-switch');
    this.#input.setAttribute('data-name', preset.name);
  }

  connectedCallback() {
    if (!this.firstChild) {
      this.append(h('label', { class: 'card fault-card' }, h('span', { class: 'row between' }, h('b', null, this.preset.label), this.#input), h('span', { class: 'muted small' }, this.preset.hint), this.#left));
    }
  }

  show() {
    const faults = state.faults.filter(fault => fault.name === this.preset.name);
    const armed = faults.find(fault => !fault.spent);
    const last = armed ?? faults[faults.length - 1];
    if (!this.#isBusy) {
      this.#input.checked = Boolean(armed);
    }

    this.classList.toggle('is-armed', Boolean(armed));
    setText(this.#left, armed ? [armed.paused ? 'paused' : leftWords(armed, relative) || 'until switched off', armed.struck ? hits(armed) : ''].filter(Boolean).join(' · ') : last ? `over, ${hits(last)}` : '');
  }

  async #toggle() {
    const isOn = this.#input.checked;
    this.#isBusy = true;
    await attempt(async () => {
      for (const fault of state.faults.filter(one => one.name === this.preset.name)) {
        await remove(fault.id);
      }

      if (isOn) {
        await send('POST', '/_sandbox/faults', { name: this.preset.name, ...this.preset.fault });
      }
    });
    this.#isBusy = false;
    state.readSoon('faults');
  }
}

class FaultLine extends HTMLElement {
  #shown = '';

  /** @param {any} fault */
  show(fault) {
    const words = leftWords(fault, relative);
    const signature = JSON.stringify([fault, words]);
    if (signature === this.#shown) {
      return;
    }

    this.#shown = signature;
    this.className = 'item plain fault-line';
    this.setAttribute('data-test', 'fault');
    replace(this,
      h('div', { class: 'row' }, h('b', null, fault.name), fault.spent ? badge('over') : fault.paused ? badge('paused', 'info') : badge(words || 'armed', 'warn'), h('span', { class: 'muted small numbers' }, `${hits(fault)}, ${counted(fault.seen, 'chance')}`)),
      h('p', { class: 'small', dir: 'auto' }, `${triggerWords(fault.trigger)} ${targetWords(fault.target)}: ${effectWords(fault.effect)}`),
      h('div', { class: 'row end' },
        fault.spent ? null : h('button', { type: 'button', class: 'button small', onclick: () => void attempt(async () => {
          await send('PATCH', `/_sandbox/faults/${fault.id}`, { paused: !fault.paused });
          state.readSoon('faults');
        }) }, fault.paused ? 'Resume' : 'Pause'),
        h('button', { type: 'button', class: 'button small danger', onclick: () => void attempt(() => remove(fault.id)) }, 'Remove')));
  }
}

customElements.define('fault-switch', FaultSwitch);
customElements.define('fault-line', FaultLine);
customElements.define('setup-faults', SetupFaults);
