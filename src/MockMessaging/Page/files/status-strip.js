class StatusStrip extends HTMLElement {}

customElements.define('status-strip', StatusStrip);
