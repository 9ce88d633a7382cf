/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* When each side was published, when its words were said and what time they speak of, on one line. */
import { h } from './dom.js';
import { moment, span } from './words.js';

const WIDE = 3; /* per cent of the line from which on a time is drawn as a stretch */
const NEAR = 2.2; /* per cent within which marks would hide each other */

/* Milliseconds of the beginning or end of "2025", "2025-04", "2025-04-25" or "2025-04-25T20:36". */
function instant(text, isEnd) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d))?/.exec(text || '');
  if (parts === null)
    return null;
  const [, y, m, d, hour, minute] = parts.map((part) => (part === undefined ? undefined : Number(part)));
  if (hour !== undefined)
    return Date.UTC(y, m - 1, d, hour, minute);
  if (!isEnd)
    return Date.UTC(y, (m || 1) - 1, d || 1);
  return Date.UTC(m === undefined ? y + 1 : y, m === undefined ? 0 : d === undefined ? m : m - 1, d === undefined ? 1 : d + 1) - 60000;
}

function stretches(side) {
  const list = [
    ['published', side.published && { from: side.published, to: side.published }],
    ['said', side.said], ['about', side.about],
  ];
  return list.filter(([, when]) => when).map(([what, when]) => ({
    what, text: span(when), from: instant(when.from, false), to: instant(when.to || when.from, true),
  })).filter((row) => row.from !== null && row.to !== null);
}

/* A shape for each sort of date, so that colour is not needed. */
const shapes = { published: '◆', said: '●', about: '■' };

function put(element, left, width) {
  element.style.left = left + '%';
  if (width !== undefined)
    element.style.width = width + '%';
  return element;
}

function lane(side, rows, place) {
  const rail = h('div', { class: 'rail' });
  const taken = [];
  rows.forEach((row) => {
    const from = place(row.from), to = place(row.to);
    let at = to - from > WIDE ? (from + to) / 2 : from;
    if (to - from > WIDE)
      rail.append(put(h('span', { class: 'stretch ' + row.what }), from, to - from));
    while (taken.some((other) => Math.abs(other - at) < NEAR))
      at += at > 50 ? -NEAR : NEAR;
    taken.push(at);
    rail.append(put(h('span', { class: 'dot ' + row.what, title: row.what + ' ' + row.text }, shapes[row.what]), at));
  });
  return h('div', { class: 'lane' }, h('b', {}, side.outlet), rail);
}

const legend = (side, rows) => h('li', {}, h('b', {}, side.outlet), ' ',
  rows.map((row) => h('span', { class: 'date ' + row.what }, h('span', { 'aria-hidden': 'true' }, shapes[row.what] + ' '), row.what + ' ' + row.text)),
  rows.length === 0 ? h('span', { class: 'date' }, 'no date known') : null);

function line(sides, lanes, first, last) {
  const place = (time) => (time - first) / (last - first) * 100;
  const isOneDay = last - first <= 86400000;
  const end = (time) => moment(new Date(time).toISOString().slice(0, isOneDay ? 16 : 10));
  return h('div', { class: 'lanes', 'aria-hidden': 'true' }, lanes.map((rows, i) => lane(sides[i], rows, place)),
    h('p', { class: 'ends' }, h('span', {}, end(first)), h('span', {}, end(last))));
}

/* Returns: the figure, or null when no side has a date. */
export function timeline(sides) {
  const lanes = sides.map(stretches);
  const all = lanes.flat();
  if (all.length === 0)
    return null;
  const first = Math.min(...all.map((row) => row.from)), last = Math.max(...all.map((row) => row.to));
  return h('figure', { class: 'timeline' }, last > first ? line(sides, lanes, first, last) : null,
    h('figcaption', {}, h('ul', { class: 'dates' }, lanes.map((rows, i) => legend(sides[i], rows)))));
}
