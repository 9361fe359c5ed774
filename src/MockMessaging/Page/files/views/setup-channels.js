// Channels and templates, as the provider knows them.
import { get } from '../api.js';
import { h, replace } from '../dom.js';
import { icon } from '../icons.js';
import { attempt, copyButton, emptyState } from '../ui.js';
import { badge } from './parts.js';

/** @type {Record<string, string>} */
const TONES = { APPROVED: 'good', PENDING: 'warn', REJECTED: 'bad', DELETED: 'bad' };
/** @type {Record<string, string>} */
const SIGNS = { URL: 'link', PHONE_NUMBER: 'phone', QUICK_REPLY: 'reply' };

class SetupChannels extends HTMLElement {
  connectedCallback() {
    void attempt(async () => {
      const { channels } = await get('/_sandbox/channels');
      replace(this, h('section', { class: 'panel' }, h('div', { class: 'panel-head' }, h('h2', null, 'Channels'), h('span', { class: 'muted small' }, 'Send from one of them with its channelId.')),
        h('div', { class: 'channels' }, channels.map((/** @type {any} */ channel) => h('div', { class: 'channel', 'data-test': 'channel' },
          h('span', { class: 'channel-name' }, h('b', { dir: 'auto' }, channel.name), channel.disabled ? badge('off') : null, h('span', { class: 'muted small' }, channel.contactType)),
          copyButton(channel.channelId, () => channel.channelId))))));
    });
  }
}

class SetupTemplates extends HTMLElement {
  connectedCallback() {
    void attempt(async () => {
      const { templates } = await get('/_sandbox/templates');
      const list = h('div', { class: 'grid templates' });
      const search = h('input', { type: 'search', class: 'input', placeholder: 'Filter: order en PENDING …', 'aria-label': 'Filter templates', oninput: () => show(search.value) });
      const show = (/** @type {string} */ text) => {
        const words = text.toLowerCase().split(/\s+/).filter(Boolean);
        const found = templates.filter((/** @type {any} */ template) => words.every(word => JSON.stringify(template).toLowerCase().includes(word)));
        replace(list, found.length ? found.map(templateCard) : emptyState({ icon: 'search', title: 'No template matches' }));
      };
      replace(this, h('section', { class: 'stack' }, h('header', { class: 'view-head' }, h('h2', null, 'Templates'), search), list));
      show('');
    });
  }
}

/** A template as the customer would see it. @param {any} template */
const templateCard = template => h('article', { class: 'card template', 'data-test': 'template', 'data-id': template.id },
  h('div', { class: 'row' }, h('b', null, template.code), badge(template.lang), template.category ? h('span', { class: 'muted small' }, template.category) : null),
  h('div', { class: 'bubble-preview', dir: 'auto' },
    template.header ? h('b', null, withPlaceholders(template.header)) : null,
    h('p', null, withPlaceholders(template.body ?? '')),
    template.footer ? h('p', { class: 'muted small' }, template.footer) : null,
    template.buttons?.map((/** @type {any} */ button) => h('span', { class: 'button-preview' }, icon(SIGNS[button.type] ?? 'reply'), button.label))),
  h('ul', { class: 'approvals' }, template.approved.length
    ? template.approved.map((/** @type {any} */ one) => h('li', { class: 'row between' }, h('span', { class: 'mono' }, one.channelId), badge((one.status ?? 'unknown').toLowerCase(), TONES[one.status])))
    : h('li', { class: 'muted small' }, 'Sent to no provider for approval.')));

/** @param {string} text */
const withPlaceholders = text => text.split(/(\{\{[^}]*\}\})/).map((part, index) => index % 2 ? h('span', { class: 'placeholder' }, part.slice(2, -2)) : part);

customElements.define('setup-channels', SetupChannels);
customElements.define('setup-templates', SetupTemplates);
