// A token and what its segments spell, side by side. Whichever is edited, the others follow; the signature no longer fits.

import { field } from './field.js';
import { open, withSegment } from './jwt.js';
import { paintClaims, paintToken } from './paint.js';
import { el } from './view.js';

/**
 * @param id distinguishes the fields from those of other editors
 * @param onEdit is called after every change, with whether the token is another one than was given
 * @returns node: to be mounted; get(): the token as edited; hold(token): shows a genuine one; undo(): shows that again
 */
export function tokenEditor(id, onEdit) {
  const parts = {
    token: field({
      id: `${id}-token`, label: 'tokens.token', note: 'tokens.token.how', paint: paintToken, onEdit: (text) => show(text, 'token'),
    }),
    header: segmentField('header', 0),
    claims: segmentField('claims', 1, 'tokens.claims.how'),
  };
  let genuine = '';
  let token = '';

  function segmentField(name, index, note) {
    const onEdit = (text) => show(withSegment(token, index, text), name);
    return field({ id: `${id}-${name}`, label: `tokens.${name}`, note, paint: paintClaims, onEdit });
  }

  function show(text, typedIn) {
    token = text;
    for (const [name, content] of Object.entries({ token, ...open(token) })) {
      if (name !== typedIn) {
        parts[name].set(content ?? '');
      }
      parts[name].mark(name === typedIn && token !== genuine, content === null);
    }
    onEdit(token !== genuine);
  }

  return {
    node: el('div', { className: 'token' }, parts.token.node,
      el('div', { className: 'columns' }, parts.header.node, parts.claims.node)),
    get: () => token,
    undo: () => show(genuine),
    hold(text) {
      genuine = text;
      show(text);
    },
  };
}
