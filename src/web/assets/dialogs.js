/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The two dialogs: keys and how to change them; one decision on all findings of a filter. */
import { byId, h, replace } from './dom.js';
import * as keys from './keys.js';
import { count, decisions, stateMeanings, states } from './words.js';

function keyRow([action, , text], redraw) {
  const button = h('button', { type: 'button', class: 'remap', 'aria-label': text + ': key ' + keys.keyName(keys.keyOf(action)) + '. Change' },
    h('kbd', {}, keys.keyName(keys.keyOf(action))));
  button.addEventListener('click', () => {
    replace(button, 'press a key…');
    button.addEventListener('keydown', (event) => {
      event.preventDefault();
      event.stopPropagation();
      if (event.key !== 'Escape')
        keys.assign(action, event.key);
      redraw(action);
    }, { once: true });
    button.addEventListener('blur', () => redraw(), { once: true });
  });
  return [h('dt', { 'data-row': action }, button), h('dd', {}, text)];
}

function drawHelp(focusOn) {
  const dialog = byId('help');
  const redraw = (action) => {
    keys.label();
    drawHelp(action);
  };
  const box = h('input', { type: 'checkbox', id: 'keys-on' });
  box.checked = !keys.isOff();
  box.addEventListener('change', () => {
    keys.setOff(!box.checked);
    keys.label();
  });
  const reset = h('button', { type: 'button' }, 'Back to the first keys');
  reset.addEventListener('click', () => {
    keys.reset();
    redraw();
  });
  replace(dialog, h('h2', { id: 'help-title' }, 'Keys'),
    h('p', { class: 'hint' }, 'Press a key’s button to give it another key. This browser remembers them.'),
    h('dl', { class: 'keys' }, keys.actions.map((row) => keyRow(row, redraw))),
    h('p', {}, h('label', {}, box, ' Single keys on')),
    h('p', { class: 'hint' }, 'Keys are off while you type, and Escape leaves a text field. Every decision is on the disk before it is shown as saved.'),
    h('form', { method: 'dialog', class: 'row-buttons' }, reset, h('button', { class: 'primary' }, 'Close')));
  if (focusOn)
    dialog.querySelector('[data-row="' + focusOn + '"] button')?.focus();
}

export function help() {
  drawHelp();
  byId('help').showModal();
}

/* Asks for one decision on @total findings; @decide gets it with its reason. */
export function bulk(total, decide) {
  const dialog = byId('bulk');
  const reason = h('input', { type: 'text', id: 'bulk-reason', maxlength: '4000', autocomplete: 'off' });
  const save = h('button', { value: 'save', class: 'primary', disabled: true }, 'Choose a decision');
  const choices = [...decisions, 'open'].map((decision) => {
    const box = h('input', { type: 'radio', name: 'bulk-decision', value: decision });
    box.addEventListener('change', () => {
      save.disabled = false;
      save.textContent = (decision === 'open' ? 'Reopen ' : states[decision] + ': save for ') + count(total, 'finding', 'findings');
    });
    return h('label', { class: 'choice' }, box, ' ', h('b', {}, decision === 'open' ? 'Reopen' : states[decision]), ' – ' + (decision === 'open' ? 'take the decision back' : stateMeanings[decision]));
  });
  replace(dialog, h('form', { method: 'dialog' }, h('h2', { id: 'bulk-title' }, 'Decide ' + count(total, 'finding', 'findings') + ' at once'),
    h('p', { class: 'hint' }, 'All findings that the filter shows now, also those further down the list. One press on undo takes all of it back.'),
    h('fieldset', {}, h('legend', {}, 'Decision'), choices),
    h('p', {}, h('label', {}, 'Reason ', reason)),
    h('p', { class: 'row-buttons' }, h('button', { value: 'cancel', formnovalidate: true }, 'Cancel'), save)));
  dialog.returnValue = 'cancel';
  dialog.onclose = () => {
    const decision = dialog.querySelector('input[name=bulk-decision]:checked')?.value;
    if (dialog.returnValue === 'save' && decision)
      decide(decision, reason.value.trim());
  };
  dialog.showModal();
}
