class TopBar extends HTMLElement {}

customElements.define('top-bar', TopBar);
