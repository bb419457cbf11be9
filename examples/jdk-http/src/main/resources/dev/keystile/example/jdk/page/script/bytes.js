// Bytes and their spellings. Reading is strict: a text that isn't canonical reads as null.

export const utf8 = (text) => new TextEncoder().encode(text);

export const toHex = (bytes, between = '') =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(between);

/** Hex digits in pairs, in either case, with any white space around the pairs. */
export function fromHex(text) {
  const pairs = text.replace(/\s+/g, '');
  if (!/^(?:[0-9a-fA-F]{2})+$/.test(pairs)) {
    return null;
  }
  return Uint8Array.from(pairs.match(/../g), (pair) => parseInt(pair, 16));
}

/** One character a byte, as HTTP headers are read. */
export const latin1 = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

export const toBase64 = (bytes) => btoa(latin1(bytes));

/** Only the one spelling that toBase64 has for these bytes: alphabet, padding, spare bits. */
export function fromBase64(text) {
  try {
    const decoded = atob(text);
    return btoa(decoded) === text ? Uint8Array.from(decoded, (char) => char.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}

export const toBase64Url = (bytes) =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** As fromBase64, in the alphabet for URLs and without padding. */
export function fromBase64Url(text) {
  if (!/^[\w-]*$/.test(text)) {
    return null;
  }
  const padding = '='.repeat((4 - (text.length % 4)) % 4);
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/') + padding);
}
