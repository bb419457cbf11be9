// Requests to this server. An answer is a value, whatever its status; nothing here throws.

/**
 * @param options authorization: the header's value, none if empty; body: an object to be sent as JSON
 * @returns method, path, status (0 if there was no answer), the body's text and JSON, and problem: null, 'unsendable' or
 *   'unreachable'
 */
export async function call(method, path, { authorization = '', body } = {}) {
  const request = { method, path };
  const headers = new Headers();
  try {
    if (authorization.trim() !== '') {
      headers.set('Authorization', authorization);
    }
  } catch {
    return { ...request, status: 0, text: '', json: null, problem: 'unsendable' };
  }
  if (body !== undefined) {
    headers.set('Content-Type', 'application/json');
  }
  try {
    const response = await fetch(path, {
      method, headers, body: body && JSON.stringify(body), cache: 'no-store', credentials: 'omit', redirect: 'error',
    });
    const text = await response.text();
    return { ...request, status: response.status, text, json: parsed(text), problem: null };
  } catch {
    return { ...request, status: 0, text: '', json: null, problem: 'unreachable' };
  }
}

export const succeeded = (answer) => answer.status >= 200 && answer.status < 300;

/** The sentence in an answer, in whichever of the contracts' shapes it comes. */
export function messageOf({ json }) {
  if (typeof json === 'string') {
    return json;
  }
  const said = json?.message ?? json?.Message ?? '';
  return Array.isArray(said) ? said.join(' ') : String(said);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
