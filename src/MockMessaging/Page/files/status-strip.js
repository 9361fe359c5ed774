// One line below the top bar. It always has the same height, so that nothing moves when a warning comes.
import { send } from './api.js';
import { every, h, listen, replace, stop } from './dom.js';
import { count, counted, relative, span } from './format.js';
import { icon } from './icons.js';
import { live } from './live.js';
import { href } from './router.js';
import { state } from './state.js';
import { attempt } from './ui.js';

/** @typedef {{ tone: string, sign: string, text: string, action?: () => Element }} Warning */

const TICK_MS = 1000;

class StatusStrip extends HTMLElement {
  #shown = '';

  connectedCallback() {
    listen(this, state, 'change', () => this.#show());
    listen(this, live, 'state', () => this.#show());
    every(this, TICK_MS, () => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    const warnings = warningsOf();
    const [first, ...others] = warnings;
    const text = first?.text ?? calmWords();
    const signature = `${text}|${others.length}`;
    if (signature === this.#shown) {
      return;
    }

    this.#shown = signature;
    replace(this, first
      ? h('div', { class: `strip ${first.tone}`, role: 'status', 'data-test': 'banner', title: warnings.map(warning => warning.text).join('\n') },
        icon(first.sign), h('span', { class: 'ellipsis', dir: 'auto' }, first.text), first.action?.() ?? null,
        others.length ? h('small', { class: 'more' }, `and ${counted(others.length, 'more', 'more')}`) : null)
      : h('div', { class: 'strip calm' }, h('span', { class: 'ellipsis', dir: 'auto' }, text)));
  }
}

/** Why nothing can arrive, the most important reason first. @returns {Warning[]} */
function warningsOf() {
  /** @type {Warning[]} */
  const warnings = [];
  if (live.state === 'lost') {
    warnings.push({ tone: 'bad', sign: 'warn', text: 'The server cannot be reached. What you see may be out of date; the page reconnects by itself.' });
  }

  if (state.clock?.mode === 'frozen' && state.clock.pendingTimers > 0) {
    warnings.push({ tone: 'info', sign: 'freeze', text: `The clock is frozen, ${count(state.clock.pendingTimers)} due.`, action: () => h('button', { type: 'button', class: 'button small', onclick: runUntilIdle }, 'Move until idle') });
  }

  for (const receiver of state.receivers.filter(isFailing)) {
    warnings.push({ tone: 'bad', sign: 'webhooks', text: failureOf(receiver), action: () => h('a', { class: 'button small', href: href('webhooks') }, 'Look') });
  }

  if (state.workspace && !state.workspace.apps.some((/** @type {any} */ app) => app.webhook)) {
    warnings.push({ tone: 'warn', sign: 'webhooks', text: 'No webhook is registered: pushes are recorded and not sent.', action: () => h('a', { class: 'button small', href: href('setup', 'webhook') }, 'Register one') });
  }

  return warnings;
}

/** @param {any} receiver */
const isFailing = receiver => receiver.lastFailure && (receiver.waiting > 0 || receiver.appId === state.failingApp);

/** @param {any} receiver */
function failureOf({ queue, url, oldestAt, lastFailureAt, lastFailure, waiting }) {
  const name = queue ? `of ${queue}` : `at ${url}`;
  return waiting > 0
    ? `Receiver ${name} down for ${span(Math.max(0, state.now() - Date.parse(oldestAt ?? lastFailureAt)))}, ${counted(waiting, 'push waits', 'pushes wait')}: ${lastFailure}`
    : `The last push to the receiver ${name} failed ${relative(lastFailureAt)}: ${lastFailure}`;
}

function calmWords() {
  const urls = (state.workspace?.apps ?? []).filter((/** @type {any} */ app) => app.webhook).map((/** @type {any} */ app) => app.webhook);
  const delivered = state.receivers.reduce((sum, receiver) => sum + receiver.delivered, 0);
  return urls.length ? `Pushes go to ${urls.slice(0, 2).join(', ')}${urls.length > 2 ? ` and ${urls.length - 2} more` : ''} · ${count(delivered)} taken` : '';
}

/** @param {{ currentTarget: HTMLButtonElement }} event */
function runUntilIdle({ currentTarget }) {
  void attempt(() => send('POST', '/_sandbox/clock/advance', { untilIdle: true }), currentTarget);
}

customElements.define('status-strip', StatusStrip);
