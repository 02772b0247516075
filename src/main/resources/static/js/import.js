// Sends a file of any size as it is, and says how far it is. Without this script the form sends it, up to 20 MB.
(() => {
const form = document.getElementById('upload');
const file = document.getElementById('file');
const sending = document.getElementById('sending');
const bar = document.getElementById('sent');
const words = document.getElementById('sent-words');
const refused = document.getElementById('refused');
const button = form.querySelector('button');

function refuse(sentence) {
  sending.hidden = true;
  button.disabled = false;
  refused.hidden = false;
  refused.querySelector('span').textContent = sentence;
  refused.focus();
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const chosen = file.files[0];
  if (!chosen) return;
  const request = new XMLHttpRequest();
  request.open('POST', `${form.action}?name=${encodeURIComponent(chosen.name)}`);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('X-XSRF-TOKEN', form.querySelector('input[name=_csrf]').value);
  request.upload.addEventListener('progress', sent => {
    const percent = sent.total ? Math.floor(100 * sent.loaded / sent.total) : 0;
    bar.value = percent;
    words.textContent = form.dataset.sending.replace('#', percent);
  });
  request.addEventListener('load', () => {
    if (request.status === 200) location.href = `${form.action}/${request.responseText}`;
    else refuse(request.status === 422 ? request.responseText : form.dataset.failed);
  });
  request.addEventListener('error', () => refuse(form.dataset.failed));
  refused.hidden = true;
  button.disabled = true;
  bar.value = 0;
  words.textContent = form.dataset.sending.replace('#', 0);
  sending.hidden = false;
  request.send(chosen);
});
})();
