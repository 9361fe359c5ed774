// A conversation as Markdown, to paste into a bug report.
import { get } from '../../api.js';
import { full } from '../../format.js';
import { kindOf, nameOf, summaryOf } from './people.js';

const MOST = 200;

/** The newest messages, oldest first. @param {import('./people.js').Conversation} one */
export async function transcript(one) {
  const { messages } = await get(`/_sandbox/messages?order=newest&limit=${MOST}&contactId=${encodeURIComponent(one.contactId)}`);
  const lines = messages.reverse().map((/** @type {import('./people.js').Message} */ message) => [
    full(message.at), message.direction === 'inbound' ? 'customer' : 'business', cell(summaryOf(message)), message.status, message.id]);
  return [`### ${cell(nameOf(one))} (${kindOf(one.channelId)}, \`${one.contactId}\`)`, '',
    '| Time | From | Message | Status | Id |', '|---|---|---|---|---|', ...lines.map((/** @type {string[]} */ line) => `| ${line.join(' | ')} |`), ''].join('\n');
}

/** @param {string} text */
const cell = text => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
