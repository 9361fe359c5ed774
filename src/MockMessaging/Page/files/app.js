// Starts the page, whose frame is in index.html: learns what the server asks for, opens the stream, and shows the view that the address names.
import { access, session, urlOf } from './api.js';
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
const FIRST_KEY = 'demo';

const place = /** @type {HTMLElement} */ (document.getElementById('view'));

applyTheme();

async function open() {
  const server = await (await fetch(urlOf('/'), { headers: { accept: 'application/json' }, cache: 'no-store' })).json();
  Object.assign(session, { version: server.version, needsToken: server.needsToken, needsKey: server.needsKey, token: sessionStorage.getItem('token') ?? '' });
  session.key = rememberedKey();
  await ensureAccess();
  startKeyboard();
  access.addEventListener('refused', () => (session.needsToken || session.needsKey) && location.reload());
  route.addEventListener('change', () => void show());
  route.addEventListener('key', () => void enter());
  start();
}

/** Begins to follow the workspace whose key the address names. */
async function enter() {
  session.key = route.key || rememberedKey() || FIRST_KEY;
  state.clear();
  replace(place);
  await live.follow();
  if (!route.key) {
    redirect(route.view || 'chats');
    return;
  }

  void state.refresh();
  await show();
}

async function show() {
  if (!VIEWS.includes(route.view)) {
    redirect('chats');
    return;
  }

  const tag = `${route.view}-view`;
  document.title = `${route.view[0].toUpperCase()}${route.view.slice(1)} · ${session.key} · MockMessaging`;
  try {
    await import(`./views/${tag}.js`);
  } catch {
    replace(place, emptyState({ icon: 'warn', title: 'This view could not be loaded', text: 'Load the page again.' }));
    return;
  }

  if (`${route.view}-view` === tag && place.firstElementChild?.localName !== tag) {
    replace(place, h(tag));
  }
}

void open();
