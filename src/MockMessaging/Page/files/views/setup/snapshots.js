// Snapshots, copies, files, and the reset of the workspace.
import { get, send, session } from '../../api.js';
import { h, keyed, listen, replace, setText, stop } from '../../dom.js';
import { count, counted, relative, size } from '../../format.js';
import { icon } from '../../icons.js';
import { live } from '../../live.js';
import { chooseKey } from '../../router.js';
import { state } from '../../state.js';
import { attempt, confirmed, copyButton, toast } from '../../ui.js';
import { badge, download, field } from '../parts.js';

class SetupSnapshots extends HTMLElement {
  #rows = h('div', { class: 'rows' });
  #none = h('p', { class: 'muted panel-body' }, 'No snapshot yet. Prepare the workspace, take one, and go back to it before each test.');
  #name = h('input', { class: 'input', required: true, maxlength: '100', pattern: '[^\\/]+', placeholder: 'prepared', 'data-test': 'snapshot-name' });

  connectedCallback() {
    const take = h('button', { class: 'button primary', 'data-test': 'snapshot-take' }, 'Take snapshot');
    replace(this, h('section', { class: 'panel' }, h('div', { class: 'panel-head' }, h('h2', null, 'Snapshots'), h('span', { class: 'muted small' }, 'They outlive a reset.')), this.#rows, this.#none,
      h('form', { class: 'panel-body inline-form', onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void attempt(async () => {
          await send('POST', '/_sandbox/snapshots', { name: this.#name.value.trim() });
          this.#name.value = '';
          await this.#read();
        }, take);
      } }, field('Name', this.#name), take)));
    listen(this, live, 'event', ({ detail }) => detail.kind === 'snapshots' && void this.#read());
    listen(this, live, 'again', () => void this.#read());
    void this.#read();
  }

  disconnectedCallback() {
    stop(this);
  }

  async #read() {
    const { snapshots } = await get('/_sandbox/snapshots').catch(() => ({ snapshots: [] }));
    this.#none.hidden = snapshots.length > 0;
    keyed(this.#rows, snapshots, (/** @type {any} */ one) => `${one.name} ${one.takenAt}`, one => this.#row(one));
  }

  /** @param {any} snapshot */
  #row(snapshot) {
    const path = `/_sandbox/snapshots/${encodeURIComponent(snapshot.name)}`;
    return h('div', { class: 'item plain row between', 'data-test': 'snapshot' },
      h('span', { class: 'row' }, h('b', { dir: 'auto' }, snapshot.name), h('span', { class: 'muted small' }, `${counted(snapshot.messages, 'message')}, ${size(snapshot.bytes)}, taken ${relative(snapshot.takenAt)}`)),
      h('span', { class: 'row' },
        h('button', { type: 'button', class: 'button small', 'data-test': 'snapshot-restore', onclick: async () => {
          if (await confirmed(`Go back to “${snapshot.name}”? What happened since is lost.`, 'Go back')) {
            await attempt(() => send('POST', `${path}/restore`)) && restored('The workspace is as it was.');
          }
        } }, icon('replay'), 'Go back to it'),
        h('button', { type: 'button', class: 'button small danger', onclick: () => void attempt(async () => {
          await send('DELETE', path);
          await this.#read();
        }) }, icon('trash'), 'Remove')));
  }
}

/** @param {string} text */
function restored(text) {
  toast(text, 'good');
  void state.refresh();
}

class SetupArchive extends HTMLElement {
  connectedCallback() {
    const key = h('input', { class: 'input', placeholder: session.needsKey ? 'one of Auth:Keys' : 'made up', required: session.needsKey, maxlength: '200', 'data-test': 'fork-key' });
    const fork = h('button', { class: 'button', 'data-test': 'fork' }, 'Copy and open');
    const file = h('input', { type: 'file', accept: '.json,application/json', class: 'offscreen', tabindex: '-1', 'aria-label': 'File to import', 'data-test': 'import', onchange: () => void this.#import(file) });
    const save = h('button', { type: 'button', class: 'button', 'data-test': 'export', onclick: () => void attempt(async () =>
      download(JSON.stringify(await get('/_sandbox/export'), null, 2), `mockmessaging-${session.needsKey ? 'workspace' : session.key.replace(/[^\w-]/g, '_')}.json`), save) }, icon('down'), 'Export to a file');
    replace(this, h('section', { class: 'panel' }, h('div', { class: 'panel-head' }, h('h2', null, 'Copies')),
      h('div', { class: 'panel-body stack' },
        h('form', { class: 'inline-form', onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          void attempt(async () => {
            const copy = await send('POST', '/_sandbox/workspaces', key.value.trim() ? { key: key.value.trim() } : {});
            toast(`This is the copy, with the key ${copy.key}.`, 'good');
            chooseKey(copy.key);
          }, fork);
        } }, field('Copy the workspace to the key', key), fork),
        h('div', { class: 'row' }, save, h('button', { type: 'button', class: 'button', onclick: () => file.click() }, icon('up'), 'Import from a file'), file,
          h('span', { class: 'muted small' }, 'For another server, or for a repository.')))));
  }

  /** @param {HTMLInputElement} file */
  async #import(file) {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (chosen && await confirmed(`Replace everything in this workspace by “${chosen.name}”?`, 'Replace')) {
      await attempt(async () => send('POST', '/_sandbox/import', JSON.parse(await chosen.text()))) && restored('The workspace is as in the file.');
    }
  }
}

class SetupLimits extends HTMLElement {
  #rows = h('tbody');
  #seed = h('span', { class: 'row' });

  connectedCallback() {
    replace(this, h('details', { class: 'panel fold-panel' }, h('summary', null, 'What the workspace holds'),
      h('div', { class: 'panel-body stack' }, this.#seed, h('div', { class: 'scroll-x' }, h('table', { class: 'table' },
        h('thead', null, h('tr', null, ['What', 'Held', 'At most', 'Setting'].map(name => h('th', { scope: 'col' }, name)))), this.#rows)))));
    listen(this, state, 'change', () => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    stop(this);
  }

  #show() {
    const { limits = [], seed, server } = state.workspace ?? {};
    replace(this.#seed, seed === undefined ? null : ['Seed ', copyButton(String(seed), () => String(seed)), server ? badge(server.storage === 'file' ? 'kept in a file' : 'kept in memory') : null]);
    keyed(this.#rows, limits, (/** @type {any} */ limit) => limit.what, limit => h('tr', null, h('td', null, limit.what), h('td', { class: 'numbers held' }), h('td', { class: 'numbers' }, count(limit.most)), h('td', null, h('code', { class: 'mono' }, limit.setting))),
      (row, limit) => setText(row.querySelector('.held'), count(limit.held)));
  }
}

class SetupReset extends HTMLElement {
  connectedCallback() {
    replace(this, h('section', { class: 'panel' }, h('div', { class: 'panel-head' }, h('h2', null, 'Start again')),
      h('div', { class: 'panel-body stack' },
        h('div', { class: 'row' }, h('button', { type: 'button', class: 'button danger', 'data-test': 'reset', onclick: async () => {
          if (await confirmed('Remove all messages, contacts, sessions, webhooks, faults and rules of this workspace? Snapshots stay.', 'Reset')) {
            await attempt(() => send('DELETE', '/_sandbox/workspace')) && restored('The workspace is empty.');
          }
        } }, icon('trash'), 'Reset the workspace'), h('span', { class: 'muted small' }, 'Nothing of before arrives any more, and the clock runs again.')),
        h('div', { class: 'row' }, h('button', { type: 'button', class: 'button danger', 'data-test': 'forget', onclick: async () => {
          if (await confirmed(`Forget everything of the key “${session.needsKey ? 'in use' : session.key}”, its snapshots too?`, 'Forget')) {
            await attempt(() => send('DELETE', '/_sandbox/workspaces/current')) && restored('The key is as if it had never been used.');
          }
        } }, icon('key'), 'Forget the key'), h('span', { class: 'muted small' }, 'The workspace with its snapshots.')))));
  }
}

customElements.define('setup-snapshots', SetupSnapshots);
customElements.define('setup-archive', SetupArchive);
customElements.define('setup-limits', SetupLimits);
customElements.define('setup-reset', SetupReset);
