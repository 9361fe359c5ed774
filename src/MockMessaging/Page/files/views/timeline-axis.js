// The axis of a timeline: moments of the workspace's clock, with idle stretches folded to a narrow band.
import { h } from '../dom.js';
import { span } from '../format.js';

const SHORTEST_FOLD_MS = 15_000;
const USUAL_PAUSES = 6;
const FOLD_WIDTH = 0.05;
const FOLDS_WIDTH_AT_MOST = 0.4;
const LABELS_APART = 0.09;

/** Idle stretches longer than this are folded: clearly longer than the usual pause, which is the first quartile. @param {number[]} sorted */
export function foldLimit(sorted) {
  const pauses = sorted.slice(1).map((moment, index) => moment - sorted[index]).filter(pause => pause > 0).sort((one, other) => one - other);
  return Math.max(SHORTEST_FOLD_MS, USUAL_PAUSES * (pauses[pauses.length >> 2] ?? 0));
}

/** Places moments between 0 and 1. */
export class Axis {
  /** @type {{ from: number, to: number, left: number, right: number, isFold: boolean }[]} */
  #parts = [];

  /** @param {number[]} moments In milliseconds, in any order. */
  constructor(moments) {
    const sorted = [...new Set(moments)].sort((one, other) => one - other);
    this.from = sorted[0] ?? 0;
    this.to = sorted[sorted.length - 1] ?? 0;
    this.limit = foldLimit(sorted);
    const pauses = sorted.slice(1).map((to, index) => ({ from: sorted[index], to }));
    const folds = pauses.filter(pause => pause.to - pause.from > this.limit).length;
    const foldWidth = folds ? Math.min(FOLD_WIDTH, FOLDS_WIDTH_AT_MOST / folds) : 0;
    const active = pauses.reduce((sum, { from, to }) => to - from > this.limit ? sum : sum + to - from, 0);
    let left = 0;
    for (const { from, to } of pauses) {
      const isFold = to - from > this.limit;
      const width = isFold ? (active ? foldWidth : 1 / folds) : (to - from) / active * (1 - folds * foldWidth);
      this.#parts.push({ from, to, left, right: left + width, isFold });
      left += width;
    }
  }

  /** @param {number} moment @returns {number} 0 to 1. */
  at(moment) {
    const part = this.#parts.find(one => moment <= one.to);
    return !part ? (this.#parts.length ? 1 : 0) : moment <= part.from ? part.left : part.left + (moment - part.from) / (part.to - part.from) * (part.right - part.left);
  }

  get folds() {
    return this.#parts.filter(part => part.isFold);
  }

  /** Where each stretch between folds begins, and the end; as far as labels have room. @returns {{ at: number, text: string }[]} */
  labels() {
    const moments = [this.from, ...this.folds.map(fold => fold.to), this.to];
    const labels = [];
    for (const moment of moments) {
      const at = this.at(moment);
      if (!labels.length || at - labels[labels.length - 1].at >= LABELS_APART) {
        labels.push({ at, text: moment === this.from ? '0' : `+${span(moment - this.from)}` });
      }
    }

    return labels;
  }
}

/** @typedef {{ from: number, to?: number, tone?: string, isDue?: boolean, title?: string }} Mark */

/** @param {number} share */
const percent = share => `${(share * 100).toFixed(2)}%`;

/** @template {HTMLElement} E @param {E} element @param {number} left @param {number} [width] @returns {E} */
function placed(element, left, width) {
  element.style.setProperty('--x', percent(left));
  if (width !== undefined) {
    element.style.setProperty('--w', percent(width));
  }

  return element;
}

/** One line of the picture: dots for moments, bars for what took time. @param {Axis} axis @param {Mark[]} marks */
export const track = (axis, marks) => h('span', { class: 'track', 'aria-hidden': 'true' },
  axis.folds.map(fold => placed(h('span', { class: 'track-fold' }), fold.left, fold.right - fold.left)),
  marks.map(mark => placed(
    h('span', { class: `track-mark ${mark.tone ?? ''} ${mark.isDue ? 'is-due' : ''}`, title: mark.title ?? null }),
    axis.at(mark.from), axis.at(mark.to ?? mark.from) - axis.at(mark.from))));

/** The labels above the lines. @param {Axis} axis */
export const scale = axis => h('span', { class: 'track scale', 'aria-hidden': 'true' },
  axis.labels().map(label => placed(h('span', { class: label.at > 0.9 ? 'track-label end' : 'track-label' }, label.text), label.at)));
