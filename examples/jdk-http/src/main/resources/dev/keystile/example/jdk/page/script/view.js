// Small pieces of the page. Data is only ever set as text.

import { messageOf, succeeded } from './wire.js';
import { t } from './i18n.js';

/** An element; properties are set as such, dashed ones as attributes, children are elements or texts. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-')) {
      node.setAttribute(name, value);
    } else {
      node[name] = value;
    }
  }
  node.append(...children);
  return node;
}

export const byId = (id) => document.getElementById(id);

/** Coloured pieces of a text: [kind, text] each, the kind being key, secret, sig, time, action, or empty. */
export const painted = (pieces) =>
  pieces.filter(([, text]) => text !== '').map(([kind, text]) => (kind ? el('span', { className: `part ${kind}` }, text) : text));

/** The last characters of a key but the padding, enough to tell it from another one: all keys of a user begin alike. */
export const short = (key) => `…${key.slice(-7, -1)}`;

/** One exchange with the server: what was sent, what came back, and what to see in it. */
export const wireLine = (answer, note) =>
  el('li', { className: 'wire' },
    el('span', { className: 'sent' }, el('span', { className: 'method' }, answer.method), ` ${answer.path}`),
    el('span', { className: 'got' }, statusOf(answer), ` ${succeeded(answer) ? '' : messageOf(answer)}`),
    el('span', { className: 'note' }, answer.problem ? '' : note));

/** A status, with a mark that needs no colour. */
export const statusOf = (answer) =>
  el('b', { className: succeeded(answer) ? 'status good' : 'status bad' },
    `${succeeded(answer) ? '✓' : '✗'} ${answer.problem ? '–' : answer.status}`);

/** A sentence about an answer, or about why there is none. */
export const sentence = (answer, key, values) => (answer.problem ? t(answer.problem) : t(key, values));

/** Runs a task for as long as a button says that it is busy. A second press changes nothing meanwhile. */
export function onPress(button, task) {
  button.addEventListener('click', async (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    try {
      await task();
    } finally {
      button.removeAttribute('aria-disabled');
    }
  });
}
