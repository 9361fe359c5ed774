// Groups what the control plane lists into flows: a request or a customer's message with everything that it caused.
import { endOf, rowsOfPush } from './timeline-rows.js';
import { foldLimit } from './timeline-axis.js';

/**
 * @typedef {{ key: string, at: number, message: any, request: any, pushes: any[], due: any[], marks: import('./timeline-axis.js').Mark[], end: number }} Flow
 * @typedef {{ key: string, flows: Flow[], idleMs: number, from: number, to: number }} Stretch
 */

const FLOWS_ON_AN_AXIS = 20;

/**
 * All flows, the newest first.
 * @param {any[]} messages @param {any[]} requests @param {any[]} pushes @param {any[]} due
 * @returns {Flow[]}
 */
export function flowsOf(messages, requests, pushes, due) {
  /** @type {Map<string, Flow>} */
  const flows = new Map();
  /** @type {(key: string, at: string, more: Partial<Flow>) => Flow} */
  const flow = (key, at, more) => {
    const made = { key, at: Date.parse(at), message: null, request: null, pushes: [], due: [], marks: [], end: 0, ...more };
    flows.set(key, made);
    return made;
  };
  messages.forEach(message => flow(message.id, message.at, { message }));
  for (const request of requests) {
    const sent = flows.get(request.messageIds?.[0]);
    if (sent) {
      sent.request = request;
    } else if (!request.messageIds?.length) {
      flow(`request ${request.number}`, request.at, { request });
    }
  }

  const written = new Map(messages.filter(message => message.direction === 'inbound').map(message => [`${message.contactId} ${message.at}`, message.id]));
  for (const push of pushes) {
    const cause = flows.get(push.messageId ?? written.get(`${push.contactId} ${push.createdAt}`)) ?? flows.get(`request ${push.request}`);
    if (cause) {
      cause.pushes.push(push);
    } else if (!push.messageId) {
      flow(`push ${push.id}`, push.createdAt, { pushes: [push] });
    }
  }

  due.forEach(one => flows.get(one.messageId)?.due.push(one));
  const all = [...flows.values()];
  all.forEach(complete);
  return all.sort((one, other) => other.at - one.at || other.key.localeCompare(one.key));
}

/** Puts the pushes in order, oldest first, and fills in the marks and the end. @param {Flow} flow */
function complete(flow) {
  flow.pushes.reverse();
  const rows = flow.pushes.flatMap(rowsOfPush);
  flow.marks = [
    { from: flow.at, to: flow.at + (flow.request?.durationMs ?? 0), tone: flow.request?.status >= 400 ? 'bad' : 'accent' },
    ...rows.map(row => ({ from: row.at, to: endOf(row), tone: row.tone })),
    ...flow.due.map(one => ({ from: Date.parse(one.due), isDue: true })),
  ].filter(mark => !Number.isNaN(mark.from));
  flow.end = Math.max(...flow.marks.filter(mark => !mark.isDue).map(mark => mark.to ?? mark.from));
}

/**
 * Flows that began close to each other, for one axis each; the newest first.
 * @param {Flow[]} flows The newest first.
 * @returns {Stretch[]}
 */
export function stretchesOf(flows) {
  const limit = foldLimit(flows.map(flow => flow.at).reverse());
  /** @type {Stretch[]} */
  const stretches = [];
  let ends = 0;
  for (const flow of flows.slice().reverse()) {
    const current = stretches[stretches.length - 1];
    const idleMs = current ? Math.max(0, flow.at - ends) : 0;
    if (current && idleMs <= limit && current.flows.length < FLOWS_ON_AN_AXIS) {
      current.flows.unshift(flow);
      current.to = flow.at;
    } else {
      stretches.push({ key: flow.key, flows: [flow], idleMs: idleMs > limit ? idleMs : 0, from: flow.at, to: flow.at });
    }

    ends = Math.max(ends, flow.end);
  }

  return stretches.reverse();
}
