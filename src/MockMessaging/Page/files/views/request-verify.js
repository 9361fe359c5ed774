// Asks the journal if the application sent what it should, and shows the nearest misses if not.
import { send } from '../api.js';
import { h, replace } from '../dom.js';
import { counted, timeMs } from '../format.js';
import { attempt, pretty, toast } from '../ui.js';
import { field, httpBadge, badge, select } from './parts.js';
import { href } from '../router.js';

/** @type {[string, string][]} */
const COUNTS = [['atLeast', 'at least'], ['exactly', 'exactly'], ['atMost', 'at most']];
/** @type {[string, string][]} */
const METHODS = [['', 'any method'], ['POST', 'POST'], ['GET', 'GET'], ['PUT', 'PUT'], ['PATCH', 'PATCH'], ['DELETE', 'DELETE']];
/** @type {Record<string, string>} */
const TONES = { pass: 'good', fail: 'bad', inconclusive: 'warn' };

export class RequestVerify extends HTMLElement {
  #method = select(METHODS, { 'aria-label': 'Method' });
  #path = h('input', { class: 'input', placeholder: '/api/v1/message/send', spellcheck: 'false' });
  #body = h('textarea', { class: 'input code-input', rows: '3', spellcheck: 'false', placeholder: '{"type":"text"}' });
  #count = select(COUNTS, { 'aria-label': 'How to count' });
  #number = h('input', { class: 'input', type: 'number', min: '0', value: '1', 'aria-label': 'How many' });
  #result = h('div', { class: 'stack verify-result', 'aria-live': 'polite' });
  /** @type {HTMLDetailsElement | null} */
  #panel = null;

  connectedCallback() {
    if (this.#panel) {
      return;
    }

    const button = h('button', { class: 'button primary', 'data-test': 'verify' }, 'Verify');
    this.#panel = h('details', { class: 'panel fold-panel' },
      h('summary', null, 'Verify: did the application send what it should?'),
      h('form', { class: 'stack panel-body', onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void attempt(() => this.#verify(), button);
      } },
      h('div', { class: 'form-row' }, field('Method', this.#method), field('Path', this.#path, 'A * at its end stands for anything.'), field('Count', h('span', { class: 'joined' }, this.#count, this.#number))),
      field('The body holds', this.#body, 'JSON; properties not named here do not matter.'),
      h('div', { class: 'row' }, button)), this.#result);
    replace(this, this.#panel);
  }

  /** Fills the form from a request. @param {any} request */
  fill(request) {
    this.#method.value = request.method;
    this.#path.value = request.path;
    this.#body.value = request.body && typeof request.body === 'object' ? pretty(request.body) : '';
    this.#body.rows = Math.min(10, this.#body.value.split('\n').length + 1);
    if (this.#panel) {
      this.#panel.open = true;
      this.#panel.scrollIntoView({ block: 'nearest' });
      this.#path.focus();
    }
  }

  async #verify() {
    let body;
    try {
      body = this.#body.value.trim() ? JSON.parse(this.#body.value) : undefined;
    } catch {
      toast('The body is not JSON.', 'bad');
      return;
    }

    const match = { method: this.#method.value || undefined, path: this.#path.value.trim() || undefined, body };
    const result = await send('POST', '/_sandbox/requests/verify', { match, [this.#count.value]: Number(this.#number.value) });
    replace(this.#result,
      h('p', { class: 'verdict' }, badge(result.verdict, TONES[result.verdict]), ` ${counted(result.matched, 'request')} ${result.matched === 1 ? 'matches' : 'match'}.`,
        result.undecided ? ` ${counted(result.undecided, 'request')} may match: the body is not known.` : '',
        result.evicted ? ` ${counted(result.evicted, 'older request')} forgotten.` : ''),
      result.nearest.length ? misses(result.nearest) : null,
      result.unknown.map((/** @type {any} */ one) => h('p', { class: 'muted small' }, `Request ${one.request.number}: ${one.why}`)));
  }
}

/** @param {any[]} nearest */
const misses = nearest => h('section', null, h('h2', null, 'Nearest misses'), h('div', { class: 'scroll-x' }, h('table', { class: 'table' },
  h('thead', null, h('tr', null, ['Request', 'Where', 'Expected', 'Actual'].map(name => h('th', { scope: 'col' }, name)))),
  h('tbody', null, nearest.flatMap(near => near.differences.map((/** @type {any} */ one, /** @type {number} */ index) => h('tr', null,
    h('td', null, index ? '' : [h('a', { href: href('requests', String(near.request.number)) }, `Request ${near.request.number}`), ` ${timeMs(near.request.at)} `, httpBadge(near.request.status)]),
    h('td', null, h('code', { class: 'mono' }, one.at)), h('td', { class: 'good' }, h('code', { class: 'mono' }, shown(one.expected))), h('td', { class: 'bad' }, h('code', { class: 'mono' }, shown(one.actual))))))))));

/** @param {any} value */
const shown = value => value === undefined || value === null ? 'nothing' : JSON.stringify(value);

customElements.define('request-verify', RequestVerify);
