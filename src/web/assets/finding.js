/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One finding on the screen: what both say, when, who else, why the program thinks so, and what was
   decided before. */
import { byId, h, icon, link, replace } from './dom.js';
import { timeline } from './timeline.js';
import { count, likely, moment, relations, span, stateMeanings, states, title } from './words.js';

let wide = false;

const badge = (state) => h('span', { class: 'badge named ' + state, title: stateMeanings[state] }, icon(state), ' ' + states[state]);

const SHORT = 48; /* characters of clashing words that still make a heading */

const marked = (side) => side.pieces.filter(([, isMarked]) => isMarked).map(([text]) => text).join(' … ');

/* "14 against 9" where the clash is a matter of few words. */
function clashOf(finding) {
  const [one, other] = finding.sides.slice(0, 2).map(marked);
  if (!one || !other || one === other || one.length > SHORT || other.length > SHORT)
    return null;
  return [h('mark', { class: 'a' }, one), h('span', { class: 'against' }, 'against'), h('mark', { class: 'b' }, other)];
}

function heading(finding) {
  const clash = clashOf(finding);
  const facts = [
    h('span', { class: 'kind' }, title(finding.kind) + ': ' + title(finding.type).toLowerCase()),
    finding.subject ? h('span', { dir: 'auto' }, 'on ' + finding.subject) : null,
    finding.kind === 'contradiction' ? h('span', { class: 'severity ' + finding.severity }, finding.severity + ' severity') : null,
    finding.relation ? h('span', {}, relations[finding.relation] || finding.relation) : null,
    h('span', {}, likely(finding.confidence)),
  ];
  return h('header', { class: 'finding-head' },
    h('p', { class: 'eyebrow' }, badge(finding.state), facts.filter(Boolean)),
    h('h1', { id: 'finding-title', tabindex: '-1', dir: 'auto' }, clash || finding.explanation),
    clash ? h('p', { class: 'why', dir: 'auto' }, finding.explanation) : null);
}

const letters = ['a', 'b'];

const pieces = (list, letter) => list.map(([text, isMarked]) => (isMarked ? h('mark', { class: letter }, text) : text));

function origin(side) {
  const place = side.line > 0 ? 'line ' + side.line : '';
  return h('figcaption', {},
    h('span', { class: 'outlet', dir: 'auto' }, side.outlet), ' ',
    h('span', { class: 'when' }, side.published ? moment(side.published) : 'no date'),
    h('span', { class: 'source', dir: 'auto' }, side.article_title ? link(side.url, side.article_title) : null,
      h('span', { class: 'path' }, side.article_title ? side.source : link(side.url, side.source), place && ', ' + place)));
}

function attribution(side) {
  const who = side.holder ? [side.holder, side.cue ? ' (“' + side.cue + '”)' : ''] : ['in the outlet’s own voice'];
  const chain = side.chain.length > 0 ? ', by way of ' + side.chain.join(', ') : '';
  return h('p', { class: 'who', dir: 'auto' }, who, chain,
    side.said ? h('span', { class: 'date' }, 'said ' + span(side.said)) : null,
    side.about ? h('span', { class: 'date' }, 'about ' + span(side.about)) : null);
}

/* The nearest sentence is always there; the key opens the rest. A sentence ends where its mark is
   followed by a blank: good enough to fold by. */
const ENDS = /(?<=[.!?…]["”’»)\]]*)\s+/u;

function before(text) {
  if (!text)
    return null;
  const parts = text.split(ENDS), near = parts.pop();
  return h('p', { class: 'around before', dir: 'auto' },
    parts.length > 0 ? [h('span', { class: 'far' }, parts.join(' ') + ' '), h('span', { class: 'cut' }, '… ')] : null, near);
}

function after(text) {
  if (!text)
    return null;
  const [near, ...parts] = text.split(ENDS);
  return h('p', { class: 'around after', dir: 'auto' }, near,
    parts.length > 0 ? [h('span', { class: 'far' }, ' ' + parts.join(' ')), h('span', { class: 'cut' }, ' …')] : null);
}

function passage(side, i) {
  const letter = letters[side.camp > 0 ? (side.camp - 1) % 2 : i % 2];
  return h('figure', { class: 'side ' + letter }, origin(side),
    before(side.before),
    h('blockquote', { dir: 'auto', lang: side.language || 'en' }, pieces(side.pieces, letter)),
    after(side.after), attribution(side));
}

function difference(diff) {
  if (!diff || diff.length === 0)
    return null;
  const spoken = { '-': 'only in the first: ', '+': 'only in the second: ' };
  return h('section', { class: 'block' }, h('h2', {}, 'Word for word'),
    h('p', { class: 'diff', dir: 'auto' }, diff.map((step) => [
      h(step.op === '-' ? 'del' : step.op === '+' ? 'ins' : 'span', { class: step.marked ? 'sense' : null },
        step.op === '=' ? null : h('span', { class: 'spoken' }, (step.marked ? 'changes the sense: ' : '') + spoken[step.op]), step.text), ' '])));
}

const version = (side) => h('li', {}, h('b', { dir: 'auto' }, side.outlet), ' ',
  h('span', { class: 'when' }, side.published ? moment(side.published) : 'no date'), ' ',
  h('q', { dir: 'auto' }, pieces(side.pieces, letters[side.camp > 0 ? (side.camp - 1) % 2 : 0])));

/* What the others say, on the side that each of them takes. */
function others(finding) {
  const rest = finding.sides.slice(2);
  if (rest.length === 0 && finding.also.length === 0)
    return null;
  const camps = [1, 2, 0].map((camp) => [camp, rest.filter((side) => side.camp === camp)]).filter(([, list]) => list.length > 0);
  const names = ['Others on this', 'With the first', 'With the second'];
  return h('section', { class: 'block others' }, h('h2', {}, 'Other versions'),
    camps.map(([camp, list]) => h('div', { class: 'camp ' + (letters[camp - 1] || '') }, h('h3', {}, names[camp]), h('ul', {}, list.map(version)))),
    finding.also.length > 0 ? h('div', { class: 'camp' }, h('h3', {}, 'Also said by'), h('ul', {}, finding.also.map(version))) : null);
}

function reasons(finding) {
  return h('section', { class: 'block' }, h('h2', {}, 'How this was decided'),
    h('p', {}, finding.meaning),
    h('ul', { class: 'votes' }, finding.basis.map((vote) => h('li', {}, h('code', {}, vote)))),
    h('p', { class: 'id' }, 'Finding ', h('code', {}, finding.id)));
}

const past = (row) => h('li', {}, badge(row.decision === 'open' ? 'open' : row.decision),
  h('span', { dir: 'auto' }, row.by ? ' by ' + row.by : ''), row.at ? h('span', { class: 'when' }, ' ' + moment(row.at) + ' UTC') : null,
  row.expires ? h('span', { class: 'when' }, ', until ' + moment(row.expires)) : null,
  row.reason ? h('p', { class: 'note', dir: 'auto' }, row.reason) : null);

function history(finding) {
  return h('section', { class: 'block history' }, h('h2', {}, 'Decisions'),
    finding.history.length > 0 ? h('ol', {}, finding.history.map(past)) : h('p', { class: 'none' }, 'None yet.'),
    finding.state === 'stale' ? h('p', { class: 'note' }, 'The texts have changed since. The old decision is not taken over; decide again.') : null);
}

/* Draws @finding; the place in the list is told above it. */
export function show(finding, index, total) {
  const main = byId('finding');
  const missing = finding.missing_from.length > 0 ?
    h('p', { class: 'missing' }, 'Not mentioned by ', h('b', {}, finding.missing_from.join(', ')), '.') : null;
  main.dataset.kind = finding.kind;
  main.classList.toggle('wide', wide);
  main.setAttribute('aria-labelledby', 'finding-title');
  replace(main,
    h('p', { class: 'place' }, index >= 0 ? (index + 1).toLocaleString('en') + ' of ' + count(total, 'finding', 'findings') : 'Not in this filter',
      finding.event ? h('span', { dir: 'auto' }, ' · ' + finding.event) : null),
    heading(finding),
    h('div', { class: 'sides n' + Math.min(finding.sides.length, 2) }, finding.sides.slice(0, 2).map(passage)),
    missing, difference(finding.diff), section('When', timeline(finding.sides.slice(0, 2))), others(finding),
    h('div', { class: 'foot' }, reasons(finding), history(finding)));
  main.scrollTop = 0;
}

const section = (name, figure) => (figure ? h('section', { class: 'block' }, h('h2', {}, name), figure) : null);

export function empty(text, hint) {
  const main = byId('finding');
  delete main.dataset.kind;
  main.removeAttribute('aria-labelledby');
  replace(main, h('div', { class: 'empty' }, h('h1', { id: 'finding-title', tabindex: '-1' }, text), h('p', {}, hint)));
}

/* Returns: whether more of the source is shown now. */
export function toggleContext() {
  wide = !wide;
  byId('finding').classList.toggle('wide', wide);
  return wide;
}

export const focus = () => byId('finding-title')?.focus({ preventScroll: true });
