// A home over one to ninety days: power, light and activity on one time axis, the quiet or silent span, and the limit.
(() => {
const box = document.getElementById('chart');
const say = box.dataset;
const css = name => getComputedStyle(document.documentElement).getPropertyValue('--an-' + name).trim();
const since = Number(say.since);
const limitAt = Number(say.limitAt);
const HOUR = 3600000;
let data = null;
let drawn = null;

const part = (ms, options) => new Intl.DateTimeFormat('en-GB', { timeZone: data.zone, ...options }).format(ms);
const hourOf = ms => Number(part(ms, { hour: '2-digit', hourCycle: 'h23' }));
const dayOf = ms => say.lang === 'en'
  ? part(ms, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')
  : `${part(ms, { month: 'numeric' })}.${part(ms, { day: 'numeric' })}.(${new Intl.DateTimeFormat('ko', { weekday: 'short', timeZone: data.zone }).format(ms)})`;
const momentOf = ms => `${dayOf(ms)} ${part(ms, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;

// A gap in the reports is a gap in the line.
function broken(points) {
  const out = [];
  points.forEach(point => {
    const before = out[out.length - 1];
    if (before && data.silent.some(([from, to]) => before[0] <= from && point[0] >= to)) out.push([before[0] + 1, null]);
    out.push(point);
  });
  return out;
}

// Hours while they fit, else midnights.
function ticks() {
  const narrow = box.clientWidth < 480;
  const days = (data.to - data.from) / (24 * HOUR);
  const most = narrow ? 4 : 10;
  const every = [1, 2, 3, 7, 14, 30].find(each => days / each <= most) || 30;
  const found = [];
  let midnights = 0;
  for (let at = Math.ceil(data.from / HOUR) * HOUR; at <= data.to; at += HOUR) {
    const hour = hourOf(at);
    if (days <= 4 ? hour % (narrow ? 12 : 6) === 0 : hour === 0 && midnights++ % every === 0) found.push(at);
  }
  return found;
}

const hatch = () => {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  pen.fillStyle = css('device-bg'); pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = css('device'); pen.lineWidth = 1;
  pen.beginPath(); pen.moveTo(-1, 9); pen.lineTo(9, -1); pen.moveTo(-1, 1); pen.lineTo(1, -1); pen.moveTo(7, 9); pen.lineTo(9, 7); pen.stroke();
  return { image: tile, repeat: 'repeat' };
};

function areas(first) {
  const spans = [];
  if (say.kind !== 'DEVICE') {
    const end = say.over ? Math.min(Number(say.over), data.to) : data.to;
    spans.push([{ xAxis: Math.max(since, data.from), itemStyle: { color: css('quiet') }, label: { show: first, position: 'insideTop', distance: 6, formatter: say.quiet, color: css('danger-ink'), fontWeight: 700, fontSize: 13 } }, { xAxis: end }]);
  }
  data.silent.forEach(([from, to]) => spans.push([{ xAxis: Math.max(from, data.from), itemStyle: { color: hatch(), opacity: .8 }, label: { show: first && to - from > (data.to - data.from) / 24, position: 'insideTop', distance: 6, formatter: say.silent, color: css('device-ink'), fontWeight: 700, fontSize: 13, backgroundColor: css('surface'), padding: [2, 5], borderRadius: 3 } }, { xAxis: Math.min(to, data.to) }]));
  return { silent: true, data: spans };
}

const limit = first => limitAt < data.from || limitAt > data.to ? undefined : { silent: true, symbol: 'none', data: [{ xAxis: limitAt, lineStyle: { color: css('critical'), width: 2, type: 'solid' },
  label: { show: first, position: 'end', distance: [0, 4], formatter: say.limit, color: css('critical'), fontWeight: 700, fontSize: 12, align: (limitAt - data.from) / (data.to - data.from) > .6 ? 'right' : 'left', offset: [(limitAt - data.from) / (data.to - data.from) > .6 ? 12 : -12, 0] } }] };

const x = (row, shown, at) => ({ gridIndex: row, type: 'value', min: data.from, max: data.to, axisLine: { show: true, lineStyle: { color: css('line-strong') } }, axisTick: { show: shown, customValues: at },
  splitLine: { show: false }, axisLabel: { show: shown, customValues: at, color: css('ink-2'), fontSize: 12, hideOverlap: true, formatter: ms => hourOf(ms) === 0 ? `{d|${dayOf(ms)}}` : say.hour.replace('#', String(hourOf(ms)).padStart(2, '0')), rich: { d: { fontWeight: 700, color: css('ink') } } },
  axisPointer: { label: { show: false } } });
const y = (row, name, top) => ({ gridIndex: row, min: 0, max: top, interval: top / 2, name, nameLocation: 'end', nameGap: 9, nameTextStyle: { color: css('ink-2'), fontWeight: 600, fontSize: 12, align: 'left', padding: [0, 0, 0, -40] }, axisLabel: { color: css('ink-2'), fontSize: 12 }, splitLine: { lineStyle: { color: css('line') } } });

function nice(lines, least) {
  const top = lines.flat().reduce((most, point) => Math.max(most, point[point.length - 1] || 0), least);
  const unit = 10 ** Math.floor(Math.log10(top));
  return Math.ceil(top / unit / 2) * 2 * unit;
}

// From the least to the greatest value of each step of a long span.
function band(points, color, row) {
  const known = points.filter(point => point[1] !== null);
  const step = known.slice(1).reduce((least, point, i) => Math.min(least, point[0] - known[i][0]), 24 * HOUR);
  return { type: 'custom', silent: true, xAxisIndex: row, yAxisIndex: row, data: known, encode: { x: 0, y: [1, 2] }, renderItem: (params, api) => {
    const [left, top] = api.coord([api.value(0) - step / 2, api.value(2)]);
    const [right, bottom] = api.coord([api.value(0) + step / 2, api.value(1)]);
    return { type: 'rect', shape: { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }, style: { fill: color, opacity: .28 } };
  } };
}

function draw() {
  const bands = key => data.devices.map(device => device[key]).filter(band => band.length);
  const power = data.devices.filter(device => device.power.some(point => point[1] !== null)).map(device => broken(device.power));
  const light = data.devices.filter(device => device.light.some(point => point[1] !== null)).map(device => broken(device.light));
  const acts = data.activity.flatMap(([from, to]) => { const out = []; for (let at = from; at <= to; at += 900000) out.push([at, 1]); return out; });
  const lines = (all, color, row, step) => (all.length ? all : [[]]).map((points, i) => ({ type: 'line', step, xAxisIndex: row, yAxisIndex: row, data: points, showSymbol: false, connectNulls: false,
    lineStyle: { width: 2, color, opacity: i ? .6 : 1 }, areaStyle: { color, opacity: .08 }, ...(i ? {} : { markArea: areas(row === 0), markLine: limit(row === 0) }) }));
  const summed = bands('power_band').length + bands('light_band').length > 0;
  const at = ticks();
  drawn = drawn || echarts.init(box, null, { renderer: 'svg' });
  drawn.setOption({
    animation: false, textStyle: { fontFamily: css('font') },
    grid: [{ left: 44, right: 14, top: 34, height: 92 }, { left: 44, right: 14, top: 158, height: 82 }, { left: 44, right: 14, top: 256, height: 26 }],
    xAxis: [x(0, false, at), x(1, false, at), x(2, true, at)],
    yAxis: [y(0, say.power, nice([...power, ...bands('power_band')], 10)), y(1, say.light, nice([...light, ...bands('light_band')], 10)), { gridIndex: 2, min: 0, max: 1, interval: 1, name: say.activity, nameLocation: 'middle', nameRotate: 0, nameGap: 22, nameTextStyle: { color: css('ink-2'), fontWeight: 600, fontSize: 12 }, axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false } }],
    series: [...bands('power_band').map(points => band(points, css('power'), 0)), ...bands('light_band').map(points => band(points, css('light'), 1)),
      ...lines(power, css('power'), 0, summed ? false : 'end'), ...lines(light, css('light'), 1, false),
      { type: 'bar', xAxisIndex: 2, yAxisIndex: 2, data: acts, barWidth: 3, itemStyle: { color: css('normal') }, markArea: areas(false), markLine: limit(false) }],
  }, true);
}

// The same numbers, hour by hour, of long spans day by day.
function fillTable() {
  const body = document.querySelector('#chart-table tbody');
  const long = data.to - data.from > 8 * 24 * HOUR;
  const starts = [];
  for (let at = Math.floor(data.to / HOUR) * HOUR; at > data.from - HOUR; at -= HOUR) if (!long || hourOf(at) === 0) starts.push(at);
  starts.forEach((from, i) => {
    const to = i ? starts[i - 1] : data.to + 1;
    const line = body.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = long ? dayOf(from) : momentOf(from);
    line.append(head);
    [mean('power', from, to), mean('light', from, to), String(data.activity.filter(([start, end]) => start < to && end >= from).length)].forEach(text => {
      const cell = line.insertCell();
      cell.className = 'n';
      cell.textContent = text;
    });
  });
}

function mean(key, from, to) {
  const values = data.devices.flatMap(device => device[key]).filter(([ms, value]) => ms >= from && ms < to && value !== null).map(point => point[1]);
  return values.length ? String(Math.round(10 * values.reduce((sum, value) => sum + value, 0) / values.length) / 10) : say.silent;
}

document.getElementById('as-table').addEventListener('click', event => {
  const table = document.getElementById('chart-table');
  if (data && !table.querySelector('tbody tr')) fillTable();
  table.hidden = !table.hidden;
  event.currentTarget.setAttribute('aria-expanded', String(!table.hidden));
});

let asked = 0;
function load(hours) {
  const mine = ++asked;
  fetch(say.url.replace(/hours=\d+/, `hours=${hours}`), { headers: { Accept: 'application/json' } })
    .then(answer => { if (!answer.ok) throw new Error(answer.status); return answer.json(); })
    .then(json => {
      if (mine !== asked) return;
      data = { ...json, from: Date.parse(json.from), to: Date.parse(json.to) };
      draw();
      document.querySelector('#chart-table tbody').replaceChildren();
      if (!document.getElementById('chart-table').hidden) fillTable();
      document.getElementById('chart-said').textContent = data.devices.length ? '' : say.none;
    })
    .catch(() => { if (mine === asked) document.getElementById('chart-said').textContent = say.failed; });
}

const ranges = [...document.querySelectorAll('[data-hours]')];
ranges.forEach(button => button.addEventListener('click', () => {
  ranges.forEach(each => each.setAttribute('aria-pressed', String(each === button)));
  document.getElementById('h-chart').textContent = button.title;
  load(Number(button.dataset.hours));
}));
load(72);

addEventListener('anbu:theme', () => data && draw());
addEventListener('resize', () => { if (data) { drawn.resize(); draw(); } });
// Paper is light, whatever the screen is.
const theme = () => document.documentElement.dataset;
let screenTheme = null;
addEventListener('beforeprint', () => { if (!data) return; screenTheme = theme().bsTheme; theme().bsTheme = 'light'; drawn.resize({ width: 640 }); draw(); });
addEventListener('afterprint', () => { if (!data) return; theme().bsTheme = screenTheme; drawn.resize({ width: 'auto' }); draw(); });
})();
