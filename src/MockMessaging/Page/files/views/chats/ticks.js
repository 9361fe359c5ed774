// The marks beside a message of the business.
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
