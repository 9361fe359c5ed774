// A flow in the timeline of everything: one line, and all that it caused when opened.
import { get } from '../api.js';
import { h, replace } from '../dom.js';
import { counted, full, span, statusOf, timeMs } from '../format.js';
import { icon } from '../icons.js';
import { attempt } from '../ui.js';
import './message-timeline.js';
import { badge, contactWords, httpBadge } from './parts.js';
import { pushDetail, pushState } from './push-row.js';
import { gist, requestDetail } from './request-row.js';
import { track } from './timeline-axis.js';

/** @typedef {import('./timeline-flows.js').Flow} Flow */
/** @typedef {import('./timeline-axis.js').Axis} Axis */

export class FlowRow extends HTMLElement {
  #summary = h('summary', { class: 'line flow', 'data-row': '' });
  #content = h('div', { class: 'entry-body' });
  #details = h('details', { class: 'entry', ontoggle: () => {
    this.toggleAttribute('open', this.#details.open);
    void attempt(() => this.#fill());
  } }, this.#summary, this.#content);
  #shown = '';
  /** @type {Flow | null} */
  #flow = null;

  connectedCallback() {
    this.setAttribute('data-test', 'flow');
    if (!this.firstChild) {
      this.append(this.#details);
    }
  }

  close() {
    this.#details.open = false;
  }

  /** @param {Flow} flow @param {Axis} axis */
  show(flow, axis) {
    this.#flow = flow;
    this.dataset.id = flow.key;
    const signature = [flow.marks.length, flow.end, flow.message?.status, flow.due.length, axis.from, axis.to, axis.folds.length, flow.pushes.map(push => push.state)].join();
    if (signature !== this.#shown) {
      this.#shown = signature;
      const { sign, words, text } = faceOf(flow);
      replace(this.#summary,
        h('span', { class: 'line-time numbers' }, h('time', { datetime: full(flow.at), title: full(flow.at) }, timeMs(flow.at)), flow.end - flow.at >= 1 ? h('span', null, span(flow.end - flow.at)) : null),
        h('span', { class: 'line-main' }, icon(sign), h('span', { class: 'line-words' }, h('span', { class: 'line-title' }, words), badgesOf(flow), text ? h('span', { class: 'muted line-text', dir: 'auto' }, text) : null)),
        track(axis, flow.marks));
    }
  }

  async #fill() {
    const flow = this.#flow;
    if (!flow || !this.#details.open || this.#content.firstChild) {
      return;
    }

    replace(this.#content, flow.message ? h('message-timeline', { 'data-id': flow.message.id })
      : flow.request ? requestDetail(flow.request)
        : pushDetail(await get(`/_sandbox/webhooks/${flow.pushes[0].id}`)));
  }
}

/** @param {Flow} flow */
function faceOf({ message, request, pushes }) {
  if (message) {
    return message.direction === 'inbound'
      ? { sign: 'chats', words: `from ${contactWords(message.contactId)}`, text: message.text ?? '' }
      : { sign: 'send', words: `to ${contactWords(message.contactId)}`, text: message.text ?? message.templateCode ?? '' };
  }

  return request ? { sign: 'requests', words: `${request.method} ${request.path}`, text: gist(request.body) }
    : { sign: 'webhooks', words: pushes[0].subject, text: contactWords(pushes[0].contactId) };
}

/** @param {Flow} flow */
function badgesOf({ message, request, pushes, due }) {
  const [failed, again] = ['failed', 'retrying'].map(word => pushes.filter(push => push.state === word).length);
  const { tone, hint } = statusOf(message?.status);
  return [
    message?.direction === 'outbound' ? badge(message.status, tone, hint) : null,
    message && message.type !== 'text' ? badge(message.type) : null,
    request && !message ? httpBadge(request.status) : null,
    request?.fault ? badge(`fault ${request.fault}`, 'warn') : null,
    !message && pushes[0] ? badge(pushState(pushes[0].state).word, pushState(pushes[0].state).tone) : null,
    message && failed ? badge(`${counted(failed, 'push', 'pushes')} failed`, 'bad') : null,
    message && again ? badge(`${counted(again, 'push', 'pushes')} to be tried again`, 'warn') : null,
    due.length ? badge(`${due.length} due`, 'info') : null,
  ];
}

customElements.define('flow-row', FlowRow);
