// What this page thinks of a header, and what the server answered.

import { moment, t } from './i18n.js';
import { byId, el, onPress, statusOf } from './view.js';
import { messageOf } from './wire.js';

const MARKS = { ok: '✓', bad: '✗', unreached: '·', off: '–', server: '?' };

let rows = null;

/** Draws the checks with their states; onBreak is called with the name of a check that is to fail. */
export function showChecks(checks, onBreak) {
  rows ??= new Map(checks.map(({ name }) => [name, newRow(name, onBreak)]));
  for (const { name, state } of checks) {
    const { row, mark, name: title, detail, button } = rows.get(name);
    row.className = `check ${state}`;
    mark.replaceChildren(MARKS[state]);
    mark.setAttribute('aria-label', t(`state.${state}`));
    title.replaceChildren(t(`check.${name}`));
    const said = state === 'bad' || state === 'off' || state === 'server' ? t(`check.${name}.${state}`) : '';
    detail.replaceChildren(said);
    if (button) {
      button.replaceChildren(t(`break.${name}`));
      button.setAttribute('aria-label', `${t(`check.${name}`)}: ${t(`break.${name}`)}`);
    }
  }
}

function newRow(name, onBreak) {
  const mark = el('span', { className: 'mark', role: 'img' });
  const title = el('span', { className: 'check-name' });
  const detail = el('span', { className: 'check-detail' });
  const row = el('li', { id: `check-${name}` }, mark, title);
  const button = name === 'replay' || name === 'user' ? null : el('button', { type: 'button', className: 'small' });
  if (button) {
    onPress(button, () => onBreak(name));
    row.append(button);
  }
  row.append(detail);
  byId('checks').append(row);
  return { row, mark, name: title, detail, button };
}

/** Draws the server's answer beside what was expected; answered is null before anything was sent. */
export function showAnswer(answered) {
  if (!answered) {
    byId('answer').replaceChildren(el('p', { className: 'nothing' }, t('sign.unsent')));
    byId('sign-status').replaceChildren();
    return;
  }
  const { verdict, answer } = answered;
  byId('answer').replaceChildren(
    el('p', { className: 'answer-line' }, statusOf(answer), ` ${messageOf(answer)}`),
    el('pre', { className: 'body bytes', hidden: answer.text === '' }, pretty(answer)));
  byId('sign-status').replaceChildren(summary(verdict, answer), clockNote(answer));
}

function summary({ failed, expected }, answer) {
  if (answer.problem) {
    return t(answer.problem);
  }
  if (answer.status !== expected.status || messageOf(answer) !== expected.message) {
    return t('sign.differ', { expected: `${expected.status} ${expected.message}`.trim() });
  }
  return failed ? t('sign.refused', { check: t(`check.${failed}`) }) : t('sign.accepted');
}

const clockNote = ({ json }) =>
  Number.isInteger(json?.serverTime) ? t('between') + t('sign.clock', { moment: moment(json.serverTime) }) : '';

const pretty = ({ json, text }) => (json === null ? text : JSON.stringify(json, null, 2));
