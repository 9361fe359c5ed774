// Asks for the token of the control plane or for an API key, where the server wants them.
import { ApiError, get, session } from './api.js';
import { h } from './dom.js';

/** Asks until the server accepts what the reader gives, so that nothing else of the page runs into refusals. */
export async function ensureAccess() {
  for (let problem = ''; session.needsToken || session.needsKey;) {
    if ((!session.needsToken || session.token) && (!session.needsKey || session.key)) {
      try {
        await get('/_sandbox/clock');
        return;
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 401) {
          return;
        }

        problem = error.message;
      }
    }

    await ask(problem);
  }
}

/**
 * @param {string} problem Why it asks again.
 * @returns {Promise<void>}
 */
function ask(problem) {
  return new Promise(resolve => {
    const token = h('input', { type: 'password', class: 'input', autocomplete: 'off', required: true, value: session.token, 'data-test': 'token-input' });
    const key = h('input', { type: 'text', class: 'input', autocomplete: 'off', spellcheck: 'false', required: true, value: session.key, 'data-test': 'access-key' });
    const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'access-title', oncancel: (/** @type {Event} */ event) => event.preventDefault() },
      h('form', { onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        if (session.needsToken) {
          session.token = token.value.trim();
          sessionStorage.setItem('token', session.token);
        }

        if (session.needsKey) {
          session.key = key.value.trim();
          sessionStorage.setItem('key', session.key);
        }

        dialog.close();
        dialog.remove();
        resolve();
      } },
      h('h1', { id: 'access-title' }, 'This server asks who you are'),
      problem ? h('p', { class: 'note bad', role: 'alert' }, problem) : null,
      session.needsToken ? h('label', { class: 'field' }, h('span', null, 'Token of the control plane'), token, h('small', null, 'The setting Control:Token of the server.')) : null,
      session.needsKey ? h('label', { class: 'field' }, h('span', null, 'API key'), key, h('small', null, 'One of the setting Auth:Keys. It stays in this tab.')) : null,
      h('div', { class: 'row end' }, h('button', { class: 'button primary', 'data-test': 'access-submit' }, 'Open'))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
