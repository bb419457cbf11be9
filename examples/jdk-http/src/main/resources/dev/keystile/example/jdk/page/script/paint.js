// Which part of a text is what: [kind, text] pieces, for view.painted. A text of no known shape stays plain.

import { KEY_LENGTH, SCHEME, innerOf, split } from './caa.js';

const SIGNED = /^(\?action=)([^&]*)(&apiKey=)([^&]*)(?:(&secretKey=)([^&]*))?(&timestamp=)([^&]*)$/;
const CLAIM = /("(?:sub|jti|uid|fam|iss|aud)": )("[^"]*"|[0-9]+)|("(?:iat|exp|nbf|lat)": )([0-9]+)/g;

/** All of it is one part. */
export const paintAs = (kind) => (text) => [[kind, text]];

export function paintText(text) {
  const found = SIGNED.exec(text);
  if (!found) {
    return [['', text]];
  }
  const kinds = ['', 'action', '', 'key', '', 'secret', '', 'time'];
  return kinds.map((kind, index) => [kind, found[index + 1] ?? '']);
}

export function paintInner(text) {
  const parts = split(text);
  return parts
    ? [['key', parts.apiKey], ['', ':'], ['sig', parts.signature], ['', ' '], ['time', parts.timestamp]]
    : [['', text]];
}

/** Each base64 character has the colour of the byte in which it begins. */
export function paintHeader(header) {
  const parts = split(innerOf(header) ?? '');
  if (!parts) {
    return [['', header]];
  }
  const signatureEnd = KEY_LENGTH + 1 + parts.signature.length;
  const kindOf = (byte) => (byte <= KEY_LENGTH ? 'key' : byte <= signatureEnd ? 'sig' : 'time');
  const pieces = [['', header.slice(0, SCHEME.length)]];
  [...header.slice(SCHEME.length)].forEach((char, index) => {
    const kind = kindOf(Math.floor((index * 6) / 8));
    const last = pieces[pieces.length - 1];
    if (last[0] === kind) {
      last[1] += char;
    } else {
      pieces.push([kind, char]);
    }
  });
  return pieces;
}

export function paintToken(token) {
  const [header, claims, signature, ...more] = token.split('.');
  return signature === undefined || more.length > 0
    ? [['', token]]
    : [['', `${header}.`], ['action', claims], ['', '.'], ['sig', signature]];
}

/** Pretty-printed claims: who it is about in the colour of keys, when in the colour of times. */
export function paintClaims(json) {
  const pieces = [];
  let end = 0;
  for (const found of json.matchAll(CLAIM)) {
    const [, whose, who, moment, when] = found;
    pieces.push(['', json.slice(end, found.index) + (whose ?? moment)], [who ? 'key' : 'time', who ?? when]);
    end = found.index + found[0].length;
  }
  return [...pieces, ['', json.slice(end)]];
}
