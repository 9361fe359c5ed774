// How customers and channels are named and drawn.
import { h, replace } from '../../dom.js';

/**
 * A contact with its last message; see GET /_sandbox/conversations.
 * @typedef {{ contactId: string, channelId: string, channelType: string, channelName?: string, name?: string, phone?: string, email?: string,
 *   messages: number, unread: number, last?: Message, lastAt?: string, careWindowUntil?: string, stopped: boolean,
 *   session?: { id: string, status: string, queue?: string, mode?: string } }} Conversation
 */

/**
 * A message of either direction; see GET /_sandbox/messages.
 * @typedef {{ id: string, direction: 'inbound' | 'outbound', type: string, channelId: string, contactId: string, sessionId: string, queue?: string,
 *   text?: string, templateCode?: string, outcome?: string, status: string, at: string, content?: Content }} Message
 * @typedef {{ type?: string, code?: string, label?: string, description?: string, url?: string, phone?: string }} Button
 * @typedef {{ type: string, link?: string, name?: string, caption?: string, mimeType?: string }} Attachment
 * @typedef {{ name?: string, organization?: string, phones: string[], emails: string[] }} Card
 * @typedef {{ latitude?: string, longitude?: string, name?: string, address?: string }} Place
 * @typedef {{ header?: string, footer?: string, attachments: Attachment[], buttons: Button[], list: boolean, cards: Card[], place?: Place, reply?: { code?: string, label?: string } }} Content
 */

/** @type {[RegExp, string][]} */
const KINDS = [
  [/^wa/, 'WhatsApp'], [/^fb/, 'Facebook'], [/^ig/, 'Instagram'], [/^tg/, 'Telegram'], [/^tw/, 'Twitter'], [/^web/, 'Website'], [/^sms/, 'SMS'],
  [/^(mailto|gmail|outlook|imap|email)/, 'E-mail'], [/^rcs/, 'RCS'], [/^(firebase|pa)/, 'Notification'],
];

/** WhatsApp, SMS, E-mail … @param {string} channelId */
export const kindOf = channelId => KINDS.find(([start]) => start.test(channelId))?.[1] ?? channelId.split(':')[0];

/** What a customer is called. @param {Conversation} one */
export const nameOf = one => one.name || addressOf(one);

/** The address of a customer, if it is not the name already. @param {Conversation} one */
export const addressOf = one => one.phone?.replace(/^(?=\d{7,}$)/, '+') || one.email || one.contactId;

/** A hue that always is the same for the same text. @param {string} text */
export function hueOf(text) {
  let hash = 7;
  for (const letter of text) {
    hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  }

  return String(hash);
}

/** A round picture with initials. @param {string} name @param {string} seed */
export function avatar(name, seed) {
  const element = h('span', { class: 'avatar', 'aria-hidden': 'true' });
  paint(element, name, seed);
  return element;
}

/** @param {HTMLElement} element @param {string} name @param {string} seed */
export function paint(element, name, seed) {
  element.style.setProperty('--hue', hueOf(seed));
  const words = name.split(/[\s@._-]+/).filter(word => /\p{L}/u.test(word));
  const initials = [words[0], words.length > 1 ? words.at(-1) : ''].map(word => [...(word ?? '')][0] ?? '').join('');
  replace(element, initials.toUpperCase() || '#');
}

/** What a list says of a message. @param {Message} message */
export function summaryOf(message) {
  if (message.status === 'DELTD') {
    return 'Deleted message';
  }

  const { attachments = [], cards = [], place } = message.content ?? {};
  const thing = attachments[0] ? { image: 'Picture', video: 'Video', audio: 'Voice note', document: 'Document' }[attachments[0].type] ?? 'File'
    : cards[0] ? 'Contact card' : place ? 'Place' : '';
  const words = message.text || attachments[0]?.caption || attachments[0]?.name || cards[0]?.name || place?.name || '';
  return [thing, words].filter(Boolean).join(' · ') || message.type;
}
