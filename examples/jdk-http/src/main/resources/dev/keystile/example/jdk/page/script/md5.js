// MD5 (RFC 1321), because the Caa login wants it and WebCrypto rightly doesn't have it. Good for nothing else.

const SHIFTS = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
const SINES = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32));
const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
const BLOCK = 64;

/** For each of the four rounds: its function, and which word of the block a step takes. */
const ROUNDS = [
  { mix: (b, c, d) => (b & c) | (~b & d), word: (step) => step },
  { mix: (b, c, d) => (d & b) | (~d & c), word: (step) => (5 * step + 1) % 16 },
  { mix: (b, c, d) => b ^ c ^ d, word: (step) => (3 * step + 5) % 16 },
  { mix: (b, c, d) => c ^ (b | ~d), word: (step) => (7 * step) % 16 },
];

const rotate = (value, bits) => (value << bits) | (value >>> (32 - bits));

/** The 16 bytes of the digest of a Uint8Array. */
export function md5(bytes) {
  const padded = pad(bytes);
  let state = START;
  for (let offset = 0; offset < padded.byteLength; offset += BLOCK) {
    state = digestBlock(state, new DataView(padded.buffer, offset, BLOCK));
  }
  const digest = new DataView(new ArrayBuffer(16));
  state.forEach((word, index) => digest.setUint32(4 * index, word, true));
  return new Uint8Array(digest.buffer);
}

/** A one bit, zeros, and the length in bits as 64 bits, so that whole blocks come out. */
function pad(bytes) {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n, true);
  return padded;
}

function digestBlock(state, block) {
  let [a, b, c, d] = state;
  for (let step = 0; step < 64; step++) {
    const round = ROUNDS[step >> 4];
    const word = block.getUint32(4 * round.word(step), true);
    const sum = (a + round.mix(b, c, d) + SINES[step] + word) | 0;
    [a, d, c, b] = [d, c, b, (b + rotate(sum, SHIFTS[step >> 4][step & 3])) | 0];
  }
  return [a, b, c, d].map((word, index) => (word + state[index]) | 0);
}
