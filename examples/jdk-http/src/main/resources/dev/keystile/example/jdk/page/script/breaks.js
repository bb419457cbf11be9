// For each check a way to fail it, and it alone: which link of the chain to type over, and with what.

import { toBase64, toHex, fromHex } from './bytes.js';
import { SCHEME, headerOf } from './caa.js';

const TEN_MINUTES = 10 * 60 * 1000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export const breaks = {
  present: () => ({ link: 'header', text: '' }),
  size: ({ inner }) => ({ link: 'header', text: headerOf(inner.padEnd(6750, '0')) }),
  scheme: ({ header }) => ({ link: 'header', text: header.replace(SCHEME, 'Bearer ') }),
  base64: ({ header }) => ({ link: 'header', text: header.replace(SCHEME, `${SCHEME} `) }),
  shape: ({ inner }) => ({ link: 'inner', text: inner.slice(0, -1) }),
  apiKey: ({ apiKey }) => ({ link: 'apiKey', text: withSpareBit(apiKey) }),
  signature: ({ signature }) => ({ link: 'signature', text: withSpareBit(signature) }),
  timestamp: ({ timestamp }) => ({ link: 'timestamp', text: `${timestamp.slice(0, -1)}x` }),
  live: () => ({ link: 'apiKey', text: toBase64(crypto.getRandomValues(new Uint8Array(32))) }),
  match: ({ digest }) => ({ link: 'digest', text: withFlippedBit(digest) }),
  window: ({ timestamp }) => ({ link: 'timestamp', text: String(Number(timestamp) - TEN_MINUTES) }),
};

/** The same bytes to a lenient decoder: the last character before the padding has bits that spell nothing. */
function withSpareBit(base64) {
  const last = base64.indexOf('=') - 1;
  const spelled = ALPHABET[ALPHABET.indexOf(base64[last]) + 1];
  return base64.slice(0, last) + spelled + base64.slice(last + 1);
}

function withFlippedBit(hex) {
  const bytes = fromHex(hex);
  bytes[0] ^= 1;
  return toHex(bytes, ' ');
}
