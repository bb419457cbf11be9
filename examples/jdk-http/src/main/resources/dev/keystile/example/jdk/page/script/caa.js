// The Caa scheme, step by step: each function is one arrow of the page's second chapter.

import { latin1, fromBase64, toBase64, utf8 } from './bytes.js';

export const SCHEME = 'Caa ';
export const KEY_LENGTH = 44;
const TIME_LENGTH = 13;

/** Their names, the hash of WebCrypto, and the length of what comes out. */
export const ALGORITHMS = {
  HMAC_SHA1: { hash: 'SHA-1', length: 20, keyed: true },
  HMAC_SHA256: { hash: 'SHA-256', length: 32, keyed: true },
  SHA1_DIGEST: { hash: 'SHA-1', length: 20, keyed: false },
};

/** What is signed. The legacy digest alone has the secret in the text; the others use it as their key. */
export function textToSign(algorithm, { action, apiKey, secretKey, timestamp }) {
  const secret = ALGORITHMS[algorithm].keyed ? '' : `&secretKey=${secretKey}`;
  return `?action=${action}&apiKey=${apiKey}${secret}&timestamp=${timestamp}`;
}

/** The digest's bytes. The key of an HMAC is the secret key's text, not the bytes that it spells. */
export async function digest(algorithm, text, secretKey) {
  const { hash, keyed } = ALGORITHMS[algorithm];
  if (!keyed) {
    return new Uint8Array(await crypto.subtle.digest(hash, utf8(text)));
  }
  const key = await crypto.subtle.importKey('raw', utf8(secretKey), { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text)));
}

export const innerText = (apiKey, signature, timestamp) => `${apiKey}:${signature} ${timestamp}`;

export const headerOf = (inner) => SCHEME + toBase64(utf8(inner));

/** A finished header for a pair of the wallet. */
export async function sign(pair, action, algorithm = 'HMAC_SHA1', timestamp = String(Date.now())) {
  const text = textToSign(algorithm, { ...pair, action, timestamp });
  const signature = toBase64(await digest(algorithm, text, pair.secretKey));
  return headerOf(innerText(pair.apiKey, signature, timestamp));
}

/** Where key, signature and time stand in an inner text, told by lengths alone; null if they can't be told. */
export function split(inner) {
  const space = inner.length - TIME_LENGTH - 1;
  if (space <= KEY_LENGTH || inner[KEY_LENGTH] !== ':' || inner[space] !== ' ') {
    return null;
  }
  return {
    apiKey: inner.slice(0, KEY_LENGTH),
    signature: inner.slice(KEY_LENGTH + 1, space),
    timestamp: inner.slice(space + 1),
  };
}

/** The inner text of a header; null if it isn't canonical base64 behind the scheme. */
export function innerOf(header) {
  const bytes = fromBase64(header.slice(SCHEME.length));
  return bytes === null ? null : latin1(bytes);
}
