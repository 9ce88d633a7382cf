/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Comfort only: everything the report says is in the page without it. Nothing is fetched or written
   as markup. What follows in report-review.js uses the page that this makes. */
'use strict';
const page = (function () {
  const byId = (id) => document.getElementById(id);
  const findings = Array.from(document.querySelectorAll('.finding'));
  const details = Array.from(document.querySelectorAll('details'));
  const outlet = byId('outlet'), type = byId('type'), words = byId('words');
  const help = byId('help'), shown = byId('shown');
  const boxes = Array.from(document.querySelectorAll('.filters input[type=checkbox]'));
  document.documentElement.classList.add('js');

  function isVisible(finding) {
    return finding.getClientRects().length > 0;
  }

  function isWanted(finding) {
    const data = finding.dataset;
    const query = words.value.trim().toLowerCase();
    const articles = data.articles.split(' ');
    return (!outlet.value || outlet.value.trim().split(' ').some((id) => articles.includes(id))) &&
      (!type.value || data.kind + '/' + data.type === type.value) &&
      (!query || query.split(/\s+/).every((word) => finding.textContent.toLowerCase().includes(word)));
  }

  /* Headings and tables with nothing left under them go, too. */
  function hideEmpty(selector) {
    document.querySelectorAll(selector).forEach((part) => {
      part.hidden = false;
      const own = Array.from(part.querySelectorAll('.finding'));
      part.hidden = own.length > 0 && own.every((finding) => finding.hidden);
    });
  }

  function filter() {
    findings.forEach((finding) => { finding.hidden = !isWanted(finding); });
    hideEmpty('table.framing');
    hideEmpty('section.kind');
    const n = findings.filter(isVisible).length;
    shown.textContent = n === findings.length ? '' :
      n + ' of ' + findings.length + ' findings shown';
  }

  function clear() {
    outlet.value = type.value = words.value = '';
    boxes.forEach((box) => { box.checked = true; });
    filter();
  }

  function go(step) {
    const list = findings.filter(isVisible);
    if (list.length === 0)
      return;
    const now = list.findIndex((finding) => finding.classList.contains('current'));
    const next = now < 0 ? (step > 0 ? 0 : list.length - 1) :
      Math.min(Math.max(now + step, 0), list.length - 1);
    findings.forEach((finding) => { finding.classList.remove('current'); });
    list[next].classList.add('current');
    list[next].focus({ preventScroll: true });
    list[next].scrollIntoView({ block: 'center' });
  }

  function toggleDetails() {
    const open = details.some((part) => !part.open);
    details.forEach((part) => { part.open = open; });
  }

  const keys = {
    j: () => go(1),
    k: () => go(-1),
    o: toggleDetails,
    c: clear,
    '/': () => words.focus(),
    '?': () => help.showModal(),
  };

  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.matches('input:not([type=checkbox]), select, textarea');
    if (event.key === 'Escape' && isTyping)
      event.target.blur();
    if (event.target.matches('button, a[href], summary, input') && event.key === ' ')
      return;
    if (isTyping || help.open || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  let reopen = [];
  window.addEventListener('beforeprint', () => {
    reopen = details.filter((part) => !part.open);
    reopen.forEach((part) => { part.open = true; });
  });
  window.addEventListener('afterprint', () => {
    reopen.forEach((part) => { part.open = false; });
  });

  if (words === null) {
    delete keys['/'];
    delete keys.c;
    return null;
  }
  [outlet, type].forEach((list) => list.addEventListener('change', filter));
  boxes.forEach((box) => box.addEventListener('change', filter));
  words.addEventListener('input', filter);
  words.form.addEventListener('submit', (event) => event.preventDefault());
  byId('help-button').addEventListener('click', () => help.showModal());
  filter();
  return { keys, findings, go };
}());
