// Chapter 1: a mobile number and the MD5 of a password buy a key pair.

import { toHex, utf8 } from './bytes.js';
import { sign } from './caa.js';
import { countdown, moment, onLanguage, t } from './i18n.js';
import { md5 } from './md5.js';
import { byId, el, onPress, sentence, wireLine } from './view.js';
import { adopt, bury, currentPair, onWallet } from './wallet.js';
import { call, messageOf, succeeded } from './wire.js';

const LIFETIME_MILLIS = 3 * 24 * 60 * 60 * 1000;
const TICK_MILLIS = 1000;

let last = null;

export function startLogin() {
  byId('login-form').addEventListener('submit', (event) => event.preventDefault());
  byId('password').addEventListener('input', showMd5);
  onPress(byId('login-go'), logIn);
  onPress(byId('logout-go'), logOut);
  onWallet(showPair);
  onLanguage(() => {
    showPair();
    showLast();
  });
  setInterval(showTime, TICK_MILLIS);
  showMd5();
}

/** Logs in with what the form says; the pair, or null if it was refused. */
export async function logIn() {
  const before = currentPair();
  const body = { mobile: byId('mobile').value, password: passwordMd5() };
  const answer = await call('POST', '/api/user/login', { body });
  const pair = succeeded(answer) ? adopt(answer.json) : null;
  const again = pair !== null && before?.apiKey === pair.apiKey;
  last = { answer, key: pair ? 'login.in' : 'login.failed', note: again ? 'login.again' : '' };
  showLast();
  return pair;
}

/** The pair to work with: the current one, or that of a login. */
export const ensurePair = async () => currentPair() ?? logIn();

async function logOut() {
  const pair = currentPair();
  const answer = await call('DELETE', '/api/user/logout', { authorization: await sign(pair, 'user:logout') });
  if (succeeded(answer)) {
    bury(pair);
  }
  last = { answer, key: succeeded(answer) ? 'login.gone' : 'login.failed', note: '' };
  showLast();
  byId('login-go').focus();
}

const passwordMd5 = () => toHex(md5(utf8(byId('password').value)));

const showMd5 = () => byId('md5').replaceChildren(passwordMd5());

function showLast() {
  if (last) {
    const { answer, key, note } = last;
    const values = { user: answer.json?.userId, answer: `${answer.status} ${messageOf(answer)}` };
    byId('login-status').replaceChildren(sentence(answer, key, values), note && t('between') + t(note));
    byId('login-wires').replaceChildren(wireLine(answer, ''));
  }
}

function showPair() {
  const pair = currentPair();
  byId('logout-go').hidden = !pair?.alive;
  byId('pair').classList.toggle('dead', pair !== null && !pair.alive);
  byId('pair').replaceChildren(...(pair ? pairCard(pair) : [el('p', { className: 'nothing' }, t('login.none'))]));
  showTime();
}

const pairCard = (pair) => [
  el('h3', {}, t(pair.alive ? 'login.pair' : 'login.dead')),
  el('dl', {}, ...keyRows(pair), el('dt', {}, t('login.user')),
    el('dd', {}, t('login.userValue', { name: pair.userName, id: pair.userId }))),
  el('div', { className: 'life' },
    el('p', { className: 'life-text' }, el('span', { id: 'time-left' }),
      el('span', { className: 'until' }, t('login.until', { moment: moment(pair.expiresAt) }))),
    el('progress', { id: 'life', max: LIFETIME_MILLIS, 'aria-label': t('login.life') })),
];

/** Both keys in their colours, as rows of a description list. */
export const keyRows = (pair) => [
  el('dt', {}, t('login.apiKey')),
  el('dd', {}, el('span', { className: 'part key bytes' }, pair.apiKey)),
  el('dt', {}, t('login.secretKey')),
  el('dd', {}, el('span', { className: 'part secret bytes' }, pair.secretKey)),
];

function showTime() {
  const pair = currentPair();
  if (pair) {
    const left = pair.alive ? Math.max(0, pair.expiresAt - Date.now()) : 0;
    byId('life').value = left;
    byId('time-left').replaceChildren(t('login.left', { time: countdown(left) }));
  }
}
