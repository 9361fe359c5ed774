// Routes of the page: #/KEY/VIEW/…. The fragment never leaves the browser, so the key in it does not either.
import { session } from './api.js';

const HIDDEN_KEY = '~';

class Route extends EventTarget {
  key = '';
  view = '';
  /** @type {string[]} What follows the view, such as the id of a contact. */
  parts = [];
}

/** Fires `change` when the view or its parts changed, and `key` when another workspace was chosen, or none. */
export const route = new Route();

/**
 * The link to a view of the current workspace.
 * @param {string} view
 * @param {...string} parts
 */
export const href = (view, ...parts) => hashOf(session.key, view, parts);

/** Goes to a view of the current workspace. @param {string} view @param {...string} parts */
export function navigate(view, ...parts) {
  location.hash = href(view, ...parts);
}

/** Like `navigate`, without a new entry in the history. @param {string} view @param {...string} parts */
export function redirect(view, ...parts) {
  location.replace(href(view, ...parts));
}

/** Goes to another workspace, in the same view. @param {string} key */
export function chooseKey(key) {
  remember(key);
  const hash = hashOf(key, route.view || 'chats', []);
  if (location.hash === hash) {
    read();
  } else {
    location.hash = hash;
  }
}

/** The key that was used last in this tab, or ever; empty if none. */
export const rememberedKey = () => sessionStorage.getItem('key') ?? (session.needsKey ? '' : localStorage.getItem('key')) ?? '';

/** @param {string} key */
function remember(key) {
  sessionStorage.setItem('key', key);
  if (!session.needsKey) {
    localStorage.setItem('key', key);
  }
}

/** @param {string} key @param {string} view @param {string[]} parts */
function hashOf(key, view, parts) {
  return `#/${[session.needsKey ? HIDDEN_KEY : key, view, ...parts].map(encodeURIComponent).join('/')}`;
}

/** Reads the address; `start` calls it for the first time. */
function read() {
  const [key = '', view = '', ...parts] = location.hash.replace(/^#\/?/, '').split('/').map(decoded);
  const chosen = key === HIDDEN_KEY || session.needsKey ? rememberedKey() : key;
  const isOther = route.key !== chosen || !chosen;
  Object.assign(route, { key: chosen, view, parts: parts.filter(Boolean) });
  if (chosen) {
    session.key = chosen;
    remember(chosen);
  }

  if (isOther) {
    route.dispatchEvent(new Event('key'));
  } else {
    route.dispatchEvent(new Event('change'));
  }
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Follows the address from now on. */
export function start() {
  addEventListener('hashchange', read);
  read();
}
