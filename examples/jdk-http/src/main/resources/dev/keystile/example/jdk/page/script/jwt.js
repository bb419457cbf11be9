// Compact tokens, taken apart and looked at. The signature is the server's to check: this page has no key.

import { fromBase64Url, toBase64Url, utf8 } from './bytes.js';

/** Header and claims as texts, pretty where they are JSON; null where the segment can't be read. */
export function open(token) {
  const [header = null, claims = null] = token.split('.').map(textOf);
  return { header: pretty(header), claims: pretty(claims) };
}

/** A token with one segment spelled anew: 0 is the header, 1 the claims. The signature stays, and so no longer fits. */
export function withSegment(token, index, text) {
  const segments = token.split('.');
  segments[index] = toBase64Url(utf8(text));
  return segments.join('.');
}

/** The claims as an object, or null. */
export const claimsOf = (token) => objectOf(textOf(token.split('.')[1] ?? ''));

/**
 * The first thing that is wrong with a token, as far as this page can tell, or null.
 *
 * @param hasAudience whether tokens of its dialect have an aud
 * @param issued what the server gave to this page: token to whether it is unspent
 * @param until the moment at which its time is over, for what was asked
 */
export function faultOf(token, { hasAudience, issued, until, now = Date.now() }) {
  const segments = token.split('.');
  const claims = claimsOf(token);
  const faults = {
    segments: segments.length !== 3 || segments.some((segment) => !fromBase64Url(segment)?.length),
    header: objectOf(textOf(segments[0]))?.alg !== 'HS256',
    claims: !Number.isInteger(claims?.exp),
    signature: isTampered(token, issued),
    kind: claims !== null && 'aud' in claims !== hasAudience,
    time: now >= until,
    spent: issued.get(token) === false,
  };
  return Object.keys(faults).find((name) => faults[name]) ?? null;
}

/** Whether it shares a signature, or what was signed, with an issued token, but not both. */
function isTampered(token, issued) {
  const parts = (text) => [text.slice(0, text.lastIndexOf('.')), text.slice(text.lastIndexOf('.') + 1)];
  const [signed, signature] = parts(token);
  return [...issued.keys()].map(parts).some(([other, its]) => (other === signed) !== (its === signature));
}

function textOf(segment) {
  const bytes = fromBase64Url(segment);
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function objectOf(json) {
  try {
    const value = JSON.parse(json);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function pretty(json) {
  const value = objectOf(json);
  return value === null ? json : JSON.stringify(value, null, 2);
}
