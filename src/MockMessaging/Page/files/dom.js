// Building and updating elements. Text is always text: nothing here parses HTML.

/** @typedef {Node | string | number | null | undefined | false} Child */
/** @typedef {Child | Child[] | Child[][]} Children */
/** @typedef {Record<string, any>} Props */

/**
 * Makes an element. `class` sets classes, `on…` functions become listeners (`onclick`), null and false leave a property out,
 * true sets an empty attribute. Known properties such as `value` or `checked` are set as properties, all others as attributes.
 * @template {string} T
 * @param {T} tag
 * @param {Props | null} [props]
 * @param {...Children} children
 * @returns {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : HTMLElement}
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    set(element, name, value);
  }

  element.append(...nodes(children));
  return /** @type {any} */ (element);
}

const AS_PROPERTY = new Set(['value', 'checked', 'disabled', 'selected', 'hidden', 'open', 'indeterminate', 'srcObject']);

/** Sets one property of `h` on an element. @param {Element} element @param {string} name @param {any} value */
export function set(element, name, value) {
  if (name.startsWith('on') && typeof value === 'function') {
    element.addEventListener(name.slice(2), value);
  } else if (AS_PROPERTY.has(name) && name in element) {
    /** @type {any} */ (element)[name] = value ?? (name === 'value' ? '' : false);
  } else if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** @param {Children[]} children @returns {(Node | string)[]} */
function nodes(children) {
  return /** @type {Child[]} */ (children.flat(3))
    .filter(child => child !== null && child !== undefined && child !== false)
    .map(child => child instanceof Node ? child : String(child));
}

/** Replaces the content of an element. @param {Element} element @param {...Children} children */
export function replace(element, ...children) {
  element.replaceChildren(...nodes(children));
}

/** Changes the text only if it differs, so that a selection survives. @param {Node} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** @type {WeakMap<Element, Map<string, Element>>} */
const held = new WeakMap();

/**
 * Makes the children of `list` match `items`, in their order. Elements of known keys are kept, and only moved if their place changed.
 * What the reader looks at stays where it is on the screen: an opened or focused row, else the first row in view of a scrolled list.
 * @template I
 * @param {Element} list An element whose children belong to this function alone.
 * @param {Iterable<I>} items
 * @param {(item: I) => string} keyOf
 * @param {(item: I) => Element} make
 * @param {(element: any, item: I) => void} [update] Called for every item, the new ones too.
 */
export function keyed(list, items, keyOf, make, update) {
  const before = held.get(list) ?? new Map();
  const after = new Map();
  const restore = keepPlace(list);
  let next = list.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    const element = before.get(key) ?? make(item);
    before.delete(key);
    after.set(key, element);
    if (next !== null && element === next) {
      next = next.nextElementSibling;
    } else {
      list.insertBefore(element, next);
    }

    update?.(element, item);
  }

  before.forEach(element => element.remove());
  held.set(list, after);
  restore();
}

/**
 * Notes where the row looked at is on the screen; the returned function scrolls so that it is there again.
 * @param {Element} list
 * @returns {() => void}
 */
export function keepPlace(list) {
  const scroller = scrollerOf(list);
  const opened = list.querySelector(':scope > [open], :scope > [aria-expanded="true"], :scope > :focus-within');
  if (!scroller || (!opened && scroller.scrollTop === 0)) {
    return () => {};
  }

  const { top, bottom } = scroller.getBoundingClientRect();
  const isInView = (/** @type {Element} */ row) => row.getBoundingClientRect().bottom > top && row.getBoundingClientRect().top < bottom;
  const row = opened && isInView(opened) ? opened : scroller.scrollTop === 0 ? null : firstInView(list, top);
  const was = row?.getBoundingClientRect().top ?? 0;
  return () => {
    if (row?.isConnected) {
      scroller.scrollTop += row.getBoundingClientRect().top - was;
    }
  };
}

/** Rows stand below each other, so halving finds the first one in view. @param {Element} list @param {number} top */
function firstInView(list, top) {
  const rows = list.children;
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = rows[middle].getBoundingClientRect().bottom <= top ? [middle + 1, high] : [low, middle];
  }

  return rows[low] ?? null;
}

/** @param {Element} element @returns {Element | null} */
export function scrollerOf(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) {
      return at;
    }
  }

  return null;
}

/**
 * Runs `work` once per frame at most, however often the returned function is called.
 * @param {() => void} work
 */
export function perFrame(work) {
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        work();
      });
    }
  };
}

/** @type {WeakMap<Element, AbortController>} */
const lives = new WeakMap();

/** Aborted by `stop(owner)`. @param {Element} owner @returns {AbortSignal} */
function lifeOf(owner) {
  const life = lives.get(owner) ?? new AbortController();
  lives.set(owner, life);
  return life.signal;
}

/**
 * Listens as long as `owner` is in the document; call from `connectedCallback`, and `stop(owner)` from `disconnectedCallback`.
 * @param {Element} owner
 * @param {EventTarget} target
 * @param {string} type
 * @param {(event: any) => void} listener
 */
export function listen(owner, target, type, listener) {
  target.addEventListener(type, listener, { signal: lifeOf(owner) });
}

/**
 * Calls `work` again and again, as long as `owner` is in the document; used like `listen`.
 * @param {Element} owner
 * @param {number} pauseMs
 * @param {() => void} work
 */
export function every(owner, pauseMs, work) {
  const timer = setInterval(work, pauseMs);
  lifeOf(owner).addEventListener('abort', () => clearInterval(timer));
}

/** Ends everything `listen` and `every` began for the owner. @param {Element} owner */
export function stop(owner) {
  lives.get(owner)?.abort();
  lives.delete(owner);
}
