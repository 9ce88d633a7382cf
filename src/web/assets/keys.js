/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One key, one action. The reviewer may give any action another key or switch them all off
   (WCAG 2.1.4); the browser remembers. Keys are silent while something is being typed. */

export const actions = [
  ['confirmed', 'a', 'Confirm: so it is'],
  ['dismissed', 'x', 'Dismiss: true, but nobody will act on it'],
  ['false-positive', 'f', 'False positive: the program is wrong'],
  ['deferred', 'd', 'Later'],
  ['skip', ' ', 'Skip: on to the next without deciding'],
  ['undo', 'u', 'Undo the last decision'],
  ['next', 'j', 'Next finding'],
  ['previous', 'k', 'Previous finding'],
  ['reason', 'e', 'Write a reason'],
  ['context', 'o', 'Show the source around the passages'],
  ['filter', '/', 'Search and filter'],
  ['help', '?', 'These keys'],
];

const STORE = 'claimdiff-keys', SWITCH = 'claimdiff-keys-off';
let map = {};

function remember(name, value) {
  try {
    if (value === null)
      localStorage.removeItem(name);
    else
      localStorage.setItem(name, value);
  } catch { /* private windows may refuse: the keys then last as long as the page */ }
}

function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export const remembered = { get: recall, set: remember };

const defaults = () => Object.fromEntries(actions.map(([action, key]) => [action, key]));

/* Takes from what was stored only what is still an action with a key of one character. */
function load() {
  map = defaults();
  let stored = null;
  try {
    stored = JSON.parse(recall(STORE) || '{}');
  } catch {
    return;
  }
  Object.keys(map).forEach((action) => {
    const key = stored === null ? undefined : stored[action];
    if (typeof key === 'string' && Array.from(key).length === 1)
      map[action] = key;
  });
  if (new Set(Object.values(map)).size !== actions.length)
    map = defaults();
}

export const keyOf = (action) => map[action];
export const keyName = (key) => (key === ' ' ? 'space' : key);
export const isOff = () => recall(SWITCH) === 'yes';
export const setOff = (off) => remember(SWITCH, off ? 'yes' : null);

/* Gives @action the key; whoever had it gets the old one, so that no action is ever without. */
export function assign(action, key) {
  if (Array.from(key).length !== 1)
    return false;
  const other = Object.keys(map).find((name) => map[name] === key);
  if (other)
    map[other] = map[action];
  map[action] = key;
  remember(STORE, JSON.stringify(map));
  return true;
}

export function reset() {
  remember(STORE, null);
  load();
}

/* Writes the keys of today into the hints of the page. */
export function label() {
  document.querySelectorAll('[data-key]').forEach((hint) => {
    hint.textContent = isOff() ? '' : keyName(map[hint.dataset.key]);
    hint.hidden = isOff();
  });
  document.querySelectorAll('[data-action]').forEach((button) => {
    const key = map[button.dataset.action];
    if (isOff() || key === undefined)
      button.removeAttribute('aria-keyshortcuts');
    else
      button.setAttribute('aria-keyshortcuts', key === ' ' ? 'Space' : key);
  });
}

const isTyping = (target) =>
  target.matches('textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=button])');

/* Space and Enter belong to whatever control has the focus. */
const isPressing = (event) =>
  [' ', 'Enter'].includes(event.key) && event.target.matches('button, a[href], summary, input, [role=option]');

export function listen(run) {
  load();
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isTyping(event.target))
      event.target.blur();
    if (isOff() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat && event.key !== map.next && event.key !== map.previous)
      return;
    if (isTyping(event.target) || isPressing(event) || document.querySelector('dialog[open]'))
      return;
    const action = Object.keys(map).find((name) => map[name] === event.key);
    if (action === undefined)
      return;
    event.preventDefault();
    run(action);
  });
}
