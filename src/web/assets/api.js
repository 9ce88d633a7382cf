/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The server, and nothing but it. */

let token = '';

/* What went wrong, with the HTTP status; 0: the server cannot be reached. */
export class Trouble extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function call(path, options) {
  let reply = null;
  try {
    reply = await fetch(path, { cache: 'no-store', redirect: 'error', ...options });
  } catch {
    throw new Trouble(0, 'the program cannot be reached');
  }
  const body = await reply.json().catch(() => ({}));
  if (!reply.ok)
    throw new Trouble(reply.status, body.error || 'refused with ' + reply.status);
  return body;
}

const get = (path, fields = {}) => {
  const query = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString();
  return call(query ? path + '?' + query : path);
};

const post = (path, body) => call(path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Claimdiff-Token': token },
  body: JSON.stringify(body),
});

export async function session() {
  const about = await get('/api/session');
  token = about.token;
  return about;
}

export const findings = (filter, offset, limit, at = '') => get('/api/findings', { ...filter, offset, limit, at });
export const finding = (id) => get('/api/finding', { id });
export const changes = (revision) => get('/api/changes', { revision });
export const decide = (decision) => post('/api/decide', decision);
export const undo = (id) => post('/api/undo', id ? { id } : {});
export const bulk = (decision) => post('/api/bulk', decision);
