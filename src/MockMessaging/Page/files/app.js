// Starts the page, whose frame is in index.html: learns what the server asks for, opens the stream, and shows the view that the address names.
import { access, get, session, urlOf } from './api.js';
import { ensureAccess } from './access.js';
import './call-panel.js';
import { h, replace } from './dom.js';
import { startKeyboard } from './keyboard.js';
import { live } from './live.js';
import './nav-bar.js';
import { redirect, rememberedKey, route, start } from './router.js';
import { state } from './state.js';
import './status-strip.js';
import { applyTheme } from './theme.js';
import './top-bar.js';
import { emptyState } from './ui.js';

const VIEWS = ['chats', 'timeline', 'webhooks', 'requests', 'setup'];
const FIRST_VIEW = 'chats';
/** Its workspace has example conversations. */
const FIRST_KEY = 'demo';

const place = /** @type {HTMLElement} */ (document.getElementById('view'));

applyTheme();

// While the server is asked, the view is loaded already.
load(VIEWS.find(view => location.hash.split('/')[2] === view) ?? FIRST_VIEW).catch(() => {});

async function open() {
  const server = await (await fetch(urlOf('/'), { headers: { accept: 'application/json' }, cache: 'no-store' })).json();
  Object.assign(session, { version: server.version, needsToken: server.needsToken, needsKey: server.needsKey, token: sessionStorage.getItem('token') ?? '' });
  session.key = rememberedKey() || (session.needsKey ? '' : FIRST_KEY);
  await ensureAccess();
  startKeyboard();
  access.addEventListener('refused', () => (session.needsToken || session.needsKey) && location.reload());
  route.addEventListener('change', () => void show());
  route.addEventListener('key', () => void enter());
  start();
}

/** Begins to follow the workspace whose key the address names. */
async function enter() {
  if (!route.key) {
    session.key = await busyKey(rememberedKey());
    redirect(route.view || FIRST_VIEW);
    return;
  }

  state.clear();
  replace(place);
  await live.follow();
  void state.refresh();
  await show();
}

/**
 * The key for an address without one: the remembered one if its workspace has something to show, else the one used last.
 * @param {string} remembered
 */
async function busyKey(remembered) {
  session.key = remembered || FIRST_KEY;
  try {
    const { workspaces } = await get('/_sandbox/workspaces?order=newest');
    const busy = workspaces.filter((/** @type {any} */ one) => one.messages > 0 && !one.masked);
    busy.sort((/** @type {any} */ a, /** @type {any} */ b) => Number(b.current && remembered) - Number(a.current && remembered) || Date.parse(b.lastUsedAt) - Date.parse(a.lastUsedAt));
    return (remembered ? busy[0] : busy.find((/** @type {any} */ one) => !one.current))?.key ?? session.key;
  } catch {
    // The list is not shown to everybody.
    return session.key;
  }
}

/** @param {string} view */
function load(view) {
  return import(`./views/${view}-view.js`);
}

async function show() {
  if (!VIEWS.includes(route.view)) {
    redirect(FIRST_VIEW);
    return;
  }

  const tag = `${route.view}-view`;
  document.title = `${route.view[0].toUpperCase()}${route.view.slice(1)} · ${session.key} · MockMessaging`;
  try {
    await load(route.view);
  } catch {
    replace(place, emptyState({ icon: 'warn', title: 'This view could not be loaded', text: 'Load the page again.' }));
    return;
  }

  if (`${route.view}-view` === tag && place.firstElementChild?.localName !== tag) {
    replace(place, h(tag));
  }
}

void open();
