class CallPanel extends HTMLElement {}

customElements.define('call-panel', CallPanel);
