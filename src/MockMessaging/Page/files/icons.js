// Drawn here, so that nothing is loaded from elsewhere. All on a 24 × 24 grid, stroked in the color of the text.

/** @type {Record<string, string>} */
const PATHS = {
  chats: 'M4 5.5A1.5 1.5 0 0 1 5.5 4h13A1.5 1.5 0 0 1 20 5.5v9a1.5 1.5 0 0 1-1.5 1.5H10l-4.5 4v-4H5.5A1.5 1.5 0 0 1 4 14.5z',
  timeline: 'M4 6h9M8 12h9M12 18h8M4 3v18',
  webhooks: 'M9 8a3.5 3.5 0 1 1 4.8 3.2L11 16M7 12.5A3.5 3.5 0 1 0 10.5 17H16M16 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0M10.4 9.5l3 5',
  requests: 'M4 7h12M13 4l3 3-3 3M20 17H8M11 14l-3 3 3 3',
  setup: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  clock: 'M12 7v5l3 2M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18',
  freeze: 'M12 3v18M4.2 7.5l15.6 9M4.2 16.5l15.6-9M12 6l-2-1.6M12 6l2-1.6M12 18l-2 1.6M12 18l2 1.6',
  play: 'M8 5.5v13l10-6.5z',
  fault: 'M13 3L5 13.5h6L10.5 21 19 10h-6.5z',
  check: 'M5 12.5l4.5 4.5L19 7',
  ticks: 'M2.5 12.5l4.5 4.5L15 8.5M11 15.5l1.5 1.5L21.5 8',
  cross: 'M6 6l12 12M18 6L6 18',
  warn: 'M12 9v4.5M12 17v.01M10.7 4.5L3.3 17.5A1.5 1.5 0 0 0 4.6 20h14.8a1.5 1.5 0 0 0 1.3-2.5L13.3 4.5a1.5 1.5 0 0 0-2.6 0',
  info: 'M12 11v5M12 8v.01M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18',
  send: 'M4.5 12L20 4.5 15.5 20l-3.5-6.5zM12 13.5L20 4.5',
  attach: 'M19 11.5l-7.2 7.2a4.6 4.6 0 0 1-6.5-6.5l7.6-7.6a3.1 3.1 0 0 1 4.4 4.4l-7.6 7.6a1.6 1.6 0 0 1-2.2-2.2l6.9-6.9',
  picture: 'M4 5h16v14H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.5v.01',
  video: 'M4 6h11v12H4zM15 10.5l5-3v9l-5-3',
  audio: 'M6 10v4M10 6v12M14 9v6M18 11v2',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  place: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  card: 'M4 5h16v14H4zM9 13a2 2 0 1 0 0-4 2 2 0 0 0 0 4M6.5 16.5c.5-1.6 4.5-1.6 5 0M15 10h2.5M15 14h2.5',
  stop: 'M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM8 12h8',
  reply: 'M10 6l-6 6 6 6M4 12h10a6 6 0 0 1 6 6',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
  link: 'M10 14l9-9M13 5h6v6M18 14v5H5V6h5',
  phone: 'M6 4h3.5l1.5 4.5-2 1.5a11 11 0 0 0 5 5l1.5-2 4.5 1.5V18a2 2 0 0 1-2 2A15 15 0 0 1 4 6a2 2 0 0 1 2-2',
  copy: 'M8 8h12v12H8zM16 8V4H4v12h4',
  search: 'M16 16l4.5 4.5M11 18a7 7 0 1 1 0-14 7 7 0 0 1 0 14',
  key: 'M14.5 13.5a5 5 0 1 0-4-4L4 16v4h4v-2h2v-2h2z',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5',
  back: 'M15 5l-7 7 7 7',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  terminal: 'M4 5h16v14H4zM7.5 9l3 3-3 3M13 15h4',
  plus: 'M12 5v14M5 12h14',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5',
  replay: 'M20 12a8 8 0 1 1-2.3-5.6L20 8.5M20 4v4.5h-4.5',
  bot: 'M5 9h14v10H5zM12 9V5M9.5 13.5v1M14.5 13.5v1',
};

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A small drawing; hidden from screen readers, so the text beside it or the button's label must say what it means.
 * @param {keyof typeof PATHS | string} name
 * @param {string} [classes]
 * @returns {SVGSVGElement}
 */
export function icon(name, classes = '') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon ${classes}`.trim());
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name] ?? PATHS.info);
  svg.append(path);
  return svg;
}
