// The life of one message: statuses, pushes, attempts, what is due; and the buttons that force a status.
import { curl, get, messageOf, send } from '../../api.js';
import { h } from '../../dom.js';
import { httpTone, relative, span, statusOf, timeMs, full } from '../../format.js';
import { icon } from '../../icons.js';
import { href } from '../../router.js';
import { attempt, codeBlock, copyButton, pretty } from '../../ui.js';
import { errorOf } from './reasons.js';

const FORCED = ['SENT', 'DLVRD', 'READ', 'FAILD', 'DELTD', 'BLCKD'];

/** @param {string} id @returns {Promise<Element>} */
export async function messageDetails(id) {
  /** @type {any} */
  let message;
  try {
    message = await get(`/_sandbox/messages/${encodeURIComponent(id)}`);
  } catch (error) {
    return h('p', { class: 'note bad' }, messageOf(error));
  }

  const { word, tone, hint } = statusOf(message.status);
  const isOutbound = message.direction === 'outbound';
  return h('div', { class: 'stack about', 'data-test': 'message-details' },
    h('div', { class: 'row between' }, h('span', { class: `badge ${tone}` }, `${message.status} · ${word}`), h('small', { class: 'muted' }, isOutbound ? 'from the business' : 'from the customer')),
    hint ? h('p', { class: 'small muted' }, hint) : null,
    message.logs.length ? h('p', { class: 'note bad small', dir: 'auto' }, message.logs.map(errorOf).join(' ')) : null,
    h('ol', { class: 'life' }, life(message.timeline, Date.parse(message.at))),
    isOutbound ? h('details', { class: 'fold' }, h('summary', null, 'Force a status'), h('div', { class: 'row forced' }, FORCED.map(status =>
      h('button', { type: 'button', class: 'button small', 'data-test': `force-${status}`, onclick: (/** @type {any} */ event) => attempt(() => send('POST', `/_sandbox/messages/${id}/status`, { status, ...(status === 'FAILD' ? { error: { code: '131026' } } : {}) }), event.currentTarget) }, status)))) : null,
    h('dl', { class: 'facts small' },
      fact('Id', message.id),
      fact('Type', message.templateCode ? `${message.type} ${message.templateCode}` : message.type),
      message.outcome ? fact('Outcome', message.outcome) : null,
      message.queue ? fact('App', message.queue) : null,
      fact('Session', message.sessionId)),
    h('div', { class: 'row' },
      h('a', { class: 'button small', href: href('timeline', id), 'data-test': 'to-timeline' }, icon('timeline'), 'Timeline'),
      message.request ? h('a', { class: 'button small', href: href('requests', String(message.request.number)) }, icon('requests'), 'Request') : null,
      copyButton('curl', () => curl({ method: 'GET', path: `/_sandbox/messages/${id}` })),
      copyButton('JSON', () => pretty(message))),
    h('details', { class: 'fold' }, h('summary', null, isOutbound ? 'Body as sent' : 'Body as pushed'), codeBlock(pretty(message.body))));
}

/** @param {any[]} timeline @param {number} start */
const life = (timeline, start) => timeline.map((entry, at) => {
  const { sign, tone, text, detail: reason } = wordsOf(entry);
  // The same reason below each push would hide what differs.
  const detail = timeline.slice(0, at).some(earlier => earlier.detail === reason) ? '' : reason;
  const isDue = entry.what === 'due';
  return h('li', { class: `${tone} ${isDue ? 'due' : ''}` }, icon(sign),
    h('span', { class: 'stackless' }, entry.pushId ? h('a', { href: href('webhooks', entry.pushId) }, text) : h('b', null, text), detail ? h('small', { dir: 'auto' }, detail) : null),
    h('small', { class: 'muted numbers', title: full(entry.at), 'data-due': isDue ? entry.at : null }, isDue ? relative(entry.at) : entry === timeline[0] ? timeMs(entry.at) : `+${span(Date.parse(entry.at) - start)}`));
});

/** @param {any} entry @returns {{ sign: string, tone: string, text: string, detail?: string }} */
function wordsOf({ what, status, httpStatus, detail }) {
  const { word, tone } = statusOf(status);
  switch (what) {
    case 'status': return { sign: tone === 'bad' ? 'warn' : status === 'RECEIVD' ? 'reply' : 'check', tone, text: `${word} (${status})`, detail };
    case 'push': return { sign: 'webhooks', tone: detail ? 'warn' : '', text: `push of ${status}`, detail };
    case 'attempt': return { sign: 'send', tone: httpTone(httpStatus), text: httpStatus ? `attempt: ${httpStatus}` : 'attempt: no response', detail };
    case 'due': return { sign: 'clock', tone: '', text: status ? `becomes ${word}` : detail ?? 'something is due' };
    default: return { sign: 'info', tone: '', text: what, detail };
  }
}

/** @param {string} name @param {string} value */
const fact = (name, value) => [h('dt', null, name), h('dd', { class: 'mono', dir: 'auto' }, value)];
