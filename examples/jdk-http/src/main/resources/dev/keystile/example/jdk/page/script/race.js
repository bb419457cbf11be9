// Chapter 5: twenty refreshes with one pair, at once.

import { sign } from './caa.js';
import { onLanguage, t } from './i18n.js';
import { ensurePair } from './login.js';
import { byId, el, onPress, sentence, short, statusOf } from './view.js';
import { adopt, bury } from './wallet.js';
import { call, messageOf, succeeded } from './wire.js';

const RUNNERS = 20;
const PATH = '/api/user/refresh-keys';
const ACTION = 'user:refresh-keys';

let answers = null;
let graceful = false;

export function startRace() {
  onPress(byId('race-go'), race);
  onLanguage(show);
}

async function race() {
  const pair = await ensurePair();
  if (pair) {
    await raceWith(pair);
  } else {
    byId('race-status').replaceChildren(t('login.first'));
  }
}

async function raceWith(pair) {
  const prefix = byId('race-mode').querySelector(':checked').value;
  const headers = await Promise.all(Array.from({ length: RUNNERS }, () => sign(pair, ACTION)));
  graceful = prefix !== '';
  answers = headers.map(() => null);
  show();
  await Promise.all(headers.map(async (authorization, number) => {
    answers[number] = await call('POST', prefix + PATH, { authorization });
    show();
  }));
  const winner = answers.find(succeeded);
  if (winner) {
    adopt(winner.json);
    bury(pair);
  }
}

function show() {
  if (!answers) {
    byId('runners').replaceChildren(el('li', { className: 'nothing' }, t('race.none')));
    return;
  }
  byId('runners').replaceChildren(...answers.map(runner));
  byId('race-status').replaceChildren(answers.includes(null) ? t('race.running') : summary());
}

function runner(answer, index) {
  const number = index + 1;
  if (!answer) {
    return el('li', { className: 'runner waiting' },
      el('span', { className: 'unseen' }, t('race.cell', { number, answer: t('race.waiting') })));
  }
  const won = succeeded(answer);
  return el('li', { className: won ? 'runner won' : 'runner lost' },
    statusOf(answer),
    won ? el('span', { className: 'part key bytes' }, short(answer.json.apiKey)) : el('small', {}, messageOf(answer)));
}

function summary() {
  const winners = answers.filter(succeeded);
  const pairs = new Set(winners.map(({ json }) => `${json.apiKey} ${json.secretKey}`));
  if (winners.length === 0) {
    return sentence(answers[0], 'race.failed', { answer: `${answers[0].status} ${messageOf(answers[0])}` });
  }
  return t(graceful ? 'race.grace.done' : 'race.strict.done',
    { won: winners.length, lost: RUNNERS - winners.length, pairs: pairs.size });
}
