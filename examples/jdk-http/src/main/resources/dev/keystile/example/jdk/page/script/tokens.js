// Chapter 4: a card for each dialect of tokens. A token is fetched, taken apart, edited, presented, and exchanged.

import { DIALECTS } from './dialects.js';
import { onLanguage, t } from './i18n.js';
import { claimsOf, faultOf } from './jwt.js';
import { tokenEditor } from './token-editor.js';
import { timeline } from './timeline.js';
import { byId, el, onPress, sentence, wireLine } from './view.js';
import { call, succeeded } from './wire.js';

export const startTokens = () => byId('dialects').append(...DIALECTS.map((dialect) => new TokenCard(dialect).node));

class TokenCard {
  constructor(dialect) {
    const { id, requests } = dialect;
    this.dialect = dialect;
    this.issued = new Map();
    this.life = null;
    this.said = null;
    this.line = timeline(id);
    this.editor = tokenEditor(id, (isEdited) => { this.buttons.undo.hidden = !isEdited; });
    this.buttons = {
      login: this.button('login', { key: 'tokens.login' }, () => this.logIn()),
      call: this.button('call', { key: 'tokens.call', path: requests.call.join(' ') }, () => this.use()),
      exchange: this.button('exchange', { key: 'tokens.exchange' }, () => this.exchange()),
      undo: this.button('undo', { key: 'tokens.undo' }, () => this.undo()),
    };
    this.buttons.login.className = 'primary';
    this.status = el('p', { className: 'status-line', id: `${id}-status`, role: 'status' });
    this.wires = el('ul', { className: 'wires', id: `${id}-wires` });
    this.nothing = el('p', { className: 'nothing', 'data-text': 'tokens.none' });
    this.opened = el('div', { className: 'opened', hidden: true }, this.editor.node, this.line.node);
    this.node = el('article', { className: 'card dialect', id: `${id}-dialect`, 'aria-labelledby': `${id}-title` },
      el('h3', { id: `${id}-title`, 'data-text': `tokens.${id}.title` }),
      el('p', { className: 'lead', 'data-text': `tokens.${id}.lead` }),
      el('div', { className: 'actions' }, ...Object.values(this.buttons)),
      this.nothing, this.opened, this.status, this.wires);
    onLanguage(() => this.show());
  }

  button(name, { key, path }, task) {
    const button = el('button', { type: 'button', id: `${this.dialect.id}-${name}`, hidden: name !== 'login' });
    onLanguage(() => button.replaceChildren(t(key, { path })));
    onPress(button, task);
    return button;
  }

  async logIn() {
    const [method, path, body] = this.dialect.requests.login;
    const answer = await call(method, path, { body });
    if (succeeded(answer)) {
      this.hold(answer.json);
    }
    this.say(succeeded(answer) ? 'in' : 'refused', [answer, succeeded(answer) ? 'login' : 'unknown']);
  }

  async use() {
    const token = this.editor.get();
    const answer = await this.present('call', token);
    this.say(succeeded(answer) ? 'held' : 'refused', [answer, succeeded(answer) ? 'call' : this.fault(token, this.life.expires)]);
  }

  async exchange() {
    const old = this.editor.get();
    const answer = await this.present('exchange', old);
    if (succeeded(answer)) {
      this.issued.set(old, false);
      this.hold(answer.json);
      this.say('exchanged', [answer, 'exchange'], [await this.present('exchange', old), 'again']);
    } else {
      this.say('refused', [answer, this.fault(old, this.life.until)]);
    }
  }

  /** The button goes away when it has done its work, so the focus has to go somewhere. */
  undo() {
    this.editor.undo();
    this.buttons.call.focus();
  }

  present(name, token) {
    const [method, path] = this.dialect.requests[name];
    return call(method, path, { authorization: `Bearer ${token}` });
  }

  /** What this page thinks is wrong with a refused token. */
  fault(token, until) {
    return faultOf(token, { hasAudience: this.dialect.hasAudience, issued: this.issued, until }) ?? 'unknown';
  }

  hold(grant) {
    const token = this.dialect.tokenOf(grant);
    this.issued.set(token, true);
    this.life = this.dialect.lifeOf(claimsOf(token), grant);
    this.editor.hold(token);
    this.line.set(this.life);
    this.nothing.hidden = true;
    this.opened.hidden = this.buttons.call.hidden = this.buttons.exchange.hidden = false;
  }

  /** What became of it, and beneath it [answer, note] pairs; the first note is the reason where there is a refusal. */
  say(outcome, ...lines) {
    this.said = { outcome, lines };
    this.show();
  }

  show() {
    this.line.show();
    if (this.said) {
      const lines = this.said.lines.map(([answer, note]) => [answer, t(`tokens.note.${note}`)]);
      const [first, why] = lines[0];
      this.status.replaceChildren(sentence(first, `tokens.${this.said.outcome}`, { why }));
      this.wires.replaceChildren(...lines.map(([answer, note]) => wireLine(answer, note)));
    }
  }
}
