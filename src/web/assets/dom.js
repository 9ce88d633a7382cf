/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The only ways in which this page builds itself: elements by name, everything else as text. Nothing
   that came from an article can become markup, because no markup is ever parsed. */

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  Object.entries(attributes).forEach(([name, value]) => {
    if (value === true)
      element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value);
  });
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/* h('p', {class: 'why'}, 'text', element, [more]): what is not an element becomes text. */
export const h = (name, attributes = {}, ...children) =>
  fill(document.createElement(name), attributes, children);

export const svg = (name, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, name), attributes, children);

export function replace(parent, ...children) {
  parent.replaceChildren(...children.flat(2).filter((child) => child));
}

/* A link only to a plain web address, as the report has it; anything else is shown as text. */
export function link(url, text) {
  let parsed = null;
  try {
    parsed = new URL(url);
  } catch {
    return document.createTextNode(text);
  }
  if (!['http:', 'https:'].includes(parsed.protocol) || parsed.username || parsed.password)
    return document.createTextNode(text);
  return h('a', { href: parsed.href, rel: 'noopener noreferrer nofollow', target: '_blank' }, text);
}

/* One shape for each state: no state is told by its colour alone. */
const shapes = {
  open: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z',
  confirmed: 'M5 12.5l4.5 4.5L19 7.5',
  dismissed: 'M6 6l12 12M18 6L6 18',
  'false-positive': 'M6 21V4h11l-2.5 4L17 12H6',
  deferred: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM12 8v4.5l3 2',
  stale: 'M19 12a7 7 0 1 1-2-5M17 3v4h-4',
  expired: 'M7 4h10M7 20h10M8 4c0 8 8 8 8 16M16 4c0 8-8 8-8 16',
  skip: 'M6 5l8 7-8 7zM18 5v14',
  undo: 'M9 6L4 11l5 5M4 11h10a5 5 0 0 1 0 10h-3',
  context: 'M4 5h16M4 10h16M4 15h10M4 20h7',
};

export const icon = (name) => svg('svg', {
  class: 'icon', viewBox: '0 0 24 24', width: '20', height: '20', 'aria-hidden': 'true', focusable: 'false',
}, svg('path', { d: shapes[name] || shapes.open }));
