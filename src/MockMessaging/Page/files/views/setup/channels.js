// Channels and templates, as the provider knows them.
import { get, send } from '../../api.js';
import { h, keyed, listen, replace, stop } from '../../dom.js';
import { icon } from '../../icons.js';
import { live } from '../../live.js';
import { attempt, copyButton, emptyState } from '../../ui.js';
import { badge, calmly } from '../parts.js';

/** @type {Record<string, string>} */
const TONES = { APPROVED: 'good', PENDING: 'warn', REJECTED: 'bad', PAUSED: 'warn', DELETED: 'bad' };
/** @type {Record<string, string>} */
const SIGNS = { URL: 'link', PHONE_NUMBER: 'phone', QUICK_REPLY: 'reply' };

/** The kinds of events after which channels and templates may be others. */
const CHANGES = ['configuration', 'reset', 'snapshots'];
/** What the provider can say of a template: the word of the call, and the button. @type {[string, string, string][]} */
const DECISIONS = [['approved', 'Approve', 'check'], ['rejected', 'Reject', 'cross'], ['paused', 'Pause', 'stop']];

/** Reads a list now, and whenever it may have changed. @param {Element} owner @param {() => Promise<void>} read */
function follow(owner, read) {
  const readSoon = calmly(() => void attempt(read));
  listen(owner, live, 'event', ({ detail }) => CHANGES.includes(detail.kind) && readSoon());
  listen(owner, live, 'again', readSoon);
  void attempt(read);
}

class SetupChannels extends HTMLElement {
  #list = h('div', { class: 'channels' });

  connectedCallback() {
    replace(this, h('section', { class: 'panel' }, h('div', { class: 'panel-head' }, h('h2', null, 'Channels'), h('span', { class: 'muted small' }, 'Send from one of them with its channelId.')), this.#list));
    follow(this, async () => {
      const { channels } = await get('/_sandbox/channels');
      keyed(this.#list, channels, (/** @type {any} */ channel) => JSON.stringify(channel), channelRow);
    });
  }

  disconnectedCallback() {
    stop(this);
  }
}

class SetupTemplates extends HTMLElement {
  #list = h('div', { class: 'grid templates' });
  #none = emptyState({ icon: 'search', title: 'No template matches' });
  #search = h('input', { type: 'search', class: 'input', placeholder: 'Filter: order en PENDING …', 'aria-label': 'Filter templates', oninput: () => this.#show() });
  /** @type {any[]} */
  #templates = [];

  connectedCallback() {
    replace(this, h('section', { class: 'stack' }, h('header', { class: 'view-head' }, h('h2', null, 'Templates'), this.#search), this.#list, this.#none));
    this.#none.hidden = true;
    follow(this, async () => {
      this.#templates = (await get('/_sandbox/templates')).templates;
      this.#show();
    });
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.#templates.filter(template => words.every(word => JSON.stringify(template).toLowerCase().includes(word)));
    this.#none.hidden = found.length > 0;
    keyed(this.#list, found, template => template.id, () => h('article', { class: 'card template', 'data-test': 'template' }), fillCard);
  }
}

/** @param {any} channel */
const channelRow = channel => h('div', { class: 'channel', 'data-test': 'channel' },
  h('span', { class: 'channel-name' }, h('b', { dir: 'auto' }, channel.name), channel.disabled ? badge('off') : null, h('span', { class: 'muted small' }, channel.contactType)),
  copyButton(channel.channelId, () => channel.channelId));

/** What each card shows, so that one that did not change stays as it is, with its focus. @type {WeakMap<Element, string>} */
const shown = new WeakMap();

/** A template as the customer would see it, and what the provider says of it. @param {HTMLElement} card @param {any} template */
function fillCard(card, template) {
  const content = JSON.stringify(template);
  if (shown.get(card) === content) {
    return;
  }

  const focused = /** @type {HTMLElement | null} */ (card.querySelector(':focus'))?.dataset.test;
  shown.set(card, content);
  card.dataset.id = template.id;
  replace(card,
    h('div', { class: 'row' }, h('b', null, template.code), badge(template.lang), template.category ? h('span', { class: 'muted small' }, template.category) : null),
    h('div', { class: 'bubble-preview', dir: 'auto' },
      template.header ? h('b', null, withPlaceholders(template.header)) : null,
      h('p', null, withPlaceholders(template.body ?? '')),
      template.footer ? h('p', { class: 'muted small' }, template.footer) : null,
      template.options?.buttons?.map((/** @type {any} */ button) => h('span', { class: 'button-preview' }, icon(SIGNS[button.type] ?? 'reply'), button.label ?? button.name))),
    h('ul', { class: 'approvals' }, template.approved.length ? template.approved.map(approvalRow) : h('li', { class: 'muted small' }, 'Sent to no provider for approval.')),
    h('div', { class: 'row', role: 'group', 'aria-label': `Approval of ${template.code} ${template.lang}` }, DECISIONS.map(([status, label, sign]) => decision(template, status, label, sign))));
  /** @type {HTMLElement | null} */ (focused ? card.querySelector(`[data-test=${focused}]`) : null)?.focus();
}

/** @param {any} one */
const approvalRow = one => h('li', { class: 'row between', 'data-test': 'approval' },
  h('span', { class: 'mono' }, one.channelId),
  badge((one.status ?? 'unknown').toLowerCase(), TONES[one.status], one.reason ?? (one.approveAt ? `Becomes approved at ${one.approveAt}` : '')));

/** A button with which the provider decides, for all channels. @param {any} template @param {string} status @param {string} label @param {string} sign */
const decision = (template, status, label, sign) => h('button', {
  type: 'button', class: 'button small', 'data-test': `template-${status}`,
  'aria-pressed': String(template.approved.length > 0 && template.approved.every((/** @type {any} */ one) => one.status === status.toUpperCase())),
  onclick: (/** @type {Event} */ event) => void attempt(
    () => send('PATCH', `/_sandbox/templates/${encodeURIComponent(template.id)}`, { status }), /** @type {HTMLButtonElement} */ (event.currentTarget)),
}, icon(sign), label);

/** @param {string} text */
const withPlaceholders = text => text.split(/(\{\{[^}]*\}\})/).map((part, index) => index % 2 ? h('span', { class: 'placeholder' }, part.slice(2, -2)) : part);

customElements.define('setup-channels', SetupChannels);
customElements.define('setup-templates', SetupTemplates);
