// What several parts of the page need of the workspace: its settings, clock, armed faults, rules, what is due, and how receivers fare.
import { get } from './api.js';
import { live } from './live.js';

/** @typedef {{ mode: 'real' | 'frozen' | 'scaled', now: string, scale: number, pendingTimers: number, nextDue?: string | null }} Clock */

const READ_AGAIN_AFTER_MS = 150;

class State extends EventTarget {
  /** GET /_sandbox/workspace; null until it was read. @type {any} */
  workspace = null;
  /** @type {Clock | null} */
  clock = null;
  /** @type {any[]} GET /_sandbox/faults, those that are over too. */
  faults = [];
  /** @type {any[]} Rules of GET /_sandbox/outcomes. */
  rules = [];
  /** @type {any[]} Receivers of GET /_sandbox/webhooks. */
  receivers = [];
  /** The app whose newest push failed; null if the newest push went well. @type {string | null} */
  failingApp = null;

  #clockReadAt = 0;
  #clocksSet = 0;
  #base = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Set<'workspace' | 'faults' | 'rules' | 'receivers' | 'clock'>} */
  #stale = new Set();
  #readings = 0;
  #cleared = 0;

  /** What the workspace's clock shows at this moment, in milliseconds. */
  now() {
    return this.clock ? this.#base + (performance.now() - this.#clockReadAt) * (this.clock.mode === 'frozen' ? 0 : this.clock.scale) : Date.now();
  }

  /** @param {Clock} clock As the control plane returns it. */
  setClock(clock) {
    this.clock = clock;
    this.#clocksSet++;
    this.#base = Date.parse(clock.now);
    this.#clockReadAt = performance.now();
    this.dispatchEvent(new Event('change'));
  }

  /** Reads everything of the current workspace. */
  async refresh() {
    this.#stale = new Set(['workspace', 'faults', 'rules', 'receivers']);
    await this.#read();
  }

  /** Forgets what it holds of another workspace. */
  clear() {
    this.#cleared++;
    Object.assign(this, { workspace: null, clock: null, faults: [], rules: [], receivers: [], failingApp: null });
    this.dispatchEvent(new Event('change'));
  }

  /** @param {...('workspace' | 'faults' | 'rules' | 'receivers' | 'clock')} what */
  readSoon(...what) {
    what.forEach(part => this.#stale.add(part));
    this.#timer ??= setTimeout(() => void this.#read(), READ_AGAIN_AFTER_MS);
  }

  async #read() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const stale = this.#stale;
    this.#stale = new Set();
    const reading = ++this.#readings;
    const [clocksSet, cleared] = [this.#clocksSet, this.#cleared];
    const part = (/** @type {any} */ name, /** @type {string} */ path) => stale.has(name) ? get(path) : null;
    try {
      const [workspace, faults, outcomes, pushes, clock] = await Promise.all([
        part('workspace', '/_sandbox/workspace'),
        part('faults', '/_sandbox/faults'),
        part('rules', '/_sandbox/outcomes'),
        part('receivers', '/_sandbox/webhooks?limit=1&order=newest'),
        part('clock', '/_sandbox/clock'),
      ]);
      if (cleared !== this.#cleared) {
        return;
      }

      if (reading !== this.#readings) {
        // A newer reading is under way; what this one read is read again with the next.
        stale.forEach(name => this.#stale.add(name));
        this.readSoon();
      }

      this.workspace = workspace ?? this.workspace;
      this.faults = faults?.faults ?? this.faults;
      this.rules = outcomes?.rules ?? this.rules;
      if (pushes) {
        const [newest] = pushes.pushes;
        this.receivers = pushes.receivers;
        this.failingApp = newest && (newest.state === 'failed' || newest.state === 'retrying') ? newest.appId ?? null : null;
      }

      if (clocksSet !== this.#clocksSet) {
        // The clock that was set meanwhile may be newer than the one just read.
        this.readSoon('clock');
        this.dispatchEvent(new Event('change'));
      } else if (clock ?? workspace?.clock) {
        this.setClock(clock ?? workspace.clock);
      } else {
        this.dispatchEvent(new Event('change'));
      }
    } catch {
      // Without a connection the top bar says so; the stream asks for a new reading when it is back.
    }
  }
}

/** Fires `change` whenever one of its parts changed. */
export const state = new State();

/** Which parts an event makes stale. @type {Record<string, ('workspace' | 'faults' | 'rules' | 'receivers' | 'clock')[]>} */
const STALE = {
  sent: ['clock'],
  inbound: ['clock'],
  status: ['clock'],
  push: ['receivers', 'clock'],
  request: ['faults'],
  faults: ['faults'],
  outcomes: ['rules'],
  traffic: ['clock'],
  webhook: ['workspace', 'receivers'],
  settings: ['workspace'],
  reset: ['workspace', 'faults', 'rules', 'receivers'],
  snapshots: ['workspace', 'faults', 'rules', 'receivers'],
};

live.addEventListener('event', event => {
  const { kind, clock, request } = /** @type {CustomEvent} */ (event).detail;
  if (kind === 'clock' && clock) {
    state.setClock(clock);
  } else if (kind !== 'request' || request?.fault) {
    state.readSoon(...(STALE[kind] ?? []));
  }
});
live.addEventListener('again', () => void state.refresh());
