// The case by keyboard: number keys choose, Ctrl+Enter saves, m writes a note, c claims; and the line that says what saving will do.
(() => {
const form = document.getElementById('task');
const then = document.getElementById('then');

function sayThen() {
  const picked = form?.querySelector('input[data-then]:checked');
  if (picked && then) then.textContent = picked.dataset.then;
}

form?.addEventListener('change', sayThen);
sayThen();

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const target = event.target.closest('form') || form;
    if (target && target.method === 'post') { event.preventDefault(); target.requestSubmit(); }
    return;
  }
  if (anbuTyping(event)) return;
  if (/^[1-9]$/.test(event.key) && form) {
    const option = form.querySelectorAll('input[type=radio]')[Number(event.key) - 1];
    if (option) { option.checked = true; option.focus(); sayThen(); }
  } else if (event.key === 'm') { document.getElementById('note')?.focus(); event.preventDefault(); }
  else if (event.key === 'c') document.getElementById('claim')?.requestSubmit();
});

// Whatever is being saved is saved once.
document.querySelectorAll('main form').forEach(each => each.addEventListener('submit', event => {
  if (each.dataset.sent) event.preventDefault();
  each.dataset.sent = 'yes';
}));

const focus = document.getElementById('problem') || document.getElementById(document.body.dataset.focus || '-');
focus?.focus();
})();
