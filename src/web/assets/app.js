/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The page as a whole: which finding is on the screen, and what each key and button does to it. */
import * as api from './api.js';
import * as dialogs from './dialogs.js';
import { byId, h, icon, replace } from './dom.js';
import * as filters from './filters.js';
import * as view from './finding.js';
import * as keys from './keys.js';
import { List } from './list.js';
import { count, decisions, states } from './words.js';

const POLL = 1500;
const THEMES = ['auto', 'light', 'dark'];
const REVIEWER = 'claimdiff-reviewer', THEME = 'claimdiff-theme';

const list = new List(choose, fail);
let shownId = '', revision = 0, isBusy = false, isLost = false, timer = 0;

function toast(text) {
  byId('toast').textContent = text;
  byId('toast').classList.add('seen');
  clearTimeout(timer);
  timer = setTimeout(() => byId('toast').classList.remove('seen'), 4000);
}

const troubles = {
  0: 'The program has stopped: nothing more is saved. Start it again with: claimdiff review web',
  401: 'This page is no longer signed in. Open the address that the terminal shows.',
  409: 'Something changed meanwhile; nothing was saved. Look again.',
};

function warn(text) {
  byId('alarm').textContent = text;
  byId('alarm').hidden = false;
}

/* Trouble stays on the screen until a call succeeds again. */
function fail(error) {
  warn(troubles[error.status] || 'Not done: ' + error.message);
  isLost = error.status === 0 || error.status === 401;
  document.documentElement.classList.toggle('lost', isLost);
}

function recover() {
  byId('alarm').hidden = true;
  isLost = false;
  document.documentElement.classList.remove('lost');
}

function progress(counts) {
  const todo = counts.overall.todo, all = counts.overall.all;
  byId('progress').max = Math.max(all, 1);
  byId('progress').value = all - todo;
  byId('progress-text').textContent = (all - todo).toLocaleString('en') + ' of ' + all.toLocaleString('en') + ' decided';
}

/* Fetches list and numbers anew; the finding of @at keeps its place if it is still in the filter. */
async function refresh(at = '') {
  const reply = await list.refresh(filters.current(), at);
  if (reply === null)
    return null;
  revision = reply.revision;
  filters.draw(reply.counts, reply.total);
  progress(reply.counts);
  return reply;
}

async function showCurrent(isFocused) {
  const item = await list.item(list.index);
  if (item === undefined) {
    shownId = '';
    if (byId('progress').value === byId('progress').max && filters.current().state === 'todo')
      view.empty('All decided', 'Every finding has a decision. They are in the decisions file, beside your sources.');
    else
      view.empty('Nothing in this filter', 'Choose another state or clear the filters.');
    enable(false);
  } else {
    await showFinding(item.id);
  }
  if (isFocused)
    view.focus();
}

async function showFinding(id) {
  const finding = await api.finding(id);
  const item = await list.item(list.index);
  shownId = id;
  view.show(finding, item?.id === id ? list.index : -1, list.total);
  enable(true, finding.state);
}

async function choose(index, isFocused) {
  await list.go(index);
  document.documentElement.classList.remove('listing');
  byId('list-button').setAttribute('aria-expanded', 'false');
  await showCurrent(isFocused).catch(fail);
}

function enable(isOn, state) {
  document.querySelectorAll('#buttons button').forEach((button) => {
    const action = button.dataset.action;
    button.disabled = !isOn && action !== 'undo';
    if (decisions.includes(action))
      button.setAttribute('aria-pressed', String(action === state));
  });
}

/* Does one thing at a time: a key that is hit twice must not decide a finding nobody has seen. */
async function alone(work) {
  if (isBusy)
    return;
  isBusy = true;
  document.documentElement.classList.add('busy');
  try {
    await work();
    recover();
  } catch (error) {
    fail(error);
  }
  document.documentElement.classList.remove('busy');
  isBusy = false;
}

const signature = () => byId('reviewer').value.trim();

function decide(decision) {
  return alone(async () => {
    if (!shownId)
      return;
    const id = shownId, reason = byId('reason').value.trim();
    await api.decide({ id, decision, reason, by: signature() });
    byId('reason').value = '';
    toast('Saved: ' + states[decision].toLowerCase() + '. ' + keys.keyName(keys.keyOf('undo')) + ' takes it back.');
    await advance(id);
  });
}

/* On to the next: the one after it, or the one that took its place when it left the filter. */
async function advance(id) {
  const before = list.index;
  await refresh();
  const item = await list.item(before);
  if (item?.id === id && before + 1 < list.total)
    await list.go(before + 1);
  else
    await list.go(before);
  await showCurrent(true);
}

function undo() {
  return alone(async () => {
    const undone = await api.undo();
    if (undone.n === 0) {
      toast('There is nothing to undo.');
      return;
    }
    await refresh(undone.id);
    list.show();
    list.draw();
    await showFinding(undone.id);
    view.focus();
    toast(undone.n === 1 ? 'Taken back.' : 'Taken back for ' + count(undone.n, 'finding', 'findings') + '.');
  });
}

function decideAll() {
  const filter = filters.current(), total = list.total;
  if (total === 0)
    return;
  dialogs.bulk(total, (decision, reason) => alone(async () => {
    const saved = await api.bulk({ filter, expected: total, decision, reason, by: signature() });
    toast('Saved for ' + count(saved.n, 'finding', 'findings') + '.');
    await refresh();
    await showCurrent(true);
  }));
}

function step(by) {
  if (list.total === 0)
    return;
  if (list.index + by < 0 || list.index + by >= list.total)
    toast(by > 0 ? 'This is the last of the filter.' : 'This is the first of the filter.');
  else
    choose(list.index + by, true);
}

const run = {
  skip: () => step(1),
  next: () => step(1),
  previous: () => step(-1),
  undo,
  reason: () => byId('reason').focus(),
  context: () => toast(view.toggleContext() ? 'More of the source.' : 'Less of the source.'),
  filter: () => {
    document.documentElement.classList.add('listing');
    byId('words').focus();
  },
  help: dialogs.help,
};
decisions.forEach((decision) => { run[decision] = () => decide(decision); });

/* What a check or another reviewer changed beside us: the finding on the screen stays. */
async function watch() {
  if (document.visibilityState !== 'visible' || isBusy)
    return;
  try {
    const reply = await api.changes(revision);
    if (isLost)
      recover();
    if (reply.revision === revision || isBusy)
      return;
    const before = list.total;
    await refresh(shownId);
    if (shownId && !isBusy)
      await showFinding(shownId).catch(() => showCurrent(false));
    else if (!shownId)
      await showCurrent(false);
    toast(list.total > before ? count(list.total - before, 'finding', 'findings') + ' more.' : 'Brought up to date.');
  } catch (error) {
    fail(error);
  }
}

function makeButtons() {
  const buttons = [
    ['confirmed', 'Confirm'], ['dismissed', 'Dismiss'], ['false-positive', 'False positive'], ['deferred', 'Later'],
    ['skip', 'Skip'], ['undo', 'Undo'], ['context', 'Context'],
  ];
  replace(byId('buttons'), buttons.map(([action, text]) => {
    const button = h('button', { type: 'button', class: 'act ' + action, 'data-action': action }, icon(action), h('span', {}, text), h('kbd', { 'data-key': action, 'aria-hidden': 'true' }));
    button.addEventListener('click', () => run[action]());
    return button;
  }));
}

function setTheme(name) {
  byId('theme-name').textContent = name;
  if (name === 'auto')
    delete document.documentElement.dataset.theme;
  else
    document.documentElement.dataset.theme = name;
}

function listenToTools() {
  const theme = keys.remembered.get(THEME);
  let at = Math.max(0, THEMES.indexOf(theme));
  setTheme(THEMES[at]);
  byId('theme-button').addEventListener('click', () => {
    at = (at + 1) % THEMES.length;
    setTheme(THEMES[at]);
    keys.remembered.set(THEME, THEMES[at]);
  });
  byId('help-button').addEventListener('click', dialogs.help);
  byId('bulk-button').addEventListener('click', decideAll);
  byId('help').addEventListener('close', () => keys.label());
  byId('list-button').addEventListener('click', () => {
    const isOpen = document.documentElement.classList.toggle('listing');
    byId('list-button').setAttribute('aria-expanded', String(isOpen));
    list.show();
    list.draw();
  });
  byId('reviewer').addEventListener('change', () => keys.remembered.set(REVIEWER, signature()));
  byId('reason').addEventListener('keydown', (event) => {
    if (event.key === 'Enter')
      view.focus();
  });
}

async function start() {
  const about = await api.session();
  byId('reviewer').value = keys.remembered.get(REVIEWER) || about.reviewer || '';
  document.title = 'Review of ' + about.source + ' – claimdiff';
  await refresh();
  await showCurrent(true);
}

makeButtons();
listenToTools();
keys.listen((action) => run[action]());
keys.label();
filters.listen(() => {
  list.index = 0;
  list.box.scrollTop = 0;
  refresh(shownId).then(() => showCurrent(false)).catch(fail);
});
start().catch(fail).finally(() => {
  document.documentElement.classList.add('ready');
  setInterval(watch, POLL);
});
