// The Caa pairs that this page has seen. They live in this module's memory and nowhere else.

const pairs = new Map();
const listeners = [];
let current = null;

/** The pair to sign with, or null. It may have died since. */
export const currentPair = () => current;

/** The pair of an api key, alive or dead, or undefined. */
export const findPair = (apiKey) => pairs.get(apiKey);

/** Takes a key grant in, makes it the current pair, and returns it. */
export function adopt({ apiKey, secretKey, userId, user, expireIn }) {
  current = { apiKey, secretKey, userId, userName: user.name, expiresAt: expireIn, alive: true };
  pairs.set(apiKey, current);
  tell();
  return current;
}

/** Marks a pair as dead. It is kept, so that the page can show what becomes of requests that it signs. */
export function bury(pair) {
  pair.alive = false;
  tell();
}

/** Calls a function after every change. */
export const onWallet = (listener) => listeners.push(listener);

const tell = () => listeners.forEach((listener) => listener());
