// One message as the customer's phone shows it.
import { h, replace, set } from '../../dom.js';
import { full, minutes, statusOf } from '../../format.js';
import { icon } from '../../icons.js';
import { attachment, card, place } from './bubble-parts.js';
import { reasonOf } from './reasons.js';
import { pushSign, ticks } from './ticks.js';

/** @typedef {import('./people.js').Message} Message */
/** @typedef {import('./people.js').Button} Button */

const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufefc]/u;
const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/g;

/** @param {Message} message */
export function makeBubble(message) {
  return h('article', { class: `message ${message.direction}`, 'data-row': '', 'data-test': 'bubble', 'data-id': message.id, tabindex: '0' });
}

/**
 * Draws what changed. The pieces stay the same as long as text, content and status do.
 * @param {HTMLElement} element
 * @param {Message} message
 * @param {{ isPressable: boolean, isSelected: boolean, push?: import('./thread.js').Push, press: (button: Button) => void }} how
 */
export function updateBubble(element, message, { isPressable, isSelected, push, press }) {
  set(element, 'aria-current', isSelected ? 'true' : null);
  const look = `${message.status}|${isPressable}|${message.text}|${message.content ? 1 : 0}|${push?.state}`;
  if (element.dataset.look === look) {
    return;
  }

  element.dataset.look = look;
  element.dataset.status = message.status;
  const { tone } = statusOf(message.status);
  element.classList.toggle('failed', tone === 'bad');
  const isDeleted = message.status === 'DELTD';
  const content = isDeleted ? undefined : message.content;
  replace(element,
    h('div', { class: 'bubble' },
      message.templateCode ? h('span', { class: 'origin' }, icon('list'), `template ${message.templateCode}`) : null,
      content?.reply ? h('span', { class: 'origin' }, icon('reply'), `pressed${content.reply.code ? ` ${content.reply.code}` : ''}`) : null,
      content?.header ? h('b', { class: 'header', dir: 'auto' }, content.header) : null,
      content?.attachments.map(one => attachment(one)),
      content?.place ? place(content.place) : null,
      content?.cards.map(one => card(one)),
      isDeleted ? h('p', { class: 'words deleted' }, icon('trash'), 'This message was deleted') : words(message),
      content?.footer ? h('p', { class: 'footer', dir: 'auto' }, content.footer) : null,
      h('span', { class: 'meta numbers' }, h('time', { title: full(message.at) }, minutes(message.at)), message.direction === 'outbound' ? ticks(message.status) : push ? pushSign(push) : null),
      content?.list && content.buttons.length ? rows(content.buttons, isPressable, press) : null),
    content && !content.list && content.buttons.length ? buttons(content.buttons, isPressable, press) : null,
    tone === 'bad' ? reason(message) : null);
}

/** @param {Message} message */
function words(message) {
  const { attachments = [], cards = [], place: spot } = message.content ?? {};
  const shown = [...attachments.map(one => one.caption), ...cards.map(one => one.name), spot?.name, spot?.address];
  const text = message.text && !shown.includes(message.text) ? message.text : '';
  if (!text) {
    return message.content || message.text ? null : h('p', { class: 'words muted' }, `(${message.type})`);
  }

  const isBig = /^\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\u200d|\ufe0f){0,6}$/u.test(text);
  // The time stands in the last line, beside the text, unless the text may end there.
  const isBeside = !isBig && !message.content?.footer && !RIGHT_TO_LEFT.test(text);
  return h('p', { class: `words ${isBig ? 'big' : isBeside ? 'beside' : ''}`, dir: 'auto' }, text.split(LINK).map((part, at) =>
    at % 2 ? h('a', { href: part, target: '_blank', rel: 'noreferrer noopener', onclick: keep }, part) : part));
}

/** A click on something inside must not select the bubble as well. @param {Event} event */
const keep = event => event.stopPropagation();

/** @type {Record<string, string>} */
const SIGNS = { URL: 'link', PHONE_NUMBER: 'phone', LOCATION_REQUEST: 'place', QUICK_REPLY: 'reply' };

/** @param {Button[]} list @param {boolean} isPressable @param {(button: Button) => void} press */
const buttons = (list, isPressable, press) => h('div', { class: 'presses' }, list.map(button =>
  h('button', { type: 'button', class: 'press', disabled: !canPress(button, isPressable), 'data-test': 'press', 'data-code': button.code, title: titleOf(button, isPressable), onclick: (/** @type {Event} */ event) => { keep(event); press(button); } },
    icon(SIGNS[button.type ?? ''] ?? 'reply'), h('span', { dir: 'auto', class: 'ellipsis' }, button.label ?? button.code ?? ''))));

/** @param {Button[]} list @param {boolean} isPressable @param {(button: Button) => void} press */
const rows = (list, isPressable, press) => h('div', { class: 'choices' }, h('span', { class: 'choices-head' }, icon('list'), 'Choose one'), list.map(button =>
  h('button', { type: 'button', class: 'choice', disabled: !canPress(button, isPressable), 'data-test': 'press', 'data-code': button.code, title: titleOf(button, isPressable), onclick: (/** @type {Event} */ event) => { keep(event); press(button); } },
    h('span', { dir: 'auto' }, h('span', null, button.label ?? button.code ?? ''), button.description ? h('small', { class: 'muted' }, button.description) : null), h('i', { class: 'radio' }))));

/** @param {Button} button @param {boolean} isPressable */
const canPress = (button, isPressable) => isPressable && !['URL', 'PHONE_NUMBER'].includes(button.type ?? '');

/** @param {Button} button @param {boolean} isPressable */
const titleOf = (button, isPressable) => button.url || button.phone || (isPressable ? `Press as the customer${button.code ? `: ${button.code}` : ''}` : 'Only the newest message of the business can be pressed');

/** @param {Message} message */
function reason(message) {
  const line = h('p', { class: 'reason bad', dir: 'auto', 'data-test': 'reason' }, `${message.status}: ${statusOf(message.status).hint}`);
  void reasonOf(message).then(text => text && replace(line, `${message.status}: ${text}`));
  return line;
}
