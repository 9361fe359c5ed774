// Setup: what the workspace consists of, and what goes wrong in it on purpose. A section at a time, each with its own address.
import { h, listen, replace, stop } from '../dom.js';
import { icon } from '../icons.js';
import { href, route } from '../router.js';
import './setup/channels.js';
import './setup/customers.js';
import './setup/faults.js';
import './setup/outcomes.js';
import './setup/provider-rules.js';
import './setup/scenario.js';
import './setup/snapshots.js';
import './webhook-apps.js';

/** @type {Record<string, { label: string, icon: string, text: string, parts: string[] }>} */
const SECTIONS = {
  faults: { label: 'Faults', icon: 'fault', text: 'Failures on purpose: switch one on, and see what your application does.', parts: ['setup-faults'] },
  outcomes: { label: 'Outcomes', icon: 'ticks', text: 'What happens to a message after it was accepted: by the last four digits of the phone, or by a rule.', parts: ['setup-rules', 'setup-numbers', 'setup-speed', 'setup-provider-rules'] },
  customers: { label: 'Customers', icon: 'chats', text: 'Made-up customers who write by themselves.', parts: ['setup-customers'] },
  scenario: { label: 'Scenario', icon: 'document', text: 'A file that prepares the workspace: customers who reply turn by turn, outcomes, faults and the clock.', parts: ['setup-scenario'] },
  webhook: { label: 'Apps and webhooks', icon: 'webhooks', text: 'Where the pushes of each client app go.', parts: ['webhook-apps'] },
  channels: { label: 'Channels and templates', icon: 'phone', text: 'The accounts messages are sent from, and the texts that may be sent at any time.', parts: ['setup-channels', 'setup-templates'] },
  snapshots: { label: 'Snapshots and reset', icon: 'document', text: 'Keep a prepared workspace, go back to it, copy it, or start again.', parts: ['setup-snapshots', 'setup-archive', 'setup-limits', 'setup-reset'] },
};
const FIRST = 'faults';

class SetupView extends HTMLElement {
  #shown = '';

  connectedCallback() {
    this.className = 'view';
    listen(this, route, 'change', () => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    const chosen = SECTIONS[route.parts[0]] ? route.parts[0] : FIRST;
    if (route.view !== 'setup' || this.#shown === chosen) {
      return;
    }

    this.#shown = chosen;
    const { text, label, parts } = SECTIONS[chosen];
    replace(this, h('div', { class: 'setup' },
      h('nav', { class: 'setup-nav', 'aria-label': 'Sections of the setup' }, Object.entries(SECTIONS).map(([name, section]) =>
        h('a', { href: href('setup', name), 'aria-current': name === chosen ? 'page' : null, 'data-test': `setup-${name}` }, icon(section.icon), h('span', null, section.label)))),
      h('div', { class: 'stack' }, h('header', null, h('h1', null, label), h('p', { class: 'muted' }, text)), parts.map(part => h(part)))));
    const link = this.querySelector('[aria-current]');
    link?.parentElement?.scrollTo({ left: /** @type {HTMLElement} */ (link).offsetLeft - 40 });
    this.scrollTop = 0;
  }
}

customElements.define('setup-view', SetupView);
