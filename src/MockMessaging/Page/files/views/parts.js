// Small parts that timeline, webhooks, requests and setup have in common.
import { quoted, session, urlOf } from '../api.js';
import { h } from '../dom.js';
import { httpTone } from '../format.js';
import { pretty } from '../ui.js';

/** @typedef {'' | 'good' | 'warn' | 'bad'} Tone */

/** A word in a frame. @param {string | number} text @param {Tone | string} [tone] @param {string} [title] */
export const badge = (text, tone = '', title = '') => h('span', { class: `badge ${tone}`.trim(), title: title || null }, text);

/** @param {number | null | undefined} status HTTP status; nothing if there was no response. */
export const httpBadge = status => badge(status || 'no response', httpTone(status));

/**
 * A row of buttons of which one is chosen.
 * @param {string} label What screen readers say.
 * @param {[string, string][]} options Value and label of each.
 * @param {string} chosen
 * @param {(value: string) => void} onchoose
 */
export function segmented(label, options, chosen, onchoose) {
  const buttons = options.map(([value, text]) => h('button', { type: 'button', 'data-value': value, 'aria-pressed': String(value === chosen), onclick: () => {
    buttons.forEach(button => button.setAttribute('aria-pressed', String(button.dataset.value === value)));
    onchoose(value);
  } }, text));
  return h('div', { class: 'segmented', role: 'group', 'aria-label': label }, buttons);
}

/** A labelled field of a form. @param {string} label @param {Element} input @param {string} [hint] */
export const field = (label, input, hint = '') => h('label', { class: 'field' }, h('span', null, label), input, hint ? h('small', null, hint) : null);

/** A drop-down. @param {[string, string][]} options Value and label. @param {Record<string, any>} [props] */
export const select = (options, props = {}) => h('select', { class: 'input', ...props }, options.map(([value, text]) => h('option', { value }, text)));

/** Headers and body of a request or response. @param {{ title: string, line: string, headers?: Record<string, string> | null, body?: any, note?: string | null }} what */
export const bytes = what => h('section', { class: 'bytes' },
  h('h2', null, what.title),
  h('pre', { tabindex: '0', 'aria-label': what.title, dir: 'ltr' },
    h('span', { class: 'bytes-line' }, `${what.line}\n`),
    Object.entries(what.headers ?? {}).map(([name, value]) => [h('span', { class: 'bytes-name' }, `${name}: `), `${value}\n`]),
    what.body === undefined || what.body === null ? null : `\n${pretty(what.body)}`),
  what.note ? h('p', { class: 'muted small' }, what.note) : null);

const MASKED = '***';
const NOT_COPIED = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'user-agent', 'transfer-encoding', 'keep-alive']);

/** A recorded header as it can be sent again: keys were masked when the request was recorded. @param {[string, string]} header */
function headerArgument([name, value]) {
  if (!value.includes(MASKED)) {
    return `-H ${quoted(`${name}: ${value}`)}`;
  }

  return name.toLowerCase() === 'x-api-key' ? `-H ${quoted(`${name}: ${session.key}`)}` : `-H "${name}: $TOKEN"`;
}

/** @param {string} method @param {string} url @param {Record<string, string>} headers @param {any} body */
function curlOf(method, url, headers, body) {
  const hasBody = body !== undefined && body !== null;
  return [
    'curl -s', method === (hasBody ? 'POST' : 'GET') ? '' : `-X ${method}`, quoted(url),
    ...Object.entries(headers).filter(([name]) => !NOT_COPIED.has(name.toLowerCase())).map(headerArgument),
    hasBody ? `-d ${quoted(typeof body === 'string' ? body : JSON.stringify(body))}` : '',
  ].filter(Boolean).join(' ');
}

/** A request of the journal, to send again. @param {any} request */
export const requestCurl = request =>
  curlOf(request.method, urlOf(request.path) + (request.query ? `?${request.query.replace(/^\?/, '')}` : ''), request.headers ?? {}, request.body);

/** A push, to send by hand to where it went. @param {any} detail GET /_sandbox/webhooks/{id} */
export const pushCurl = detail =>
  curlOf('POST', detail.push.url ?? 'http://localhost:9000/webhook', { 'content-type': 'application/json', ...detail.headers }, detail.body);

/** The phone out of a contact's id such as wa919988776655_918828218374; other ids as they are. @param {string} contactId */
export const contactWords = contactId => contactId.replace(/^[a-z]+(\d{7,15})(_.*)?$/, '+$1');

/** @param {string} text @param {string} name @param {string} [type] */
export function download(text, name, type = 'application/json') {
  const link = h('a', { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * Runs `work` at most once per pause, however often the returned function is called; the last call is never lost.
 * @param {() => unknown} work
 * @param {number} [pauseMs]
 */
export function calmly(work, pauseMs = 250) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, pauseMs);
  };
}
