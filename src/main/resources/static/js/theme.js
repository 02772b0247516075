// Runs before the page is drawn, so that a dark room never sees a white flash.
(() => {
  const kept = localStorage.getItem('anbu-theme');
  const wished = kept || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  document.documentElement.dataset.bsTheme = wished;
})();
