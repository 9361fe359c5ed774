// Pictures, films, sounds, documents, contact cards and places in a bubble.
import { h, replace } from '../../dom.js';
import { icon } from '../../icons.js';
import { avatar, hueOf } from './people.js';

/** @typedef {import('./people.js').Attachment} Attachment */

/** Names that never hold a file (RFC 2606): asking for them would only bring errors. */
const NO_HOST = /^(?:https?:)?\/\/(?:[^/]*\.)?(?:example\.(?:com|org|net)|[^/.]+\.(?:example|test|invalid))(?:[:/]|$)/i;
const BARS = 28;

/** @param {string | undefined} link */
const canLoad = link => Boolean(link) && /^(https?:|data:image\/|\/)/i.test(link ?? '') && !NO_HOST.test(link ?? '');

/** @param {Attachment} one */
export function attachment(one) {
  const media = one.type === 'image' ? picture(one) : one.type === 'video' ? film(one) : one.type === 'audio' ? sound(one) : file(one);
  return h('figure', { class: `media ${one.type}` }, media, one.caption ? h('figcaption', { dir: 'auto' }, one.caption) : null);
}

/** @param {Attachment} one */
function picture(one) {
  if (!canLoad(one.link)) {
    return tile(one, 'picture');
  }

  const image = h('img', { src: one.link, alt: one.caption || one.name || 'Picture', loading: 'lazy', decoding: 'async' });
  const frame = h('a', { class: 'frame', href: one.link?.startsWith('data:') ? null : one.link, target: '_blank', rel: 'noreferrer noopener', onclick: keep }, image);
  image.addEventListener('error', () => replace(frame, tile(one, 'picture')));
  return frame;
}

/** @param {Attachment} one */
function film(one) {
  if (!canLoad(one.link)) {
    return tile(one, 'video');
  }

  const frame = h('div', { class: 'frame' });
  const video = h('video', { src: one.link, controls: true, preload: 'metadata', onclick: keep, onerror: () => replace(frame, tile(one, 'video')) });
  replace(frame, video);
  return frame;
}

/** @param {Attachment} one */
function sound(one) {
  return canLoad(one.link) ? h('audio', { src: one.link, controls: true, preload: 'none', onclick: keep }) : wave(one);
}

/** A voice note that cannot be played: its name drawn as a wave. @param {Attachment} one */
function wave(one) {
  const seed = Number(hueOf(one.link ?? one.name ?? ''));
  const bars = Array.from({ length: BARS }, (_, at) => {
    const bar = h('i');
    bar.style.setProperty('--level', String(20 + Math.abs(Math.sin(at * 1.7 + seed) * Math.cos(at * .6 + seed)) * 80));
    return bar;
  });
  return h('div', { class: 'wave', title: one.link }, icon('audio'), h('span', { class: 'bars', 'aria-hidden': 'true' }, bars), h('span', { class: 'offscreen' }, one.name ?? 'Voice note'));
}

/** Stands for a picture or film that cannot be loaded. @param {Attachment} one @param {string} sign */
function tile(one, sign) {
  const name = one.name || one.link?.split('/').at(-1) || '';
  const element = h('div', { class: 'tile', title: one.link }, icon(sign), h('span', { class: 'ellipsis', dir: 'auto' }, name));
  element.style.setProperty('--hue', hueOf(one.link ?? name));
  return element;
}

/** @param {Attachment} one */
const file = one => h('a', { class: 'file', href: canLoad(one.link) ? one.link : null, target: '_blank', rel: 'noreferrer noopener', title: one.link, onclick: canLoad(one.link) ? keep : null },
  icon('document'), h('span', { class: 'stackless' }, h('b', { class: 'ellipsis', dir: 'auto' }, one.name || one.link || 'Document'), h('small', { class: 'muted ellipsis' }, one.mimeType || extensionOf(one.name) || 'document')));

/** @param {string | undefined} name */
const extensionOf = name => /\.(\w{1,5})$/.exec(name ?? '')?.[1].toUpperCase();

/** @param {import('./people.js').Card} one */
export const card = one => h('div', { class: 'person' }, avatar(one.name ?? '', one.name ?? ''),
  h('span', { class: 'stackless' }, h('b', { dir: 'auto' }, one.name ?? 'Contact'), one.organization ? h('small', { class: 'muted', dir: 'auto' }, one.organization) : null,
    [...one.phones, ...one.emails].map(line => h('small', { class: 'numbers', dir: 'ltr' }, line))));

/** A small drawn map, since no tile is loaded from elsewhere. @param {import('./people.js').Place} one */
export function place(one) {
  const map = h('div', { class: 'map', 'aria-hidden': 'true' }, icon('place'));
  map.style.setProperty('--turn', `${hueOf(`${one.latitude}${one.longitude}`)}deg`);
  return h('div', { class: 'place' }, map, h('span', { class: 'stackless' },
    one.name ? h('b', { dir: 'auto' }, one.name) : null, one.address ? h('small', { dir: 'auto' }, one.address) : null,
    one.latitude || one.longitude ? h('small', { class: 'muted numbers' }, `${one.latitude}, ${one.longitude}`) : null));
}

/** @param {Event} event */
const keep = event => event.stopPropagation();
