// The workspace's time, and the buttons that move it.
import { get, messageOf, send } from './api.js';
import { every, h, listen, replace, setText, stop } from './dom.js';
import { counted, day, full, relative, statusOf, time } from './format.js';
import { icon } from './icons.js';
import { href } from './router.js';
import { state } from './state.js';
import { attempt, menu } from './ui.js';

const TICK_MS = 200;
const STEPS = [['5s', '+5 s', 'PT5S'], ['1h', '+1 h', 'PT1H'], ['24h', '+24 h', 'PT24H']];
const SCALES = [10, 60, 3600];

class ClockBar extends HTMLElement {
  #now = h('b', { class: 'numbers', 'data-test': 'clock-now' });
  #mode = h('small');
  #due = h('small', { class: 'due muted numbers', 'data-test': 'clock-due' });
  #freeze = h('button', { type: 'button', class: 'button small', 'data-test': 'clock-freeze', onclick: () => this.#set({ mode: state.clock?.mode === 'real' ? 'frozen' : 'real' }) });
  #list = h('div', { class: 'due-list' });

  connectedCallback() {
    const setTime = h('input', { type: 'datetime-local', step: '1', class: 'input', 'aria-label': 'Set the clock to', 'data-test': 'clock-set' });
    const clock = menu({ label: 'Clock', class: 'clock-face' }, [icon('clock'), h('span', { class: 'face' }, this.#now, this.#mode)],
      h('div', { class: 'stack tight' },
        h('div', { class: 'row' }, h('span', { class: 'muted small' }, 'Speed'), h('div', { class: 'segmented', role: 'group', 'aria-label': 'Speed' },
          h('button', { type: 'button', 'aria-pressed': 'false', 'data-speed': 'real', onclick: () => this.#set({ mode: 'real' }) }, 'real'),
          SCALES.map(scale => h('button', { type: 'button', 'aria-pressed': 'false', 'data-speed': String(scale), onclick: () => this.#set({ mode: 'scaled', scale }) }, `×${scale}`)),
          h('button', { type: 'button', 'aria-pressed': 'false', 'data-speed': 'frozen', onclick: () => this.#set({ mode: 'frozen' }) }, 'frozen'))),
        h('form', { class: 'row set-time', onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          if (setTime.value) {
            this.#set({ now: new Date(setTime.value).toISOString() });
          }
        } }, setTime, h('button', { class: 'button' }, 'Set')),
        h('h2', { class: 'small' }, 'What is due next'), this.#list));
    clock.addEventListener('toggle', () => clock.open && void this.#readDue());
    replace(this, clock, this.#freeze, h('div', { class: 'steps', role: 'group', 'aria-label': 'Move the clock' },
      STEPS.map(([name, label, by]) => h('button', { type: 'button', class: 'button small', 'data-test': `clock-advance-${name}`, title: `Move the clock by ${label.slice(1)} and wait for all that falls due`, onclick: (/** @type {any} */ event) => this.#advance({ by }, event) }, label)),
      h('button', { type: 'button', class: 'button small', 'data-test': 'clock-idle', title: 'Move the clock until nothing is left to happen', onclick: (/** @type {any} */ event) => this.#advance({ untilIdle: true }, event) }, 'until idle')),
    this.#due);
    listen(this, state, 'change', () => this.#show());
    every(this, TICK_MS, () => this.#tick());
    this.#show();
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    // A switch pressed before the clock is known would set what it already is.
    this.inert = !state.clock;
    const { mode = 'real', scale = 1 } = state.clock ?? {};
    this.dataset.mode = mode;
    replace(this.#freeze, icon(mode === 'real' ? 'freeze' : 'play'), mode === 'real' ? 'Freeze' : 'Run');
    this.#freeze.title = mode === 'real' ? 'Stop the clock of this workspace' : 'Let the clock run in real time';
    for (const button of this.querySelectorAll('[data-speed]')) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-speed') === (mode === 'scaled' ? String(scale) : mode)));
    }

    this.#tick();
  }

  #tick() {
    if (!state.clock) {
      return;
    }

    const { mode, scale, pendingTimers, nextDue } = state.clock;
    const now = state.now();
    setText(this.#now, time(now));
    this.#now.title = full(new Date(now));
    setText(this.#mode, `${dateOf(now)} · ${mode === 'scaled' ? `×${scale}` : mode}`);
    setText(this.#due, pendingTimers === 0 ? 'nothing due' : `${pendingTimers} due${nextDue ? ` · next ${relative(nextDue)}` : ''}`);
  }

  /** @param {any} change */
  #set(change) {
    void attempt(async () => state.setClock(await send('PUT', '/_sandbox/clock', change)));
  }

  /** @param {any} how @param {{ currentTarget: HTMLButtonElement }} event */
  #advance(how, { currentTarget }) {
    void attempt(async () => {
      await send('POST', '/_sandbox/clock/advance', how);
      state.setClock(await get('/_sandbox/clock'));
    }, currentTarget);
  }

  async #readDue() {
    try {
      const { due, total } = await get('/_sandbox/clock/due?limit=20');
      replace(this.#list, due.map((/** @type {any} */ one) => h(one.messageId ? 'a' : 'div', { class: 'item', href: one.messageId ? href('timeline', one.messageId) : null },
        h('span', { class: 'row between' }, h('b', null, wordsOf(one)), h('small', { class: 'muted numbers', title: full(one.due) }, relative(one.due))),
        h('small', { class: 'muted mono', dir: 'auto' }, one.contactId ?? ''))),
      due.length === 0 ? h('p', { class: 'muted small' }, 'Nothing waits for its time.') : total > due.length ? h('p', { class: 'muted small' }, `${counted(total - due.length, 'more', 'more')}`) : null);
    } catch (error) {
      replace(this.#list, h('p', { class: 'note small' }, messageOf(error)));
    }
  }
}

/** @param {{ what: string, status?: string, detail?: string }} due */
const wordsOf = ({ what, status, detail }) => what === 'status' ? `becomes ${statusOf(status).word}` : what === 'reply' ? detail || 'the customer writes'
  : what === 'push' ? `push of ${status ?? 'an event'}` : what === 'traffic' ? 'a customer writes by themselves' : detail || 'timer';

/** @param {number} now */
const dateOf = now => new Date(now).toDateString() === new Date().toDateString() ? day(now) : new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' }).format(now);

customElements.define('clock-bar', ClockBar);
