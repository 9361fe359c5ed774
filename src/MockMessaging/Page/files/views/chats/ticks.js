// The marks beside a message: how far one of the business came, and whether the webhook got one of the customer.
import { h } from '../../dom.js';
import { statusOf } from '../../format.js';
import { icon } from '../../icons.js';

/** @type {Record<string, string>} */
const SIGNS = { INIT: 'clock', SENT: 'check', DLVRD: 'ticks', READ: 'ticks', DELTD: 'trash' };

/** @param {string} status */
export function ticks(status) {
  const { word, hint, tone } = statusOf(status);
  return h('span', { class: `ticks ${tone === 'bad' ? 'bad' : ''}`, 'data-status': status, title: `${status}: ${hint}`, role: 'img', 'aria-label': word }, icon(SIGNS[status] ?? (tone === 'bad' ? 'warn' : 'check')));
}

/** @type {Record<string, [tone: string, text: string]>} */
const PUSHES = {
  delivered: ['good', 'Pushed to the webhook'],
  pending: ['', 'To be pushed'],
  held: ['', 'Its push waits for an earlier one'],
  retrying: ['bad', 'Not pushed yet'],
  failed: ['bad', 'Not pushed'],
  skipped: ['warn', 'Not pushed'],
};

/** @param {import('./thread.js').Push} push */
export function pushSign({ state, error, reason }) {
  const [tone, text] = PUSHES[state] ?? ['', state];
  const words = [text, reason ?? error].filter(Boolean).join(': ');
  return h('span', { class: `ticks ${tone}`, 'data-test': 'push-sign', 'data-state': state, title: words, role: 'img', 'aria-label': words }, icon('webhooks'));
}
