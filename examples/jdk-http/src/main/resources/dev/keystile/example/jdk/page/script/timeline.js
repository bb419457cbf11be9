// A token's life on one line: valid, then perhaps only exchangeable, then over. A slider looks at other moments than now.

import { duration, moment, t } from './i18n.js';
import { el, onPress } from './view.js';

const STEPS = 400;
const BEYOND = 1.12;
const TICK_MILLIS = 1000;

/**
 * @param id distinguishes the slider from those of other lines
 * @returns node: to be mounted; set({begin, expires, until}): moments in milliseconds; show(): in the current language
 */
export function timeline(id) {
  const track = el('div', { className: 'track', 'aria-hidden': 'true' },
    el('span', { className: 'valid' }), el('span', { className: 'renewable' }));
  const now = el('span', { className: 'now', 'aria-hidden': 'true' });
  const slider = el('input', { type: 'range', id: `${id}-moment`, min: 0, max: STEPS, step: 1 });
  const output = el('output', { htmlFor: slider.id, className: 'moment' });
  const back = el('button', { type: 'button', className: 'small', hidden: true });
  const label = el('label', { htmlFor: slider.id });
  const dates = el('dl', { className: 'dates' });
  const node = el('div', { className: 'timeline', hidden: true }, el('div', { className: 'line' }, track, now, slider),
    el('div', { className: 'moment-row' }, label, output, back), dates);
  let life = null;
  let looking = false;

  const span = () => (life.until - life.begin) * BEYOND;
  const place = (millis) => Math.min(Math.max((millis - life.begin) / span(), 0), 1);
  const lookedAt = () => (looking ? life.begin + (Number(slider.value) / STEPS) * span() : Date.now());

  function stateAt(millis) {
    return millis < life.expires ? 'valid' : millis < life.until ? 'renewable' : 'over';
  }

  function when(millis) {
    const ahead = millis - Date.now();
    const time = duration(Math.abs(ahead));
    return looking ? t(ahead < 0 ? 'time.at.earlier' : 'time.at.later', { time }) : t('time.at.now');
  }

  function tick() {
    if (life) {
      const millis = lookedAt();
      now.style.setProperty('--now', place(Date.now()));
      if (!looking) {
        slider.value = Math.round(place(millis) * STEPS);
      }
      const said = t('time.said', { when: when(millis), state: t(`time.${stateAt(millis)}`) });
      output.className = `moment ${stateAt(millis)}`;
      output.replaceChildren(said);
      slider.setAttribute('aria-valuetext', said);
      back.hidden = !looking;
    }
  }

  function show() {
    if (life) {
      label.replaceChildren(t('time.look'));
      back.replaceChildren(t('time.back'));
      const rows = [['begin', life.begin], ['exp', life.expires], ...(life.until > life.expires ? [['until', life.until]] : [])];
      dates.replaceChildren(...rows.map(([name, millis]) =>
        el('div', { className: name }, el('dt', {}, t(`time.${name}`)), el('dd', {}, moment(millis)))));
      tick();
    }
  }

  slider.addEventListener('input', () => {
    looking = true;
    tick();
  });
  onPress(back, () => {
    looking = false;
    slider.focus();
    tick();
  });
  setInterval(tick, TICK_MILLIS);
  return {
    node,
    set(next) {
      life = next;
      looking = false;
      node.hidden = false;
      track.style.setProperty('--expires', place(life.expires));
      track.style.setProperty('--until', place(life.until));
      show();
    },
    show,
  };
}
