// The worklist by keyboard, the preview beside it, and refreshes that never move what is being looked at.
(() => {
let chosen = null;
let held = null;
let touched = 0;
const title = document.title;

const rows = () => [...document.querySelectorAll('#rows tr.can')];
const row = no => rows().find(each => each.dataset.case === no);
const order = root => [...root.querySelectorAll('tr.can')].map(each => each.dataset.key).join(' ');

function choose(target, focus) {
  if (!target) return;
  chosen = target.dataset.case;
  rows().forEach(each => each.classList.toggle('chosen', each === target));
  const peek = document.getElementById('peek');
  peek.replaceChildren(target.querySelector('template').content.cloneNode(true));
  if (focus) target.querySelector('a.row-link').focus({ preventScroll: false });
}

/** The tab says how many nobody has taken, also while the page is not looked at. */
function count(live) {
  document.title = live.dataset.unclaimed === '0' ? title : `(${live.dataset.unclaimed}) ${title}`;
}

function wake() {
  count(document.getElementById('live'));
  choose(row(chosen) || rows()[0], false);
  anbuStrips();
}

// Under the hand of somebody who works, new rows or a new order wait behind a button; otherwise they come by themselves.
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.target.id !== 'live' || event.detail.xhr.status !== 200) return;
  const incoming = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
  if (!incoming.querySelector('#live')) { event.detail.shouldSwap = false; return; }
  count(incoming.querySelector('#live'));
  const busy = document.activeElement && document.activeElement.closest('#live') !== null;
  if (order(incoming) === order(document)) {
    if (busy) held = document.activeElement.closest('tr.can') ? chosen : null;
    event.detail.shouldSwap = !busy || held !== null;
    return;
  }
  const news = document.getElementById('news');
  if (news.textContent === '') news.textContent = news.dataset.text;
  if (!busy && Date.now() - touched > 3000) return;
  event.detail.shouldSwap = false;
  document.getElementById('fresh').hidden = false;
});

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id !== 'live') return;
  wake();
  if (held) row(held)?.querySelector('a.row-link').focus({ preventScroll: true });
  held = null;
});

document.addEventListener('pointermove', event => { if (event.target.closest('#live')) touched = Date.now(); });

document.addEventListener('htmx:sendError', () => document.getElementById('live').classList.add('stale'));
document.addEventListener('htmx:afterRequest', event => { if (event.detail.successful) document.getElementById('live').classList.remove('stale'); });

document.addEventListener('click', event => {
  if (event.target.closest('#fresh')) { location.reload(); return; }
  const target = event.target.closest('tr.can');
  if (target && !event.target.closest('a, button')) {
    if (matchMedia('(min-width: 1200px)').matches) choose(target, true);
    else target.querySelector('a.row-link').click();
  }
});
document.addEventListener('dblclick', event => event.target.closest('tr.can')?.querySelector('a.row-link').click());
document.addEventListener('focusin', event => { const target = event.target.closest('tr.can'); if (target) choose(target, false); });

document.addEventListener('keydown', event => {
  if (anbuTyping(event)) return;
  const all = rows();
  const at = all.findIndex(each => each.dataset.case === chosen);
  if (event.key === 'j') choose(all[Math.min(at + 1, all.length - 1)], true);
  else if (event.key === 'k') choose(all[Math.max(at - 1, 0)], true);
  else if (event.key === 'Enter' && !event.target.closest('a, button')) row(chosen)?.querySelector('a.row-link').click();
  else if (event.key === 'c') document.querySelector('#peek form.claim')?.requestSubmit();
  else if (event.key === 'n') document.getElementById('next')?.requestSubmit();
  else if (event.key === 'r') location.reload();
});

wake();
})();
