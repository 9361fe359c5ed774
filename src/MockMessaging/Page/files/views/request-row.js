// A request of the journal: one line, and its bytes when opened.
import { get } from '../api.js';
import { h, replace } from '../dom.js';
import { full, span, timeMs } from '../format.js';
import { href } from '../router.js';
import { icon } from '../icons.js';
import { copyButton, pretty } from '../ui.js';
import { bytes, httpBadge, badge, requestCurl } from './parts.js';

/**
 * A row of the list; recorded requests never change, so it is made once.
 * @param {any} request Of GET /_sandbox/requests.
 * @param {(request: any) => void} onverify Called when the reader wants to check for requests like this one.
 */
export function requestRow(request, onverify) {
  const content = h('div', { class: 'entry-body' });
  const row = h('details', { class: 'entry', 'data-test': 'request', 'data-id': request.number, ontoggle: () => {
    if (row.open && !content.firstChild) {
      replace(content, requestDetail(request, onverify));
    }
  } },
  h('summary', { 'data-row': '' },
    h('time', { class: 'entry-time', datetime: request.at, title: full(request.at) }, timeMs(request.at)),
    h('span', { class: 'entry-method' }, request.method),
    h('span', { class: 'entry-main', dir: 'auto' }, request.path, request.query ? h('span', { class: 'muted' }, `?${request.query.replace(/^\?/, '')}`) : null,
      h('span', { class: 'muted entry-gist', dir: 'auto' }, gist(request.body))),
    h('span', { class: 'entry-notes' },
      request.fault ? badge(`fault ${request.fault}`, 'warn', 'This fault changed the response.') : null,
      request.warnings ? badge('warning', 'warn', request.warnings) : null,
      request.messageIds?.length ? badge(`${request.messageIds.length === 1 ? '1 message' : `${request.messageIds.length} messages`}`) : null),
    h('span', { class: 'entry-span' }, span(request.durationMs)),
    httpBadge(request.status)), content);
  return row;
}

/** What a request is about, in a few words. @param {any} body */
export function gist(body) {
  const to = body?.to?.phone ?? body?.to?.email ?? body?.to?.contactId ?? body?.contactId ?? body?.url ?? '';
  const what = body?.text?.body ?? body?.template?.code ?? body?.template?.name ?? (body?.type === 'text' ? '' : body?.type ?? '');
  return [to, what].filter(part => typeof part === 'string' && part).join(' · ').slice(0, 200);
}

/** Everything known of a request. @param {any} request @param {((request: any) => void) | null} [onverify] */
export const requestDetail = (request, onverify = null) => [
  request.fault ? h('p', { class: 'note warn' }, icon('fault'), h('span', null, 'The fault ', h('a', { href: href('setup', 'faults') }, request.fault), ' changed this response.')) : null,
  request.warnings ? h('p', { class: 'note warn', dir: 'auto' }, icon('warn'), h('span', null, request.warnings)) : null,
  request.status >= 400 && reasonOf(request.answer) ? h('p', { class: 'note bad', dir: 'auto' }, icon('warn'), h('span', null, reasonOf(request.answer))) : null,
  h('div', { class: 'pair' }, requestBytes(request)),
  h('div', { class: 'entry-actions' },
    copyButton('Copy as curl', () => requestCurl(request), { 'data-test': 'copy-curl' }),
    copyButton('Copy as JSON', () => pretty(request)),
    onverify ? h('button', { type: 'button', class: 'button small quiet', onclick: () => onverify(request) }, icon('check'), 'Verify requests like this') : null,
    (request.messageIds ?? []).slice(0, 3).map((/** @type {string} */ id) => h('a', { class: 'button small quiet', href: href('timeline', id) }, icon('timeline'), 'Timeline of the message')),
    h('a', { class: 'button small quiet', href: href('requests', String(request.number)) }, icon('link'), 'Link to this request'),
    h('span', { class: 'muted small' }, 'Trace ', h('code', null, request.traceId))),
];

/** @param {any} request */
export const requestBytes = request => [
  bytes({
    title: 'Request', line: `${request.method} ${request.path}${request.query ? `?${request.query.replace(/^\?/, '')}` : ''}`,
    headers: request.headers, body: request.body, note: request.noBody,
  }),
  bytes({
    title: 'Response', line: request.status ? `HTTP ${request.status} · ${span(request.durationMs)}` : 'The connection ended without a response.',
    body: request.answer, note: request.answerCut ? 'Only the beginning was kept.' : request.status && request.answer === undefined ? 'The body was not kept.' : null,
  }),
];

/** Why a request was refused, from the vendor's envelope or problem+json. @param {any} answer */
export const reasonOf = answer => typeof answer === 'object' && answer ? answer.message || answer.detail || answer.errors?.[0]?.description || '' : '';

/** One request by its number; null if it is forgotten. @param {number} number */
export async function findRequest(number) {
  const { requests } = await get(`/_sandbox/requests?after=${number - 1}&limit=1`);
  return requests[0]?.number === number ? requests[0] : null;
}
