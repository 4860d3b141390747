for (const told of document.querySelectorAll("script[type='application/json']")) {
  const spec = JSON.parse(told.textContent);
  const chart = document.getElementById(told.dataset.chart);
  vegaEmbed(chart, spec, { mode: "vega-lite", renderer: "svg", actions: false, ast: true });
}
