/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The list of findings: only the rows in sight exist, so a hundred thousand cost what fifty do. Pages
   of rows are fetched when they come into sight and kept until something changes. */
import { byId, h, icon, replace } from './dom.js';
import { states, title } from './words.js';
import * as api from './api.js';

const PAGE = 100;
const AHEAD = 6;

export class List {
  constructor(choose, failed) {
    this.box = byId('rows');
    this.runway = h('div', { class: 'runway', role: 'presentation' });
    this.box.append(this.runway);
    this.choose = choose;
    this.failed = failed;
    this.filter = {};
    this.total = 0;
    this.index = 0;
    this.pages = new Map();
    this.waiting = new Map();
    this.generation = 0;
    this.rowHeight = 76;
    this.box.addEventListener('scroll', () => this.draw(), { passive: true });
    this.box.addEventListener('keydown', (event) => this.onKey(event));
    new ResizeObserver(() => this.draw()).observe(this.box);
  }

  /* Forgets what was fetched; what is in sight stays until the new rows are here. */
  async refresh(filter, at = '') {
    this.filter = filter;
    this.generation += 1;
    this.waiting.clear();
    const offset = Math.floor(this.index / PAGE) * PAGE;
    const generation = this.generation;
    let reply = await api.findings(filter, offset, PAGE, at);
    if (generation !== this.generation)
      return null;
    this.pages = new Map([[offset, reply.items]]);
    this.total = reply.total;
    if (at && reply.index >= 0)
      this.index = reply.index;
    this.index = Math.max(0, Math.min(this.index, this.total - 1));
    this.runway.style.height = this.total * this.rowHeight + 'px';
    await this.item(this.index).catch(this.failed);
    this.draw();
    return reply;
  }

  fetchPage(offset) {
    const generation = this.generation;
    if (!this.waiting.has(offset))
      this.waiting.set(offset, api.findings(this.filter, offset, PAGE).then((reply) => {
        if (generation === this.generation)
          this.pages.set(offset, reply.items);
        this.waiting.delete(offset);
      }));
    return this.waiting.get(offset);
  }

  /* Returns: a promise of the row; undefined behind the end. */
  async item(index) {
    if (index < 0 || index >= this.total)
      return undefined;
    const offset = Math.floor(index / PAGE) * PAGE;
    if (!this.pages.has(offset))
      await this.fetchPage(offset);
    return this.pages.get(offset)?.[index - offset];
  }

  go(index) {
    this.index = Math.max(0, Math.min(index, this.total - 1));
    this.show();
    this.draw();
    return this.item(this.index);
  }

  /* Brings the row of the finding into sight, with one row around it. */
  show() {
    const top = this.index * this.rowHeight, height = this.box.clientHeight;
    if (top - this.rowHeight < this.box.scrollTop)
      this.box.scrollTop = Math.max(0, top - this.rowHeight);
    else if (top + 2 * this.rowHeight > this.box.scrollTop + height)
      this.box.scrollTop = top + 2 * this.rowHeight - height;
  }

  onKey(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -this.total, End: this.total };
    if (!Object.hasOwn(steps, event.key) || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    this.choose(this.index + steps[event.key], false);
  }

  draw() {
    const first = Math.max(0, Math.floor(this.box.scrollTop / this.rowHeight) - AHEAD);
    const last = Math.min(this.total - 1,
      Math.ceil((this.box.scrollTop + this.box.clientHeight) / this.rowHeight) + AHEAD);
    const rows = [];
    for (let i = first; i <= last; i++) {
      const offset = Math.floor(i / PAGE) * PAGE;
      if (!this.pages.has(offset))
        this.fetchPage(offset).then(() => this.draw()).catch(this.failed);
      rows.push(this.row(i, this.pages.get(offset)?.[i - offset]));
    }
    replace(this.runway, rows);
    if (this.total > 0 && this.index >= first && this.index <= last)
      this.box.setAttribute('aria-activedescendant', 'row-' + this.index);
    else
      this.box.removeAttribute('aria-activedescendant');
  }

  row(index, item) {
    const row = h('div', {
      class: 'row', role: 'option', id: 'row-' + index, 'aria-selected': String(index === this.index),
      'aria-posinset': index + 1, 'aria-setsize': this.total, 'data-state': item?.state, 'data-kind': item?.kind,
    });
    row.style.transform = 'translateY(' + index * this.rowHeight + 'px)';
    row.addEventListener('click', () => this.choose(index, true));
    if (item)
      row.append(...describe(item));
    return row;
  }
}

function describe(item) {
  const [first, second] = item.texts;
  return [
    h('span', { class: 'badge ' + item.state, title: states[item.state] }, icon(item.state),
      h('span', { class: 'spoken' }, states[item.state] + '. ')),
    h('span', { class: 'row-text' },
      h('span', { class: 'row-line a', dir: 'auto' }, first || ''),
      second ? h('span', { class: 'row-line b', dir: 'auto' }, second) : null,
      h('span', { class: 'row-facts' }, h('b', {}, title(item.kind)), ' ' + title(item.type).toLowerCase() +
        (item.severity === 'high' ? ' · high' : '') + ' · ' + item.outlets.join(' / '))),
  ];
}
