// What every page has: theme, menu, clock, countdowns, help dialog, toast, keys that go somewhere.
(() => {
const root = document.documentElement;
const words = document.currentScript.dataset;
const opened = Date.now();
const clock = document.getElementById('clock');
const started = clock ? Number(clock.dataset.now) : opened;

/** The server's time now, in ms. */
window.anbuNow = () => started + (Date.now() - opened);

/** 25시간 2분, 8분, 40초: the same words as on the server. */
window.anbuSpan = ms => {
  const minutes = Math.floor(Math.abs(ms) / 60000);
  if (minutes < 1) return words.seconds.replace('#', Math.floor(Math.abs(ms) / 1000));
  if (minutes < 60) return words.minutes.replace('#', minutes);
  if (minutes % 60 === 0) return words.hours.replace('#', minutes / 60);
  return words.both.replace('#', Math.floor(minutes / 60)).replace('@', minutes % 60);
};

/** 03:07 in the service's zone. */
window.anbuTime = ms => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: words.zone }).format(ms);

function tick() {
  if (clock) clock.textContent = anbuTime(anbuNow());
  document.querySelectorAll('.due[data-due]').forEach(due => {
    const left = Number(due.dataset.due) - anbuNow();
    due.querySelector('.left').textContent = left < 0 ? words.late.replace('#', anbuSpan(left)) : anbuSpan(left);
    if (left < 0) { due.classList.remove('soon'); due.classList.add('late'); }
  });
}
setInterval(tick, 20000);

const theme = document.getElementById('theme');
if (theme) theme.addEventListener('click', () => {
  root.dataset.bsTheme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
  localStorage.setItem('anbu-theme', root.dataset.bsTheme);
  dispatchEvent(new Event('anbu:theme'));
});

const menu = document.getElementById('menu-button');
if (menu) menu.addEventListener('click', () => {
  const open = menu.getAttribute('aria-expanded') !== 'true';
  menu.setAttribute('aria-expanded', open);
  document.querySelector('.bar').classList.toggle('open', open);
  document.getElementById('sheet').hidden = !open;
});

const help = document.getElementById('keys');
document.querySelectorAll('[data-help]').forEach(button => button.addEventListener('click', () => help.showModal()));
document.querySelectorAll('dialog [data-close]').forEach(button => button.addEventListener('click', () => button.closest('dialog').close()));

// Who works by voice or hits keys by accident can switch single keys off; Ctrl+Enter stays.
const keysOn = document.getElementById('keys-on');
if (keysOn) {
  keysOn.checked = localStorage.getItem('anbu-keys') !== 'off';
  keysOn.addEventListener('change', () => localStorage.setItem('anbu-keys', keysOn.checked ? 'on' : 'off'));
}

/** Whether single letters are text here and not commands. */
window.anbuTyping = event => localStorage.getItem('anbu-keys') === 'off' || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null
  || event.target.closest('input:not([type=radio]), textarea, select, [contenteditable]') !== null;

let going = false;
document.addEventListener('keydown', event => {
  if (anbuTyping(event)) return;
  if (event.key === '?' && help) { help.showModal(); event.preventDefault(); return; }
  if (going) {
    const link = document.querySelector(`.bar [data-go="${CSS.escape(event.key)}"]`);
    if (link) location.href = link.href;
    going = false;
    return;
  }
  going = event.key === 'g';
});

const toast = document.querySelector('.toast-x');
if (toast) setTimeout(() => toast.remove(), 8000);
})();
