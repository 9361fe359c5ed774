// What did not arrive, grouped by receiver and cause.
import { h, keyed, replace } from '../dom.js';
import { count, time } from '../format.js';
import { state } from '../state.js';
import { badge } from './parts.js';

/** Why a push was not sent or not accepted. @param {any} push @returns {string} */
export const causeOf = push => push.reason ?? push.error ?? '';

export class PushFailures extends HTMLElement {
  /** How many pushes of each state are looked at. */
  static READ = 500;

  #rows = h('div', { class: 'rows' });
  #choose;

  /** @param {(pushes: any[]) => void} choose Called with the group that the reader wants to look at. */
  constructor(choose) {
    super();
    this.#choose = choose;
    this.hidden = true;
  }

  connectedCallback() {
    if (!this.firstChild) {
      replace(this, h('section', { class: 'panel' }, h('div', { class: 'panel-head' }, h('h2', null, 'What did not arrive, and why')), this.#rows));
    }
  }

  /** @param {any[]} pushes The newest first within each state. */
  show(pushes) {
    /** @type {Map<string, any[]>} */
    const groups = new Map();
    for (const push of pushes) {
      const key = `${push.state} ${push.url ?? ''} ${causeOf(push)}`;
      groups.set(key, [...groups.get(key) ?? [], push]);
    }

    this.hidden = groups.size === 0;
    keyed(this.#rows, groups, ([key]) => key, () => new FailureRow(this.#choose), (row, [, group]) => row.show(group));
  }
}

class FailureRow extends HTMLElement {
  /** @type {any[]} */
  #group = [];
  #button;

  /** @param {(pushes: any[]) => void} choose */
  constructor(choose) {
    super();
    this.#button = h('button', { type: 'button', class: 'item failure', 'data-row': '', 'data-test': 'failure', onclick: () => choose(this.#group) });
  }

  connectedCallback() {
    replace(this, this.#button);
  }

  /** @param {any[]} group The newest first. */
  show(group) {
    const isNew = this.#group.length !== group.length || this.#group[0]?.id !== group[0].id;
    this.#group = group;
    if (!isNew) {
      return;
    }

    const [push] = group;
    const [first, last] = [time(group[group.length - 1].createdAt), time(push.createdAt)];
    const app = state.workspace?.apps.find((/** @type {any} */ one) => one.id === push.appId);
    replace(this.#button,
      badge(`${count(group.length)}${group.length === PushFailures.READ ? ' or more' : ''}`, push.state === 'failed' ? 'bad' : 'warn'),
      h('span', { class: 'failure-cause', dir: 'auto' }, causeOf(push) || 'No cause is known.'),
      h('span', { class: 'muted small', dir: 'auto' }, [app?.queue, push.url].filter(Boolean).join(' → '), ` · ${first === last ? last : `${first} to ${last}`}`));
  }
}

customElements.define('push-failures', PushFailures);
customElements.define('failure-row', FailureRow);
