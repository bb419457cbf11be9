// Chapter 3: the pair is exchanged for a new one, and the old one tried again.

import { sign } from './caa.js';
import { onLanguage, t } from './i18n.js';
import { ensurePair, keyRows } from './login.js';
import { byId, el, onPress, sentence, wireLine } from './view.js';
import { adopt, bury, onWallet } from './wallet.js';
import { call, succeeded } from './wire.js';

const REFRESH = { method: 'POST', path: '/api/user/refresh-keys', action: 'user:refresh-keys' };
const PERSONAL = { method: 'GET', path: '/api/user/personal', action: 'user:personal-profile' };
const UNKNOWN_KEY = 404;

let last = null;

export function startRefresh() {
  onPress(byId('refresh-go'), refresh);
  onWallet(show);
  onLanguage(show);
}

async function refresh() {
  const old = await ensurePair();
  if (old) {
    const answer = await ask(REFRESH, old);
    last = succeeded(answer) ? await celebrate(old, answer) : mourn(old, answer);
    show();
  } else {
    byId('refresh-status').replaceChildren(t('login.first'));
  }
}

const ask = async ({ method, path, action }, pair) => call(method, path, { authorization: await sign(pair, action) });

/** Shows that the new pair works and the old one doesn't. */
async function celebrate(old, exchange) {
  const fresh = adopt(exchange.json);
  bury(old);
  const again = await ask(REFRESH, old);
  const use = await ask(PERSONAL, fresh);
  return { old, fresh, lines: [[exchange, 'refresh.note.exchange'], [again, 'refresh.note.again'], [use, 'refresh.note.use']] };
}

function mourn(old, refusal) {
  if (refusal.status === UNKNOWN_KEY) {
    bury(old);
  }
  return { old, fresh: null, lines: [[refusal, 'refresh.note.refused']] };
}

function show() {
  if (!last) {
    byId('before-after').replaceChildren(el('p', { className: 'nothing' }, t('refresh.none')));
    return;
  }
  const { old, fresh, lines } = last;
  const cards = [pairCard(old, 'refresh.old')];
  if (fresh) {
    cards.push(el('span', { className: 'arrow', 'aria-hidden': 'true' }, '→'), pairCard(fresh, 'refresh.new'));
  }
  byId('before-after').replaceChildren(...cards);
  byId('refresh-status').replaceChildren(sentence(lines[0][0], outcome(fresh)));
  byId('refresh-wires').replaceChildren(...lines.map(([answer, note]) => wireLine(answer, t(note))));
}

function outcome(fresh) {
  if (!fresh) {
    return 'refresh.failed';
  }
  return fresh.alive ? 'refresh.done' : 'refresh.since';
}

function pairCard(pair, title) {
  const state = pair.alive ? 'alive' : 'dead';
  return el('div', { className: `card pair ${state}` },
    el('h3', {}, t(title), ' ', el('span', { className: `badge ${state}` }, t(`refresh.${state}`))),
    el('dl', {}, ...keyRows(pair)));
}
