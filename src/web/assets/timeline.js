/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* When each side was published, when its words were said and what time they speak of, on one line. */
import { h, svg } from './dom.js';
import { moment, span } from './words.js';

const WIDTH = 640, LEFT = 12, RIGHT = 12, LANE = 30, TOP = 14;

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
function mark(what, x, y) {
  if (what === 'published')
    return svg('path', { class: what, d: `M${x} ${y - 6}l6 6l-6 6l-6 -6z` });
  if (what === 'said')
    return svg('circle', { class: what, cx: x, cy: y, r: 5 });
  return svg('rect', { class: what, x: x - 5, y: y - 5, width: 10, height: 10 });
}

function lane(rows, y, place) {
  const marks = [svg('line', { class: 'rail', x1: LEFT, x2: WIDTH - RIGHT, y1: y, y2: y })];
  rows.forEach((row) => {
    const from = place(row.from), to = place(row.to);
    if (to - from > 14)
      marks.push(svg('line', { class: 'stretch ' + row.what, x1: from, x2: to, y1: y, y2: y }));
    const shape = mark(row.what, to - from > 14 ? (from + to) / 2 : from, y);
    shape.append(svg('title', {}, row.what + ' ' + row.text));
    marks.push(shape);
  });
  return marks;
}

const shapes = { published: '◆', said: '●', about: '■' };

const legend = (side, rows) => h('li', {}, h('b', {}, side.outlet), ' ',
  rows.map((row) => h('span', { class: 'date ' + row.what }, h('span', { 'aria-hidden': 'true' }, shapes[row.what] + ' '), row.what + ' ' + row.text)),
  rows.length === 0 ? h('span', { class: 'date' }, 'no date known') : null);

/* Returns: the figure, or null when no side has a date. */
export function timeline(sides) {
  const lanes = sides.map(stretches);
  const all = lanes.flat();
  if (all.length === 0)
    return null;
  const first = Math.min(...all.map((row) => row.from)), last = Math.max(...all.map((row) => row.to));
  const width = WIDTH - LEFT - RIGHT - 12;
  const place = (time) => LEFT + 6 + (last > first ? (time - first) / (last - first) : 0.5) * width;
  const height = TOP + LANE * lanes.length;
  const ends = (time) => moment(new Date(time).toISOString().slice(0, 10));
  return h('figure', { class: 'timeline' },
    last > first ? svg('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': 'The dates of the sides on one line, listed below' },
      lanes.map((rows, i) => lane(rows, TOP + LANE * i + 6, place))) : null,
    last > first ? h('p', { class: 'ends', 'aria-hidden': 'true' }, h('span', {}, ends(first)), h('span', {}, ends(last))) : null,
    h('figcaption', {}, h('ul', {}, lanes.map((rows, i) => legend(sides[i], rows)))));
}
