// Starts the chapters, then lets the page speak: texts are written once everything stands.

import { byId } from './view.js';
import { currentLanguage, preferredLanguage, speak } from './i18n.js';
import { startLogin } from './login.js';
import { startRace } from './race.js';
import { startRefresh } from './refresh.js';
import { startSign } from './sign.js';
import { startTokens } from './tokens.js';

startLogin();
startSign();
startRefresh();
startTokens();
startRace();

speak(preferredLanguage());
const languages = byId('language').querySelectorAll('input');
languages.forEach((choice) => {
  choice.checked = choice.value === currentLanguage();
  choice.addEventListener('change', () => speak(choice.value));
});
document.documentElement.dataset.ready = 'true';
