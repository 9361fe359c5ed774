// The five views; at the left edge, or at the lower edge of a small screen.
import { h, listen, replace, stop } from './dom.js';
import { icon } from './icons.js';
import { href, route } from './router.js';

const VIEWS = [['chats', 'Chats'], ['timeline', 'Timeline'], ['webhooks', 'Webhooks'], ['requests', 'Requests'], ['setup', 'Setup']];

class NavBar extends HTMLElement {
  connectedCallback() {
    listen(this, route, 'change', () => this.#show());
    listen(this, route, 'key', () => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    replace(this, h('nav', { 'aria-label': 'Views' }, VIEWS.map(([view, label]) =>
      h('a', { href: href(view), 'aria-current': route.view === view ? 'page' : null, 'data-test': `nav-${view}` }, icon(view), h('span', null, label)))));
  }
}

customElements.define('nav-bar', NavBar);
