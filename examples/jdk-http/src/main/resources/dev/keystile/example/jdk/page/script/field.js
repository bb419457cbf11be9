// A text field whose parts are coloured: the text is painted into a layer behind a textarea that shows only its caret.

import { el, painted } from './view.js';

/**
 * @param id of the textarea
 * @param label the key of its label's text
 * @param paint makes coloured pieces of a text
 * @param onEdit is called with the text after every edit by the user, not after set()
 * @returns node: to be mounted; get(), set(text); mark(edited, invalid): how the field looks
 */
export function field({ id, label, paint, onEdit, note = '' }) {
  const ink = el('pre', { 'aria-hidden': 'true' });
  const input = el('textarea', {
    id, rows: 1, spellcheck: false, autocomplete: 'off', autocapitalize: 'off',
    autocorrect: 'off', 'aria-describedby': `${id}-note`,
  });
  const edited = el('span', { className: 'edited', 'data-text': 'edited', hidden: true });
  const described = el('span', { className: 'how', id: `${id}-note` });
  if (note) {
    described.dataset.text = note;
  }
  const show = () => ink.replaceChildren(...painted(paint(input.value)), '\n');
  input.addEventListener('input', () => {
    show();
    onEdit(input.value);
  });
  return {
    node: el('div', { className: 'field' },
      el('div', { className: 'field-head' }, el('label', { htmlFor: id, 'data-text': label }), described, edited),
      el('div', { className: 'ink' }, ink, input)),
    get: () => input.value,
    set(text) {
      if (input.value !== text) {
        input.value = text;
      }
      show();
    },
    mark(isEdited, isInvalid) {
      edited.hidden = !isEdited;
      input.setAttribute('aria-invalid', String(isInvalid));
    },
  };
}
