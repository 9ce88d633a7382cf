/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The filters, with the number of findings that each would leave. They stand in the address behind
   the #, so that a reload or a bookmark keeps them. */
import { byId, h, icon, replace } from './dom.js';
import { relations, states, title } from './words.js';

const WAIT = 180;
const lists = ['kind', 'type', 'severity', 'relation', 'outlet'];
const names = ['state', 'words', ...lists];
const rows = ['open', 'stale', 'expired', 'confirmed', 'dismissed', 'false-positive', 'deferred'];
let filter = Object.fromEntries(names.map((name) => [name, '']));

export const current = () => ({ ...filter });
export const isEmpty = () => names.every((name) => filter[name] === '');

function load() {
  const fields = new URLSearchParams(location.hash.slice(1));
  names.forEach((name) => { filter[name] = fields.get(name) || ''; });
  if (!fields.has('state'))
    filter.state = 'todo';
  if (filter.state === 'all')
    filter.state = '';
}

function store() {
  const fields = new URLSearchParams(names.filter((name) => filter[name] !== '').map((name) => [name, filter[name]]));
  fields.set('state', filter.state || 'all');
  history.replaceState(null, '', '#' + fields.toString());
}

function chip(value, text, n, shape) {
  const box = h('input', { type: 'radio', name: 'state', value, checked: filter.state === value });
  box.checked = filter.state === value;
  return h('label', { class: 'chip' + (n === 0 ? ' none' : '') }, box,
    h('span', {}, shape ? icon(shape) : null, text, ' ', h('span', { class: 'n' }, n.toLocaleString('en'))));
}

function option(value, text, n) {
  const element = h('option', { value }, n === undefined ? text : text + ' (' + n.toLocaleString('en') + ')');
  element.selected = false;
  return element;
}

const labels = {
  relation: (value) => relations[value] || 'one side only',
  outlet: (value) => (value === '?' ? 'no name' : value),
  type: (value) => title(value.split('/')[1] || value) + ', ' + value.split('/')[0],
};
const label = (name, value) => (labels[name] || title)(value);

function drawList(name, rows) {
  const select = byId('filters').elements[name];
  const options = rows.map((row) => option(row.value, label(name, row.value), row.n));
  if (filter[name] !== '' && !rows.some((row) => row.value === filter[name]))
    options.push(option(filter[name], label(name, filter[name]), 0));
  replace(select, option('', 'all'), options);
  select.value = filter[name];
}

/* Draws the numbers of @counts; @total is how many findings the filter leaves. */
export function draw(counts, total) {
  const of = (state) => counts.state.find((row) => row.value === state)?.n || 0;
  const todo = of('open') + of('stale') + of('expired');
  const focused = document.activeElement?.name === 'state';
  const isSplit = of('open') !== todo; /* else "to do" says it already */
  const isShown = (state) => filter.state === state || (state === 'open' ? isSplit : of(state) > 0);
  replace(byId('states'), chip('todo', 'To do', todo, isSplit ? null : 'open'),
    rows.filter(isShown).map((state) => chip(state, states[state], of(state), state)), chip('', 'All', counts.all));
  if (focused)
    byId('states').querySelector('input:checked')?.focus();
  lists.forEach((name) => drawList(name, counts[name]));
  const active = lists.filter((name) => filter[name] !== '').length;
  byId('more-count').textContent = active > 0 ? '(' + active + ' set)' : '';
  byId('shown').textContent = total.toLocaleString('en') + ' shown';
  byId('clear-button').hidden = lists.every((name) => filter[name] === '') && filter.words === '';
  byId('bulk-button').disabled = total === 0;
}

export function clear(changed) {
  names.slice(1).forEach((name) => { filter[name] = ''; });
  byId('words').value = '';
  store();
  changed();
}

export function set(name, value, changed) {
  filter[name] = value;
  store();
  changed();
}

export function listen(changed) {
  let timer = 0;
  load();
  byId('words').value = filter.words;
  byId('more').open = lists.some((name) => filter[name] !== '');
  byId('filters').addEventListener('submit', (event) => { event.preventDefault(); byId('words').blur(); });
  byId('filters').addEventListener('change', (event) => {
    if (event.target.name !== 'words')
      set(event.target.name, event.target.value, changed);
  });
  byId('words').addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => set('words', byId('words').value.trim(), changed), WAIT);
  });
  byId('clear-button').addEventListener('click', () => clear(changed));
}
