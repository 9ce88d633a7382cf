/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How the page calls what the program names by tags. */

export const states = {
  open: 'Open', confirmed: 'Confirmed', dismissed: 'Dismissed', 'false-positive': 'False positive',
  deferred: 'Deferred', stale: 'Stale', expired: 'Expired',
};

export const stateMeanings = {
  open: 'nobody has decided yet', confirmed: 'so it is', dismissed: 'true, but nobody will act on it',
  'false-positive': 'the program is wrong', deferred: 'to be decided later',
  stale: 'decided when the texts read otherwise: look at it again', expired: 'decided for a time that is over',
};

export const decisions = ['confirmed', 'dismissed', 'false-positive', 'deferred'];

export const relations = {
  'between-outlets': 'outlet against outlet', 'between-speakers': 'speaker against speaker',
  'same-speaker': 'one speaker against himself', 'within-article': 'inside one article',
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/* "loaded-term" is "Loaded term". */
export const title = (tag) => tag.charAt(0).toUpperCase() + tag.slice(1).replace(/-/g, ' ');

export const count = (n, one, many) => n.toLocaleString('en') + ' ' + (n === 1 ? one : many);

/* "2025-04-25T20:36" is "25 Apr 2025, 20:36"; years, months and days alone stay what they are. */
export function moment(text) {
  const parts = /^(-?\d+)(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/.exec(text || '');
  if (parts === null)
    return text || '';
  const [, year, month, day, time] = parts;
  const date = [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
  return time ? date + ', ' + time : date;
}

export function span(when) {
  if (!when)
    return '';
  const year = /^(\d{4})-01-01$/.exec(when.from);
  if (year && when.to === year[1] + '-12-31')
    return year[1];
  const from = moment(when.from), to = moment(when.to);
  return from === to || !to ? from : from + ' – ' + to;
}

export const likely = (confidence) =>
  (confidence >= 0.85 ? 'very likely' : confidence >= 0.65 ? 'likely' : 'possible') +
  ' (' + Math.round(confidence * 100) + ' %)';
