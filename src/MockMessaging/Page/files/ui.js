// Small parts that every view uses: copy buttons, menus, code blocks, empty states, notes about failures.
import { curl, messageOf } from './api.js';
import { h, replace } from './dom.js';
import { icon } from './icons.js';

const COPIED_MS = 1500;
const TOAST_MS = 6000;


/**
 * A button that copies text.
 * @param {string} label
 * @param {() => string | Promise<string>} text Asked when pressed.
 * @param {Record<string, any>} [props]
 */
export function copyButton(label, text, props = {}) {
  const words = h('span', null, label);
  const button = h('button', { type: 'button', class: 'button small quiet', ...props, onclick: async () => {
    await copy(await text());
    words.textContent = 'Copied';
    setTimeout(() => words.textContent = label, COPIED_MS);
  } }, icon('copy'), words);
  return button;
}

/** Copies text, also where the browser has no clipboard for plain HTTP. @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h('textarea', { class: 'offscreen', value: text });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

/**
 * A block of code with a copy button.
 * @param {string} text
 * @param {string} [label] What the button says.
 */
export const codeBlock = (text, label = 'Copy') =>
  h('div', { class: 'code' }, h('pre', { tabindex: '0', dir: 'auto' }, text), copyButton(label, () => text));

/** JSON with two spaces; text as it is. @param {any} value */
export const pretty = value => typeof value === 'string' ? value : JSON.stringify(value, null, 2);

/**
 * What to show where nothing is: what to do next, with the curl line to copy.
 * @param {{ icon?: string, title: string, text?: string, call?: { method: string, path: string, body?: any }, line?: string }} what
 */
export const emptyState = what => h('div', { class: 'empty' },
  icon(what.icon ?? 'info'),
  h('h2', null, what.title),
  what.text ? h('p', null, what.text) : null,
  what.call || what.line ? codeBlock(what.line ?? curl(/** @type {any} */ (what.call)), 'Copy curl') : null);

/**
 * A button with a menu below it; it closes with Esc, a click elsewhere, or after a choice (`closeMenus`).
 * @param {Record<string, any>} props Of the button; `label` is what screen readers say first.
 * @param {any} face What the button shows.
 * @param {...any} content
 */
export function menu({ label, ...props }, face, ...content) {
  return h('details', { class: 'menu' }, h('summary', { class: 'button', title: label, ...props }, h('span', { class: 'offscreen' }, label), face), h('div', { class: 'menu-panel' }, ...content));
}

/** Closes all menus but the one given. @param {Element | null} [except] @returns {boolean} True if one was open. */
export function closeMenus(except = null) {
  const open = [...document.querySelectorAll('details.menu[open]')].filter(one => !one.contains(except));
  for (const one of open) {
    if (one.contains(document.activeElement)) {
      one.querySelector('summary')?.focus();
    }

    one.removeAttribute('open');
  }

  return open.length > 0;
}

/**
 * Runs something that the reader asked for, and says so if it fails.
 * @param {() => Promise<unknown>} work
 * @param {HTMLButtonElement | null} [button] Disabled meanwhile.
 * @returns {Promise<boolean>} True if it succeeded.
 */
export async function attempt(work, button = null) {
  button?.setAttribute('aria-busy', 'true');
  try {
    await work();
    return true;
  } catch (error) {
    toast(messageOf(error), 'bad');
    return false;
  } finally {
    button?.removeAttribute('aria-busy');
  }
}

/** Shows a line for some seconds at the lower edge. @param {string} text @param {'' | 'good' | 'bad'} [tone] */
export function toast(text, tone = '') {
  const place = document.querySelector('.toast') ?? document.body.appendChild(h('div', { class: 'toast', role: 'status' }));
  const note = h('p', { class: tone, 'data-test': 'toast' }, text);
  replace(place, note);
  setTimeout(() => note.remove(), TOAST_MS);
}

/** Asks before something that cannot be undone. @param {string} question @param {string} yes What the button says. @returns {Promise<boolean>} */
export function confirmed(question, yes) {
  return new Promise(resolve => {
    const dialog = h('dialog', { class: 'dialog', onclose: () => { resolve(dialog.returnValue === 'yes'); dialog.remove(); } },
      h('form', { method: 'dialog' }, h('p', null, question), h('div', { class: 'row end' },
        h('button', { class: 'button', value: 'no' }, 'Cancel'),
        h('button', { class: 'button danger', value: 'yes', 'data-test': 'confirm' }, yes))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
