// The contract's checks of a Caa header, in its order. On the wire many of them are one answer; here they have names.

import { ALGORITHMS, SCHEME, digest, innerOf, split, textToSign } from './caa.js';
import { fromBase64, toBase64 } from './bytes.js';

const MAX_LENGTH = 8 * 1024;
const WINDOW_MILLIS = 5 * 60 * 1000;

const MALFORMED = { status: 400, message: 'invalid authorization' };
const UNKNOWN_KEY = { status: 404, message: 'apiKey not found' };
const WRONG_SIGNATURE = { status: 400, message: 'invalid signature' };

/**
 * Each check gets what is known so far and adds to it. It holds, or it doesn't and the answer is the contract's; the last two
 * aren't for this page to say.
 */
const CHECKS = [
  { name: 'present', answer: MALFORMED, holds: (seen) => seen.header !== '' },
  { name: 'size', answer: MALFORMED, holds: (seen) => seen.header.length <= MAX_LENGTH },
  { name: 'scheme', answer: MALFORMED, holds: (seen) => isCaa(seen.header) },
  { name: 'base64', answer: MALFORMED, holds: (seen) => (seen.inner = innerOf(seen.header)) !== null },
  { name: 'shape', answer: MALFORMED, holds: (seen) => (seen.parts = split(seen.inner)) !== null },
  { name: 'apiKey', answer: MALFORMED, holds: ({ parts }) => fromBase64(parts.apiKey)?.length === 32 },
  { name: 'signature', answer: MALFORMED, holds: ({ parts }) => fromBase64(parts.signature)?.length > 0 },
  { name: 'timestamp', answer: MALFORMED, holds: ({ parts }) => /^[0-9]{13}$/.test(parts.timestamp) },
  { name: 'live', answer: UNKNOWN_KEY, holds: (seen) => isAlive((seen.pair = seen.find(seen.parts.apiKey)), seen.now) },
  { name: 'match', answer: WRONG_SIGNATURE, holds: (seen) => matches(seen) },
  { name: 'window', answer: WRONG_SIGNATURE, holds: (seen) => isInTime(Number(seen.parts.timestamp) - seen.now) },
  { name: 'replay', state: 'off' },
  { name: 'user', state: 'server' },
];

/**
 * What this page thinks of a header.
 *
 * @param header the value of the Authorization header, empty for none
 * @param action what the endpoint wants to be signed; never what the header's maker says
 * @param find the pair of an api key, or undefined
 * @returns the checks with their states (ok, bad, unreached, off, server), and the answer that they lead to
 */
export async function inspect(header, action, find, now = Date.now()) {
  const seen = { header: asSent(header), action, find, now };
  const checks = [];
  let failed = null;
  for (const check of CHECKS) {
    const state = failed ? 'unreached' : check.state ?? ((await check.holds(seen)) ? 'ok' : 'bad');
    checks.push({ name: check.name, state });
    failed ??= state === 'bad' ? check : null;
  }
  return { checks, failed: failed?.name ?? null, expected: failed?.answer ?? { status: 200, message: '' } };
}

/** A browser trims a header's value before it sends it. */
const asSent = (header) => header.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');

const isCaa = (header) => header.slice(0, SCHEME.length).toLowerCase() === SCHEME.toLowerCase();

const isAlive = (pair, now) => pair !== undefined && pair.alive && now < pair.expiresAt;

const isInTime = (ahead) => -WINDOW_MILLIS <= ahead && ahead <= WINDOW_MILLIS;

/** Nothing in a header names the algorithm: every accepted one of the signature's length is tried. */
async function matches({ parts, pair, action }) {
  for (const algorithm of ['HMAC_SHA1', 'HMAC_SHA256']) {
    if (fromBase64(parts.signature).length === ALGORITHMS[algorithm].length) {
      const text = textToSign(algorithm, { ...parts, action });
      if (toBase64(await digest(algorithm, text, pair.secretKey)) === parts.signature) {
        return true;
      }
    }
  }
  return false;
}
