// Times, spans, sizes and status words in plain English. Times are of the workspace's clock unless said otherwise.
import { state } from './state.js';

/** @typedef {string | number | Date} Moment */

const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
const dateOf = (/** @type {Moment} */ moment) => moment instanceof Date ? moment : new Date(moment);
const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
const DAY_OF_OTHER_YEAR = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

/** 09:30:12 @param {Moment} moment */
export function time(moment) {
  const date = dateOf(moment);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** 09:30:12.480 @param {Moment} moment */
export const timeMs = moment => `${time(moment)}.${String(dateOf(moment).getMilliseconds()).padStart(3, '0')}`;

/** 09:30 @param {Moment} moment */
export const minutes = moment => time(moment).slice(0, 5);

/** Today, Yesterday, Tue 3 Mar, or 3 Mar 2030. @param {Moment} moment */
export function day(moment) {
  const [date, today] = [dateOf(moment), new Date(state.now())];
  const days = Math.round((new Date(today).setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / 86_400_000);
  return days === 0 ? 'Today' : days === 1 ? 'Yesterday' : days === -1 ? 'Tomorrow'
    : (date.getFullYear() === today.getFullYear() ? DAY : DAY_OF_OTHER_YEAR).format(date);
}

/** The time of today, else the day. @param {Moment} moment */
export const short = moment => day(moment) === 'Today' ? minutes(moment) : day(moment);

/** The whole moment, for titles. @param {Moment} moment */
export const full = moment => dateOf(moment).toISOString();

/** 80 ms, 4.2 s, 5 min, 3 h, 2 d @param {number} ms */
export function span(ms) {
  const abs = Math.abs(ms);
  const [value, unit] = abs < 1000 ? [abs, 'ms'] : abs < 60_000 ? [abs / 1000, 's'] : abs < 3_600_000 ? [abs / 60_000, 'min']
    : abs < 172_800_000 ? [abs / 3_600_000, 'h'] : [abs / 86_400_000, 'd'];
  return `${value < 10 && unit !== 'ms' ? Math.round(value * 10) / 10 : Math.round(value)} ${unit}`;
}

/** in 5 s, 3 min ago, now @param {Moment} moment */
export function relative(moment) {
  const ms = dateOf(moment).getTime() - state.now();
  return Math.abs(ms) < 1000 ? 'now' : ms > 0 ? `in ${span(ms)}` : `${span(ms)} ago`;
}

/** 1.4 KB @param {number} bytes */
export const size = bytes => bytes < 1024 ? `${bytes} B` : bytes < 1_048_576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

/** 1,204 @param {number} number */
export const count = number => number.toLocaleString('en');

/** "1 push", "3 pushes" @param {number} number @param {string} one @param {string} [many] */
export const counted = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;

/** @type {Record<string, { word: string, tone: '' | 'good' | 'warn' | 'bad', hint: string }>} */
const STATUSES = {
  INIT: { word: 'accepted', tone: '', hint: 'Accepted, not sent yet.' },
  RECEIVD: { word: 'received', tone: '', hint: 'Written by the customer.' },
  SENT: { word: 'sent', tone: '', hint: 'Handed to the provider.' },
  DLVRD: { word: 'delivered', tone: 'good', hint: 'On the customer’s phone.' },
  READ: { word: 'read', tone: 'good', hint: 'The customer has read it.' },
  FAILD: { word: 'failed', tone: 'bad', hint: 'The provider could not deliver it.' },
  CCWIN: { word: 'outside the care window', tone: 'bad', hint: 'More than 24 hours since the customer last wrote: only templates arrive.' },
  LIMIT: { word: 'limit reached', tone: 'bad', hint: 'The provider refuses more messages for now.' },
  BLCKD: { word: 'blocked', tone: 'bad', hint: 'The customer or the provider blocks messages.' },
  SENT_ERR: { word: 'not sent', tone: 'bad', hint: 'The provider refused it.' },
  SENT_EXC: { word: 'not sent', tone: 'bad', hint: 'Sending it ended with an error.' },
  DELTD: { word: 'deleted', tone: 'warn', hint: 'The text was emptied.' },
};

/** What a status means. @param {string | null | undefined} status */
export const statusOf = status => STATUSES[status ?? ''] ?? { word: (status ?? '').toLowerCase(), tone: '', hint: '' };

/** The tone of an HTTP status. @param {number | null | undefined} status */
export const httpTone = status => !status ? 'bad' : status < 300 ? 'good' : status < 400 ? '' : status < 500 ? 'warn' : 'bad';
