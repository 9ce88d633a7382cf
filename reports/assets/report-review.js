/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Deciding in a report that is only a file: decisions stay in this browser, by the finding's
   fingerprint, until they are downloaded as lines of the decisions file. */
(function () {
  if (page === null)
    return;
  const STORE = 'claimdiff-decisions', NAME = 'claimdiff-reviewer';
  const names = { confirmed: 'Confirmed', dismissed: 'Dismissed', 'false-positive': 'False positive', deferred: 'Later' };
  const shapes = { confirmed: '✓', dismissed: '✗', 'false-positive': '⚑', deferred: '…' };
  const choices = [['confirmed', 'Confirm', 'a'], ['dismissed', 'Dismiss', 'x'],
    ['false-positive', 'False positive', 'f'], ['deferred', 'Later', 'd']];
  const undone = [];
  let decisions = {};

  function recall(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  }

  function keep() {
    try {
      localStorage.setItem(STORE, JSON.stringify(decisions));
    } catch {
      status.textContent = 'This browser keeps nothing: download before you leave.';
    }
  }

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  const target = (finding) => JSON.parse(finding.dataset.target);
  const printOf = (finding) => target(finding).fingerprint;
  const mine = page.findings.map(printOf);
  const name = make('input', { type: 'text', maxlength: '200', autocomplete: 'name', placeholder: 'your name' });
  const status = make('span', { role: 'status' });
  const save = make('button', { type: 'button' }, 'Download decisions');

  function showState(finding) {
    const decision = decisions[printOf(finding)];
    finding.dataset.state = decision ? decision.decision : 'open';
    finding.querySelector('.decided').textContent = decision ?
      shapes[decision.decision] + ' ' + names[decision.decision] + (decision.reason ? ': ' + decision.reason : '') : '';
    finding.querySelectorAll('.decide button').forEach((button) => {
      button.setAttribute('aria-pressed', String(Boolean(decision) && decision.decision === button.value));
    });
  }

  function showCount() {
    const n = mine.filter((print) => Object.hasOwn(decisions, print)).length;
    status.textContent = n + ' of ' + mine.length + ' decided';
    save.disabled = n === 0;
  }

  /* The members of a line in the order in which the decisions file has them. */
  function decide(finding, decision) {
    const { fingerprint, kind, type, sides } = target(finding);
    const reason = finding.querySelector('.decide input');
    undone.push([finding, decisions[fingerprint]]);
    decisions[fingerprint] = { fingerprint, kind, type, decision, reason: reason.value.trim() || null,
      by: name.value.trim() || null, at: new Date().toISOString().slice(0, 19) + 'Z', expires: null, sides };
    reason.value = '';
    keep();
    showState(finding);
    showCount();
  }

  function undo() {
    const last = undone.pop();
    if (last === undefined)
      return;
    const [finding, before] = last;
    if (before)
      decisions[printOf(finding)] = before;
    else
      delete decisions[printOf(finding)];
    keep();
    showState(finding);
    showCount();
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: 'center' });
  }

  function download() {
    const lines = mine.filter((print, i) => Object.hasOwn(decisions, print) && mine.indexOf(print) === i).sort()
      .map((print) => JSON.stringify(decisions[print]) + '\n');
    const address = URL.createObjectURL(new Blob(lines, { type: 'application/jsonl' }));
    const link = make('a', { href: address, download: 'claimdiff.decisions.jsonl' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  const current = () => page.findings.find((finding) => finding.classList.contains('current'));

  function onCurrent(work) {
    if (current())
      work(current());
    else
      page.go(1);
  }

  function addControls(finding) {
    const buttons = choices.map(([decision, text, key]) => {
      const button = make('button', { type: 'button', value: decision, 'aria-keyshortcuts': key },
        shapes[decision] + ' ' + text + ' ', make('kbd', { 'aria-hidden': 'true' }, key));
      button.addEventListener('click', () => decide(finding, decision));
      return button;
    });
    const reason = make('input', { type: 'text', maxlength: '4000', placeholder: 'Reason', 'aria-label': 'Reason', autocomplete: 'off' });
    reason.addEventListener('keydown', (event) => {
      if (event.key === 'Enter')
        finding.focus({ preventScroll: true });
    });
    const place = finding.matches('tr') ? finding.lastElementChild : finding;
    place.append(make('div', { class: 'decide' }, make('p', { class: 'decided' }), ...buttons, reason));
    showState(finding);
  }

  choices.forEach(([decision, , key]) => {
    page.keys[key] = () => onCurrent((finding) => {
      decide(finding, decision);
      page.go(1);
    });
  });
  Object.assign(page.keys, { u: undo, ' ': () => page.go(1), e: () => onCurrent((finding) => finding.querySelector('.decide input').focus()) });

  try {
    decisions = JSON.parse(recall(STORE) || '{}') || {};
  } catch {
    decisions = {};
  }
  name.value = recall(NAME) || '';
  name.addEventListener('change', () => {
    try {
      localStorage.setItem(NAME, name.value.trim());
    } catch { /* kept as long as the page */ }
  });
  save.addEventListener('click', download);
  document.querySelector('.filters').after(make('section', { class: 'review', 'aria-label': 'Your decisions' },
    status, make('label', {}, 'Reviewer ', name), save));
  page.findings.forEach(addControls);
  showCount();
}());
