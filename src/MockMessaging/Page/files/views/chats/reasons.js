// Why a message did not arrive, read once for each message and status.
import { get } from '../../api.js';
import { statusOf } from '../../format.js';

/** @type {Map<string, Promise<string>>} */
const read = new Map();
const KEPT = 500;

/** @param {import('./people.js').Message} message @returns {Promise<string>} */
export function reasonOf(message) {
  const key = `${message.id}|${message.status}`;
  const known = read.get(key) ?? ask(message).catch(() => '');
  read.set(key, known);
  if (read.size > KEPT) {
    read.delete(/** @type {string} */ (read.keys().next().value));
  }

  return known;
}

/** @param {import('./people.js').Message} message */
async function ask(message) {
  const { logs } = await get(`/_sandbox/messages/${message.id}`);
  const { hint } = statusOf(message.status);
  return logs.length ? `${hint} ${logs.map(errorOf).join(' ')}` : '';
}

/** @param {string} line Of the logs of a message. */
export const errorOf = line => line.replace(/^Code:(\S+)$/, 'Error $1.');
