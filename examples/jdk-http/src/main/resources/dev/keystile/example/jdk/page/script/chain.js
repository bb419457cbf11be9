// The chain that leads from a pair to a header. A draft holds its roots, and what was typed over any later step.

import { ALGORITHMS, digest, headerOf, innerText, textToSign } from './caa.js';
import { fromHex, toBase64, toHex, utf8 } from './bytes.js';

/** What goes in. */
export const ROOTS = ['action', 'timestamp', 'apiKey', 'secretKey'];

/** What is made of it, each step of the one before. */
export const STEPS = ['text', 'digest', 'signature', 'inner', 'header'];

/** A draft for a pair, nothing edited. */
export function newDraft(pair, action, algorithm) {
  const { apiKey, secretKey } = pair;
  const roots = { action, apiKey, secretKey, timestamp: String(Date.now()) };
  return { algorithm, roots, original: roots, edits: {} };
}

/** A draft with other text at one link. What was typed over the links behind it is forgotten: they are made anew. */
export function withEdit(draft, link, text) {
  if (ROOTS.includes(link)) {
    return { ...draft, roots: { ...draft.roots, [link]: text }, edits: {} };
  }
  const kept = STEPS.slice(0, STEPS.indexOf(link)).filter((step) => step in draft.edits);
  const edits = Object.fromEntries(kept.map((step) => [step, draft.edits[step]]));
  return { ...draft, edits: { ...edits, [link]: text } };
}

/** A draft under another algorithm, its steps made anew. */
export const withAlgorithm = (draft, algorithm) => ({ ...draft, algorithm, edits: {} });

export const isEdited = (draft, link) => link in draft.edits || draft.roots[link] !== draft.original[link];

/** The text of every link, and which of them can't be read as what they should be. */
export async function derive({ algorithm, roots, edits }) {
  const text = edits.text ?? textToSign(algorithm, roots);
  const hex = edits.digest ?? toHex(await digestOf(algorithm, text, roots.secretKey), ' ');
  const bytes = fromHex(hex);
  const signature = edits.signature ?? toBase64(bytes ?? new Uint8Array());
  const inner = edits.inner ?? innerText(roots.apiKey, signature, roots.timestamp);
  const header = edits.header ?? headerOf(inner);
  return {
    values: { ...roots, text, digest: hex, signature, inner, header },
    invalid: bytes === null ? 'digest' : null,
  };
}

/** No bytes where there is no key to make them with. */
async function digestOf(algorithm, text, secretKey) {
  const keyless = ALGORITHMS[algorithm].keyed && utf8(secretKey).length === 0;
  return keyless ? new Uint8Array() : digest(algorithm, text, secretKey);
}
