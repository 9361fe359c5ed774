// What happened to one message, in order of time: request, statuses, pushes, attempts, and what is still due.
import { get } from '../api.js';
import { httpTone, span, statusOf, timeMs } from '../format.js';
import { foldLimit } from './timeline-axis.js';
import { gist } from './request-row.js';
import { pushState } from './push-row.js';

/**
 * @typedef {{ key: string, kind: 'request' | 'inbound' | 'status' | 'push' | 'attempt' | 'due', at: number, durationMs?: number, title: string, text?: string,
 *   cause?: string, word?: string, tone?: string, request?: any, push?: any }} Row
 */

/** Depth and icon of each kind. @type {Record<Row['kind'], { depth: number, icon: string }>} */
export const KINDS = {
  request: { depth: 0, icon: 'requests' },
  inbound: { depth: 0, icon: 'chats' },
  status: { depth: 1, icon: 'ticks' },
  push: { depth: 2, icon: 'webhooks' },
  attempt: { depth: 3, icon: 'send' },
  due: { depth: 1, icon: 'clock' },
};

const RANK = Object.keys(KINDS);
const BEFORE_SENT = 'INIT';

/** Reads everything about a message. @param {string} id */
export async function readMessage(id) {
  const [message, { requests }, { pushes }, { due }] = await Promise.all([
    get(`/_sandbox/messages/${encodeURIComponent(id)}`),
    get(`/_sandbox/requests?messageId=${encodeURIComponent(id)}&limit=1`),
    get(`/_sandbox/webhooks?messageId=${encodeURIComponent(id)}`),
    get('/_sandbox/clock/due?limit=1000'),
  ]);
  return { message, request: requests[0] ?? null, pushes, due: due.filter((/** @type {any} */ one) => one.messageId === id) };
}

/** A request is recorded when it ends, so the message it sent may be older. @param {{ message: any, request: any, pushes: any[], due: any[] }} what @returns {Row[]} */
export function rowsOf({ message, request, pushes, due }) {
  /** @type {Row[]} */
  const rows = [];
  if (message.direction === 'inbound') {
    rows.push({ key: 'inbound', kind: 'inbound', at: Date.parse(message.at), title: 'The customer writes', text: message.text ?? message.type });
  } else if (request) {
    rows.push({ key: 'request', kind: 'request', at: Math.min(Date.parse(request.at), Date.parse(message.at)), durationMs: request.durationMs, title: `${request.method} ${request.path}`, text: gist(request.body), word: String(request.status || 'no response'), tone: httpTone(request.status), cause: request.warnings, request });
  }

  message.timeline.filter((/** @type {any} */ entry) => entry.what === 'status').forEach((/** @type {any} */ entry, /** @type {number} */ index) => {
    const { word, tone, hint } = statusOf(entry.status);
    rows.push({ key: `status ${index}`, kind: 'status', at: Date.parse(entry.at), title: entry.status === BEFORE_SENT ? 'accepted' : word, text: hint, word: entry.status, tone, cause: tone === 'bad' ? message.logs.join(' ') : '' });
  });
  pushes.forEach(push => rows.push(...rowsOfPush(push)));
  rows.push(...dueRows(message, due));
  return rows.sort((one, other) => one.at - other.at || RANK.indexOf(one.kind) - RANK.indexOf(other.kind));
}

/** @param {any} push @returns {Row[]} */
export function rowsOfPush(push) {
  const { word, tone } = pushState(push.state);
  return [
    { key: push.id, kind: 'push', at: Date.parse(push.createdAt), title: `push ${push.subject}`, text: push.url ? `to ${push.url}` : '', word, tone, cause: push.reason ?? (push.fault ? `Changed by the fault ${push.fault}.` : ''), push },
    ...push.attempts.map((/** @type {any} */ one, /** @type {number} */ index) => /** @type {Row} */ ({
      key: `${push.id} ${index}`, kind: 'attempt', at: Date.parse(one.at), durationMs: one.durationMs, title: `attempt ${index + 1}`, text: `of push ${push.subject}`,
      word: String(one.status ?? 'no response'), tone: httpTone(one.status), cause: one.cause, push,
    })),
  ];
}

/** @param {any} message @param {any[]} due @returns {Row[]} */
function dueRows(message, due) {
  const planned = message.timeline.filter((/** @type {any} */ entry) => entry.what === 'due');
  const retries = due.filter(one => one.what === 'push');
  return [
    ...planned.map((/** @type {any} */ entry, /** @type {number} */ index) => ({ key: `due ${index}`, kind: 'due', at: Date.parse(entry.at), title: entry.status ? statusOf(entry.status).word : 'the customer answers', word: entry.status })),
    ...retries.map((one, index) => ({ key: `due push ${index}`, kind: 'due', at: Date.parse(one.due), title: `push ${one.status} again`, text: one.detail ?? '', word: 'retry' })),
  ];
}

/** When a row ended. @param {Row} row */
export const endOf = row => row.at + (row.durationMs ?? 0);

/** Rows with the idle stretches between them, longer than what is usual here. @param {Row[]} rows @returns {(Row | { key: string, kind: 'idle', ms: number })[]} */
export function withIdle(rows) {
  const limit = foldLimit(rows.map(row => row.at));
  return rows.flatMap((row, index) => {
    const pause = index ? row.at - rows[index - 1].at : 0;
    return pause > limit ? [{ key: `idle ${row.key}`, kind: /** @type {'idle'} */ ('idle'), ms: pause }, row] : [row];
  });
}

/** A table to paste into a bug report. @param {any} message @param {Row[]} rows */
export function markdown(message, rows) {
  const start = rows[0]?.at ?? 0;
  const cell = (/** @type {string | undefined} */ text) => (text ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ');
  const lines = withIdle(rows).map(row => row.kind === 'idle'
    ? `| | | *${span(row.ms)} nothing* | |`
    : `| ${timeMs(row.at)} | +${span(row.at - start)} | ${'– '.repeat(KINDS[row.kind].depth)}${row.kind === 'due' ? 'due: ' : ''}${cell(row.title)}${row.word ? ` **${cell(row.word)}**` : ''}${row.durationMs ? ` ${span(row.durationMs)}` : ''} | ${cell([row.text, row.cause].filter(Boolean).join(' '))} |`);
  return [`**Message ${message.id}** (${message.direction}, ${message.type}, ${message.contactId}, ${message.status})`, '', '| Clock | After | What | Detail |', '|---|---|---|---|', ...lines, ''].join('\n');
}
