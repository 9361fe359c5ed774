// Keys that work everywhere: j and k go through rows, / focuses the search, Esc closes what is open.
import { closeMenus } from './ui.js';

/** @param {EventTarget | null} target */
const isTyping = target => target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/.test(target.localName));

/** The rows to go through: marked with `data-row`, focusable; those beside the focused one if a row has the focus. */
function rows() {
  const place = document.activeElement?.closest('#view [data-row]')?.closest('.rows') ?? document.querySelector('#view');
  return /** @type {HTMLElement[]} */ ([...place?.querySelectorAll('[data-row]') ?? []].filter(row => row instanceof HTMLElement && row.offsetParent));
}

/** @param {number} step */
function move(step) {
  const all = rows();
  const at = all.findIndex(row => row === document.activeElement || row.contains(document.activeElement));
  const current = at >= 0 ? at : all.findIndex(row => row.getAttribute('aria-current') === 'true' || row.getAttribute('aria-expanded') === 'true');
  const next = all[Math.max(0, Math.min(all.length - 1, current < 0 ? 0 : current + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  if (next?.dataset.row === 'open') {
    next.click();
  }
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }

  if (event.key === 'Escape') {
    if (closeMenus() || document.querySelector('dialog[open]')) {
      return;
    }

    if (isTyping(event.target)) {
      /** @type {HTMLElement} */ (event.target).blur();
    } else {
      document.dispatchEvent(new Event('close-all'));
    }
  } else if (!isTyping(event.target) && !document.querySelector('dialog[open]')) {
    const search = document.querySelector('#view input[type=search]');
    if (event.key === 'j' || event.key === 'k') {
      move(event.key === 'j' ? 1 : -1);
    } else if (event.key === '/' && search instanceof HTMLElement) {
      event.preventDefault();
      search.focus();
    }
  }
}

/** Fires `close-all` on the document for Esc that no menu or field has used. */
export function startKeyboard() {
  document.addEventListener('keydown', onKey);
  document.addEventListener('pointerdown', event => closeMenus(/** @type {Element} */ (event.target)));
}
