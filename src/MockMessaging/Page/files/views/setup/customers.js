// Customers who write by themselves, by the workspace's clock.
import { get, send } from '../../api.js';
import { every, h, keyed, listen, replace, stop } from '../../dom.js';
import { count, counted, relative } from '../../format.js';
import { icon } from '../../icons.js';
import { live } from '../../live.js';
import { href } from '../../router.js';
import { attempt } from '../../ui.js';
import { badge, calmly, contactWords, field, select } from '../parts.js';

const TICK_MS = 1000;
const NAMES_SHOWN = 12;

class SetupCustomers extends HTMLElement {
  #rows = h('div', { class: 'rows' });
  #none = h('p', { class: 'muted panel-body' }, 'No customer writes at present.');
  #contacts = h('input', { class: 'input', type: 'number', min: '1', max: '1000', value: '5', required: true, 'data-test': 'traffic-contacts' });
  #rate = h('input', { class: 'input', type: 'number', min: '0.001', max: '6000', step: 'any', value: '10', required: true });
  #minutes = h('input', { class: 'input', type: 'number', min: '1', max: '1440', value: '10', required: true });
  #channel = select([['', 'the first one']]);
  #stopAll = h('button', { type: 'button', class: 'button danger small', onclick: () => void this.#stop('') }, icon('stop'), 'Stop all');
  /** @type {any[]} */
  #traffic = [];

  connectedCallback() {
    const start = h('button', { class: 'button primary', 'data-test': 'traffic-start' }, icon('play'), 'Let them write');
    replace(this, h('div', { class: 'stack' },
      h('section', { class: 'panel' }, h('div', { class: 'panel-head' }, h('h2', null, 'Let customers write')),
        h('form', { class: 'stack panel-body', onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          void attempt(() => this.#start(), start);
        } },
        h('div', { class: 'form-row' }, field('Customers', this.#contacts), field('Messages per minute', this.#rate, 'All of them together.'), field('For minutes', this.#minutes), field('On the channel', this.#channel)),
        h('div', { class: 'row' }, start, h('span', { class: 'muted small' }, 'They answer every other message that is sent to them.')))),
      h('section', { class: 'panel' }, h('div', { class: 'panel-head' }, h('h2', null, 'Writing at present'), this.#stopAll), this.#rows, this.#none)));
    const readSoon = calmly(() => this.#read(), 1000);
    listen(this, live, 'event', ({ detail }) => ['traffic', 'reset', 'snapshots', 'inbound', 'clock'].includes(detail.kind) && readSoon());
    listen(this, live, 'again', readSoon);
    every(this, TICK_MS, () => this.#show());
    void this.#read();
    void attempt(async () => {
      const { channels } = await get('/_sandbox/channels');
      this.#channel.append(...channels.map((/** @type {any} */ channel) => h('option', { value: channel.channelId }, `${channel.name} (${channel.channelId})`)));
    });
  }

  disconnectedCallback() {
    stop(this);
  }

  async #read() {
    this.#traffic = (await get('/_sandbox/traffic').catch(() => ({ traffic: this.#traffic }))).traffic;
    this.#show();
  }

  async #start() {
    await send('POST', '/_sandbox/traffic', { contacts: Number(this.#contacts.value), inboundPerMinute: Number(this.#rate.value), for: `PT${Number(this.#minutes.value)}M`, channelId: this.#channel.value || undefined });
    await this.#read();
  }

  /** @param {string} id Empty for all. */
  async #stop(id) {
    await attempt(() => send('DELETE', `/_sandbox/traffic${id ? `/${id}` : ''}`));
    await this.#read();
  }

  #show() {
    this.#none.hidden = this.#traffic.length > 0;
    this.#stopAll.hidden = this.#traffic.length < 2;
    keyed(this.#rows, this.#traffic, one => `${one.id} ${one.written}`, one => this.#row(one), (row, one) => {
      row.querySelector('.ends').textContent = `ends ${relative(one.until)}`;
    });
  }

  /** @param {any} traffic */
  #row(traffic) {
    const { contactIds } = traffic;
    return h('div', { class: 'item plain stack tight', 'data-test': 'traffic' },
      h('div', { class: 'row' }, h('b', null, counted(contactIds.length, 'customer')), h('span', null, `${count(traffic.inboundPerMinute)} a minute on `, h('code', { class: 'mono' }, traffic.channelId)),
        h('span', { class: 'badge warn ends' }), h('span', { class: 'muted small' }, `${counted(traffic.written, 'message')} so far`),
        h('button', { type: 'button', class: 'button small danger push-end', onclick: () => void this.#stop(traffic.id) }, icon('stop'), 'Stop')),
      h('div', { class: 'row small' }, contactIds.slice(0, NAMES_SHOWN).map((/** @type {string} */ id) => h('a', { href: href('chats', id) }, contactWords(id))), contactIds.length > NAMES_SHOWN ? badge(`and ${contactIds.length - NAMES_SHOWN} more`) : null));
  }
}

customElements.define('setup-customers', SetupCustomers);
