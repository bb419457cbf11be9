// Chapter 2: a header being made, step by step. Whatever is typed over a step stands; what follows from it is made anew.

import { breaks } from './breaks.js';
import { ALGORITHMS } from './caa.js';
import { inspect } from './caa-checks.js';
import { ROOTS, STEPS, derive, isEdited, newDraft, withAlgorithm, withEdit } from './chain.js';
import { field } from './field.js';
import { onLanguage } from './i18n.js';
import { logIn } from './login.js';
import { paintAs, paintHeader, paintInner, paintText } from './paint.js';
import { showAnswer, showChecks } from './verdict.js';
import { byId, el, onPress } from './view.js';
import { currentPair, findPair, onWallet } from './wallet.js';
import { call } from './wire.js';

const PATH = '/api/user/personal';
const ACTION = 'user:personal-profile';

const PAINTS = {
  action: paintAs('action'), apiKey: paintAs('key'), secretKey: paintAs('secret'), timestamp: paintAs('time'),
  text: paintText, digest: paintAs('sig'), signature: paintAs('sig'), inner: paintInner, header: paintHeader,
};

const fields = {};
let pair = null;
let draft = null;
let made = null;
let verdict = null;
let answered = null;

export function startSign() {
  byId('algorithm').append(...Object.keys(ALGORITHMS).map(algorithmChoice));
  byId('roots').append(...ROOTS.map(linkField));
  byId('steps').append(...STEPS.map(linkField));
  onPress(byId('sign-login'), logInHere);
  onPress(byId('start-over'), startOver);
  onPress(byId('send'), send);
  onWallet(() => (currentPair() === pair ? judge() : startOver()));
  onLanguage(show);
}

function algorithmChoice(name, index) {
  const input = el('input', { type: 'radio', name: 'algorithm', value: name, checked: index === 0 });
  input.addEventListener('change', () => change(withAlgorithm(draft, name)));
  return el('label', {}, input, el('span', {},
    el('span', { 'data-text': `sign.${name}` }), ' ', el('small', { 'data-text': `sign.${name}.note` })));
}

function linkField(id) {
  const onEdit = (text) => change(withEdit(draft, id, text));
  fields[id] = field({ id, label: `sign.${id}`, note: `sign.${id}.how`, paint: PAINTS[id], onEdit });
  return fields[id].node;
}

/** The button goes away when it has done its work, so the focus has to go somewhere. */
async function logInHere() {
  if (await logIn()) {
    byId('sign').focus();
  }
}

async function startOver() {
  pair = currentPair();
  byId('sign-empty').hidden = true;
  byId('workbench').hidden = false;
  await change(newDraft(pair, ACTION, byId('algorithm').querySelector(':checked').value));
}

/** Makes everything that follows from a draft, and forgets the answer to the one before. Only the latest draft is shown. */
async function change(next) {
  draft = next;
  answered = null;
  const result = await derive(next);
  if (draft === next) {
    made = result;
    await judge();
  }
}

async function judge() {
  const judged = made;
  const found = await inspect(judged.values.header, ACTION, findPair);
  if (made === judged) {
    verdict = found;
    show();
  }
}

/** Undoes what was edited, breaks what one check looks at, and sends it. */
async function sendBroken(name) {
  await startOver();
  const { link, text } = breaks[name](made.values);
  await change(withEdit(draft, link, text));
  await send();
}

async function send() {
  answered = null;
  await judge();
  const [sent, expected] = [draft, verdict];
  const answer = await call('GET', PATH, { authorization: made.values.header });
  if (draft === sent) {
    answered = { verdict: expected, answer };
    show();
  }
}

function show() {
  if (verdict) {
    for (const [id, link] of Object.entries(fields)) {
      link.set(made.values[id]);
      link.mark(isEdited(draft, id), made.invalid === id);
    }
    showChecks(verdict.checks, sendBroken);
    showAnswer(answered);
  }
}
