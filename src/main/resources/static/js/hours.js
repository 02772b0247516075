// How many homes reach a level in each hour of the next day.
(() => {
const hoursBox = document.getElementById('hours');
const told = hoursBox.dataset;
const token = name => getComputedStyle(document.documentElement).getPropertyValue('--an-' + name).trim();
const numbers = text => text.split(',').map(Number);
const hourLabel = index => told.hour.replace('#', new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: told.zone }).format(Number(told.from) + index * 3600000));
const bars = echarts.init(hoursBox, null, { renderer: 'svg' });

function drawHours() {
  const labels = [...Array(24).keys()].map(hourLabel);
  const series = (name, values, color, opacity) => ({ name, type: 'bar', stack: 'homes', data: numbers(values), barWidth: '55%', itemStyle: { color, opacity } });
  bars.setOption({
    animation: false, textStyle: { fontFamily: token('font') }, tooltip: { trigger: 'axis', backgroundColor: token('raised'), borderColor: token('line'), textStyle: { color: token('ink') } },
    grid: { left: 40, right: 8, top: 30, bottom: 26 },
    xAxis: { type: 'category', data: labels, axisTick: { show: false }, axisLine: { lineStyle: { color: token('line-strong') } }, axisLabel: { color: token('ink-2'), fontSize: 12, interval: hoursBox.clientWidth < 700 ? 3 : 0 } },
    yAxis: { name: told.count, minInterval: 1, splitNumber: 3, nameGap: 8, nameTextStyle: { color: token('ink-2'), align: 'right', padding: [0, 8, 0, 0] }, axisLabel: { color: token('ink-2') }, splitLine: { lineStyle: { color: token('line') } } },
    series: [series(told.nameDanger, told.danger, token('danger'), 1), series(told.nameAttention, told.attention, token('attention'), .45), series(told.nameDevice, told.device, token('device'), .7)],
  }, true);
}

drawHours();
addEventListener('anbu:theme', drawHours);
addEventListener('resize', () => { bars.resize(); drawHours(); });
document.getElementById('as-table').addEventListener('click', event => {
  const table = document.getElementById('hours-table');
  table.hidden = !table.hidden;
  event.currentTarget.setAttribute('aria-expanded', String(!table.hidden));
});
})();
