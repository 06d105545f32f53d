// Draws a cluster from the words in data-hl-graph: a report `5` or `5:apart`, a link `5-3` or `5-3:weakest`. The lists on the page say
// the same; without this script they are all there is. Pressing a link or a report in the picture leads to its place in the lists.
const draw = (figure) => {
  const elements = figure.dataset.hlGraph.split(" ").map((word) => {
    const [name, mark] = word.split(":");
    const [newer, older] = name.split("-");
    if (!older) return { data: { id: name, width: 16 + 8 * name.length }, classes: `${mark ?? ""} ${name === figure.dataset.hlStart ? "start" : ""}` };
    return { data: { id: name, source: newer, target: older }, classes: mark ?? "other" };
  });
  // The library adds a style element of one rule, which the content policy refuses; it adds none when one of that id is there.
  const rule = document.createElement("meta");
  rule.id = "__________cytoscape_stylesheet";
  document.head.append(rule);
  figure.hidden = false;
  const cy = cytoscape({
    container: figure.querySelector(".hl-graph"),
    elements, style: colours(figure), maxZoom: 3, minZoom: 0.1,
    userZoomingEnabled: false, userPanningEnabled: false, boxSelectionEnabled: false, autoungrabify: true, autounselectify: true,
  });
  const all = () => { cy.fit(undefined, 24); if (cy.zoom() > 1.2) { cy.zoom(1.2); cy.center(); } cy.userPanningEnabled(false); };
  cy.layout({ name: "circle", animate: false }).run();
  if (cy.edges().length <= 1500) cy.layout({ name: "cose", animate: false, randomize: false, nodeRepulsion: () => 40000, idealEdgeLength: () => 90, componentSpacing: 80 }).run();
  all();
  cy.on("resize", all);
  for (const button of figure.querySelectorAll("button[data-hl-zoom]")) {
    button.addEventListener("click", () => {
      if (button.dataset.hlZoom === "all") return all();
      cy.zoom({ level: cy.zoom() * Number(button.dataset.hlZoom), renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
      cy.userPanningEnabled(true);
    });
  }
  cy.on("tap", "edge, node", (event) => {
    const place = document.getElementById((event.target.isEdge() ? "link-" : "report-") + event.target.id());
    if (!place) return;
    place.scrollIntoView({ block: "center" });
    place.focus();
  });
  for (const item of document.querySelectorAll("[data-hl-link]")) {
    const light = (on) => () => cy.getElementById(item.dataset.hlLink).toggleClass("lit", on);
    item.addEventListener("pointerenter", light(true));
    item.addEventListener("pointerleave", light(false));
    item.addEventListener("focusin", light(true));
    item.addEventListener("focusout", light(false));
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style(colours(figure)));
  figure.dataset.hlDrawn = cy.edges().length;
};

// A canvas knows no custom properties: colours are read off the legend.
const colours = (figure) => {
  const of = (name) => { const swatch = figure.querySelector(`[data-hl-swatch="${name}"]`); return swatch ? getComputedStyle(swatch).color : "gray"; };
  const text = getComputedStyle(figure).color;
  const ground = getComputedStyle(figure).backgroundColor;
  const edge = (selector, name, more) => ({ selector, style: { "line-color": of(name), ...more } });
  return [
    { selector: "node", style: { shape: "round-rectangle", width: "data(width)", height: 28, label: "data(id)", "text-valign": "center", "font-size": 13, "font-family": getComputedStyle(figure).fontFamily, color: text, "background-color": ground, "border-width": 1.5, "border-color": of("other") } },
    { selector: "node.start", style: { "border-color": of("start"), "border-width": 3, "font-weight": 600 } },
    { selector: "node.apart", style: { "border-style": "dashed" } },
    { selector: "edge", style: { "curve-style": "straight", width: 1.5 } },
    edge("edge.other", "other", {}),
    edge("edge.alone", "alone", { width: 4 }),
    edge("edge.weakest", "weakest", { width: 4, "line-style": "dashed" }),
    edge("edge.cut", "other", { width: 3, "line-style": "dotted" }),
    { selector: "edge.lit", style: { width: 7 } },
  ];
};
document.querySelectorAll("[data-hl-graph]").forEach(draw);
