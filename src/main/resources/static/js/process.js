// The picture of the process, with the step it is at.
(() => {
const canvasBox = document.getElementById('process');
const told = document.getElementById('process-said');

async function load(url, accept) {
  const answer = await fetch(url, { headers: { Accept: accept } });
  if (!answer.ok) throw new Error(answer.status);
  return answer;
}

// The file's names are Korean; each element's documentation says the same in English.
function inEnglish(xml) {
  const model = new DOMParser().parseFromString(xml, 'application/xml');
  model.querySelectorAll('[name]').forEach(element => {
    const words = [...element.children].find(child => child.localName === 'documentation');
    if (words) element.setAttribute('name', words.textContent.trim());
  });
  return new XMLSerializer().serializeToString(model);
}

async function show() {
  const [xml, state] = await Promise.all([
    load(canvasBox.dataset.bpmn, 'application/xml, text/xml').then(answer => answer.text()),
    load(canvasBox.dataset.state, 'application/json').then(answer => answer.json()),
  ]);
  const viewer = new BpmnJS({ container: canvasBox });
  await viewer.importXML(document.documentElement.lang === 'en' ? inEnglish(xml) : xml);
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  viewer.get('zoomScroll').toggle(false); // the wheel scrolls the page
  const mark = (ids, name) => ids.filter(id => registry.get(id)).forEach(id => canvas.addMarker(id, name));
  mark(state.done, 'step-done');
  mark(state.active, 'step-now');
  canvas.zoom('fit-viewport', 'auto');
  const now = state.active.map(id => registry.get(id)).find(Boolean);
  if (now && canvas.zoom() < .7) {
    canvas.zoom(.7);
    const view = canvas.viewbox();
    canvas.viewbox({ x: now.x + now.width / 2 - view.width / 2, y: now.y + now.height / 2 - view.height / 2, width: view.width, height: view.height });
  }
}

show().catch(() => { canvasBox.hidden = true; told.hidden = false; told.textContent = canvasBox.dataset.failed; });
})();
