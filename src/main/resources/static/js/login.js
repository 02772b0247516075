// Says when Caps Lock is on while the password is typed.
(() => {
const password = document.getElementById('password');
const caps = document.getElementById('caps');
password.addEventListener('keyup', key => { caps.hidden = !key.getModifierState || !key.getModifierState('CapsLock'); });
})();
