// Run by JoseInteropTest, beside a node_modules with the package "jose".
// stdin:  {"tokens": [{"alg", "keySet", "token"}, …]}
// stdout: {"verified": [{"alg", "payload"} or {"alg", "error"}, …], "made": [{"alg", "key", "token"}, …]}
import {createLocalJWKSet, exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT} from 'jose';
import {webcrypto} from 'node:crypto';
import {text} from 'node:stream/consumers';

const NOW = 1700000000;
const ISSUER = 'https://issuer.example.com';
const AUDIENCE = 'web';
const ASYMMETRIC = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'Ed25519', 'EdDSA'];
const SECRET_SIZES = {HS256: 32, HS384: 48, HS512: 64};

async function verified({alg, keySet, token}) {
  try {
    const [first] = keySet.keys; // a secret is no part of a key set that is meant to be published
    const key = first.kty === 'oct' ? await importJWK(first) : createLocalJWKSet(keySet);
    const {payload} = await jwtVerify(token, key, {
      algorithms: [alg], issuer: ISSUER, audience: AUDIENCE, typ: 'JWT', currentDate: new Date(NOW * 1000),
    });
    return {alg, payload};
  } catch (error) {
    return {alg, error: error.code ?? String(error)};
  }
}

async function made(alg, signingKey, key) {
  const token = await new SignJWT({role: 'reader', name: '张三😀', nested: {list: [1, null, true]}})
    .setProtectedHeader({alg, kid: key.kid})
    .setSubject('u1').setIssuer(ISSUER).setAudience([AUDIENCE, 'other']).setJti('from-jose-' + alg)
    .setIssuedAt(NOW).setNotBefore(NOW).setExpirationTime(NOW + 600)
    .sign(signingKey);
  return {alg, key, token};
}

async function madeWithKeyPair(alg) {
  const {publicKey, privateKey} = await generateKeyPair(alg, {extractable: true});
  return made(alg, privateKey, {...await exportJWK(publicKey), alg, use: 'sig', kid: 'kid-' + alg});
}

async function madeWithSecret(alg) {
  const secret = webcrypto.getRandomValues(new Uint8Array(SECRET_SIZES[alg]));
  return made(alg, secret, {kty: 'oct', k: Buffer.from(secret).toString('base64url'), alg, use: 'sig', kid: 'kid-' + alg});
}

const {tokens} = JSON.parse(await text(process.stdin));
console.log(JSON.stringify({
  verified: await Promise.all(tokens.map(verified)),
  made: await Promise.all([...Object.keys(SECRET_SIZES).map(madeWithSecret), ...ASYMMETRIC.map(madeWithKeyPair)]),
}, null, 1));
