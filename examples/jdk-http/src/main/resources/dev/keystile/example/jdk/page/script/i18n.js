// Two languages. Static elements name their text by data-text or data-label; what scripts write is written again on a change.

import { english } from './text-en.js';
import { chinese } from './text-zh.js';

const TEXTS = { en: english, 'zh-CN': chinese };
const listeners = [];
let language = 'en';

/** The text of a key in the current language, with {names} filled in. */
export function t(key, values = {}) {
  const text = TEXTS[language][key];
  if (text === undefined) {
    throw new Error(`There is no text "${key}" in ${language}.`);
  }
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export const currentLanguage = () => language;

/** The first of the browser's languages that this page speaks, English if there is none. */
export function preferredLanguage(wishes = navigator.languages) {
  const found = wishes.map((wish) => wish.toLowerCase()).find((wish) => /^(en|zh)\b/.test(wish));
  return found?.startsWith('zh') ? 'zh-CN' : 'en';
}

export function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = t('title');
  translate(document);
  listeners.forEach((listener) => listener());
}

/** Calls a function after every change of the language. */
export const onLanguage = (listener) => listeners.push(listener);

/** A moment, as the language writes it, to the second. */
export const moment = (millis) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(millis);

/** A length of time in its two greatest units: "2 days 23 hours", "59 seconds". */
export const duration = (millis) => amounts(millis, 'long').slice(0, 2).join(' ');

/** A length of time to the second. */
export const countdown = (millis) => amounts(millis, 'short').join(' ');

function amounts(millis, unitDisplay) {
  const seconds = Math.floor(millis / 1000);
  const counts = [
    ['day', Math.floor(seconds / 86400)],
    ['hour', Math.floor(seconds / 3600) % 24],
    ['minute', Math.floor(seconds / 60) % 60],
    ['second', seconds % 60],
  ];
  const first = counts.findIndex(([unit, count]) => count > 0 || unit === 'second');
  return counts.slice(first).map(([unit, count]) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).format(count));
}

function translate(root) {
  root.querySelectorAll('[data-text]').forEach((node) => node.replaceChildren(t(node.dataset.text)));
  root.querySelectorAll('[data-label]').forEach((node) => node.setAttribute('aria-label', t(node.dataset.label)));
}
