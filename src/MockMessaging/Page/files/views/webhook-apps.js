// The client apps that can have a webhook: its URL, its check, and how its receiver fares.
import { send } from '../api.js';
import { every, h, keyed, listen, replace, setText, stop } from '../dom.js';
import { count, relative } from '../format.js';
import { icon } from '../icons.js';
import { state } from '../state.js';
import { attempt, toast } from '../ui.js';
import { badge, field } from './parts.js';

const TICK_MS = 1000;
const HAS_WEBHOOK = 'WEBHOOK';

class WebhookApps extends HTMLElement {
  #cards = h('div', { class: 'grid apps' });
  #others = h('p', { class: 'muted small' });
  #signing = new SigningForm();

  connectedCallback() {
    this.classList.add('stack');
    replace(this, this.#cards, this.#others, this.#signing);
    listen(this, state, 'change', () => this.#show());
    every(this, TICK_MS, () => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    const apps = state.workspace?.apps ?? [];
    const questions = state.receivers.filter(receiver => !receiver.appId).map(receiver => ({ id: '', queue: 'contact/info', appType: HAS_WEBHOOK, default: false, webhook: receiver.url }));
    keyed(this.#cards, [...apps.filter((/** @type {any} */ app) => app.appType === HAS_WEBHOOK), ...questions], app => app.id, app => new AppCard(app.id), (card, app) => card.show(app));
    const others = apps.filter((/** @type {any} */ app) => app.appType !== HAS_WEBHOOK);
    setText(this.#others, others.length ? `Apps of other types cannot have a webhook: ${others.map((/** @type {any} */ app) => app.queue).join(', ')}.` : '');
    this.#signing.show(state.workspace?.signingSecret);
  }
}

/** The workspace's own secret for signatures. The server never shows it again. */
class SigningForm extends HTMLElement {
  #secret = h('input', { class: 'input', placeholder: 'whsec_…', spellcheck: 'false', autocomplete: 'off', required: true, 'data-test': 'signing-secret' });
  #fact = h('p', { class: 'muted small', 'data-test': 'signing' });

  connectedCallback() {
    if (this.firstChild) {
      return;
    }

    this.className = 'card stack';
    const save = h('button', { class: 'button', 'data-test': 'signing-save' }, 'Save');
    const remove = h('button', { type: 'button', class: 'button', 'data-test': 'signing-remove', onclick: () => void attempt(() => this.#set(''), remove) }, 'Remove');
    const form = h('form', { class: 'app-form', onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      void attempt(() => this.#set(this.#secret.value.trim()), save);
    } }, field('Signing secret of all apps', this.#secret), save, remove);
    replace(this, h('h2', null, 'Signatures'), form, this.#fact);
  }

  /** @param {string | undefined} secret Masked; undefined if pushes are not signed. */
  show(secret) {
    setText(this.#fact, secret ? `Pushes are signed (${secret}).` : 'Pushes are not signed, as in production. The secret is whsec_ and 24 to 64 bytes in Base64.');
  }

  /** @param {string} signingSecret Empty: that of the server applies, if it has one. */
  async #set(signingSecret) {
    await send('PATCH', '/_sandbox/workspace', { signingSecret });
    this.#secret.value = '';
    toast(signingSecret ? 'Pushes are signed with this secret now.' : 'The secret of this workspace is removed.', 'good');
    state.readSoon('workspace');
  }
}

class AppCard extends HTMLElement {
  #head = h('div', { class: 'row' });
  #url = h('input', { class: 'input', type: 'url', placeholder: 'http://localhost:9000/webhook', spellcheck: 'false', autocomplete: 'off', 'data-test': 'webhook-url' });
  #result = h('div', { 'aria-live': 'polite' });
  #facts = h('div', { class: 'stack receiver' });
  #saved = '';
  #shown = '';
  /** @type {Record<string, string>} */
  #acting;

  /** @param {string} id Empty for the receiver of contact/info, which a setting of the server names. */
  constructor(id) {
    super();
    this.#acting = id ? { 'x-api-id': id } : {};
    this.dataset.id = id;
  }

  connectedCallback() {
    if (this.firstChild) {
      return;
    }

    this.className = 'card stack app-card';
    this.setAttribute('data-test', 'app');
    const save = h('button', { class: 'button', 'data-test': 'webhook-save' }, 'Save');
    const check = h('button', { type: 'button', class: 'button', 'data-test': 'webhook-check', onclick: () => void attempt(() => this.#check(), check) }, 'Check');
    const form = h('form', { class: 'app-form', onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      void attempt(() => this.#save(), save);
    } }, field('Webhook URL', this.#url), save, check);
    replace(this, this.#head, this.dataset.id ? form : null, this.#result, this.#facts);
  }

  /** @param {any} app */
  show(app) {
    const receiver = state.receivers.find(one => (one.appId ?? '') === app.id);
    const lines = receiverLines(receiver, app.webhook);
    const signature = JSON.stringify([app, lines.map(line => line?.textContent)]);
    if (signature === this.#shown) {
      return;
    }

    this.#shown = signature;
    if (this.#url.value === this.#saved) {
      this.#url.value = app.webhook ?? '';
    }

    this.#saved = app.webhook ?? '';
    replace(this.#head, h('h2', null, app.queue), app.default ? badge('default', 'accent', 'It acts where no x-api-id is sent.') : null, app.id ? h('code', { class: 'muted mono id', title: 'Send it as x-api-id to act for this app.' }, app.id) : null);
    replace(this.#facts, lines);
  }

  async #save() {
    await send('POST', '/api/v1/config/webhook', { url: this.#url.value.trim() }, this.#acting);
    this.#saved = this.#url.value = this.#url.value.trim();
    replace(this.#result);
    toast(this.#saved ? 'Pushes go to this URL now.' : 'This app has no webhook any more.', 'good');
    state.readSoon('workspace', 'receivers');
  }

  async #check() {
    const result = await send('POST', '/_sandbox/webhooks/check', undefined, this.#acting);
    replace(this.#result, h('p', { class: `note ${result.ok ? 'good' : 'bad'}`, dir: 'auto', 'data-test': 'check-result' }, icon(result.ok ? 'check' : 'warn'),
      h('span', null, result.ok ? `The URL accepts pushes (HTTP ${result.httpStatus}, ${Math.round(result.durationMs)} ms).` : result.cause)));
  }
}

/** @param {any} receiver @param {string | null | undefined} url */
function receiverLines(receiver, url) {
  if (!url && !receiver) {
    return [h('p', { class: 'muted' }, 'No webhook: pushes of this app are recorded, not sent.')];
  }

  const { waiting = 0, underWay = 0, delivered = 0, failed = 0, turnedAway = 0, oldestAt, lastFailure, lastFailureAt, refusesSends } = receiver ?? {};
  return [
    h('p', { class: 'row numbers' }, h('span', { class: delivered ? 'good' : 'muted' }, `${count(delivered)} delivered`), h('span', { class: failed ? 'bad' : 'muted' }, `${count(failed)} failed`),
      h('span', { class: waiting ? 'warn' : 'muted' }, `${count(waiting)} waiting`), underWay ? h('span', { class: 'info' }, `${count(underWay)} under way`) : null),
    waiting && oldestAt ? h('p', { class: 'warn' }, `The oldest of them was made ${relative(oldestAt)}.`) : null,
    waiting && state.clock?.mode === 'frozen' ? h('p', { class: 'info' }, 'The clock is frozen: what is to be tried again waits until it moves.') : null,
    refusesSends ? h('p', { class: 'note bad' }, icon('warn'), h('span', null, 'Too many pushes wait: sends of this app get 503 (Webhooks:MaxPending).')) : null,
    turnedAway ? h('p', { class: 'bad' }, `${count(turnedAway)} not sent because too many waited.`) : null,
    lastFailure ? h('p', { class: 'small', dir: 'auto' }, h('span', { class: 'bad' }, `Last failure ${relative(lastFailureAt)}: `), lastFailure) : null,
  ];
}

customElements.define('app-card', AppCard);
customElements.define('signing-form', SigningForm);
customElements.define('webhook-apps', WebhookApps);
