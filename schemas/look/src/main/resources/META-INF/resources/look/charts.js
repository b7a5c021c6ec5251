// Draws what a table says: data-chart names the table, whose columns of numbers become bars (but for those with data-plain). The table
// stays; whoever has no script misses nothing.
const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();
const palette = () => ["--pico-primary", "--writ-part", "--writ-bad", "--writ-good", "--writ-still"].map(colour);

const series = (table) => {
  const heads = Array.from(table.tHead.rows[0].cells);
  const rows = Array.from(table.tBodies[0].rows);
  return heads
    .map((head, column) => ({ head, column }))
    .filter(({ head }) => head.classList.contains("number") && !("plain" in head.dataset))
    .map(({ head, column }) => ({
      name: head.textContent.trim(),
      type: "bar",
      barMaxWidth: 28,
      data: rows.map((row) => Number(row.cells[column].textContent)),
    }));
};

const draw = (place) => {
  const table = document.getElementById(place.dataset.chart);
  place.hidden = false;
  const chart = echarts.init(place, null, { renderer: "svg" });
  const show = () => {
    const text = colour("--pico-color");
    const bars = series(table);
    chart.setOption({
      animation: false,
      color: palette(),
      textStyle: { fontFamily: style.fontFamily, color: text },
      legend: bars.length > 1 ? { top: 0, textStyle: { color: text } } : undefined,
      grid: { left: 8, right: 16, top: bars.length > 1 ? 36 : 12, bottom: 8, containLabel: true },
      xAxis: {
        type: "category",
        data: Array.from(table.tBodies[0].rows, (row) => row.cells[0].textContent.trim()),
        axisLabel: { color: text, interval: 0, hideOverlap: true },
      },
      yAxis: { type: "value", minInterval: 1, axisLabel: { color: text } },
      series: bars,
    });
  };
  show();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", table.caption.textContent);
  new ResizeObserver(() => chart.resize()).observe(place);
};

if (globalThis.echarts) {
  document.querySelectorAll("[data-chart]").forEach(draw);
}
