// What the two token dialects of chapter 4 do differently.

const USER = 'demo';
const PASSWORD = 'keystile';

/**
 * requests: method, path and body; hasAudience: whether the tokens have an aud; tokenOf: the token of an answer; lifeOf: when its
 * life begins, when it expires, and until when it may be exchanged, in milliseconds
 */
export const DIALECTS = [
  {
    id: 'tokens',
    hasAudience: false,
    requests: {
      login: ['POST', '/tokens', { login: USER, password: PASSWORD }],
      call: ['GET', '/me'],
      exchange: ['PATCH', '/tokens'],
    },
    tokenOf: (grant) => grant.token,
    lifeOf: ({ iat, exp }, grant) => life(iat * 1000, exp, iat + grant.refresh_ttl * 60),
  },
  {
    id: 'bearer',
    hasAudience: true,
    requests: {
      login: ['POST', '/user/login', { Username: USER, Password: PASSWORD }],
      call: ['GET', '/user/me'],
      exchange: ['POST', '/user/refresh'],
    },
    tokenOf: (grant) => grant.Data?.bearerToken ?? grant,
    lifeOf: ({ lat, exp }) => life(lat, exp, exp),
  },
];

const life = (begin, expires, until) => ({ begin, expires: expires * 1000, until: until * 1000 });
