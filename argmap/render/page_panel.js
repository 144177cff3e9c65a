/* What the file knows, and what its panel says of a thing. */
const data = JSON.parse(document.getElementById("data").textContent);
const things = new Map();
for (const thing of [...data.claims, ...data.sources]) things.set(thing.id, thing);
/* page() makes it work */
let choose = () => {};
/* The pictures of an overview's boxes, by their places. */
const pictures = new Map();

/* ---- small makers of elements: text is always text, never markup ---- */
const make = (tag, text, name) => {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (name) element.className = name;
  return element;
};
const go = (id, words) => {
  const button = make("button", words, "link");
  button.type = "button";
  button.dir = "auto";
  button.addEventListener("click", () => choose(id, true));
  return button;
};
const list = (heading, rows) => {
  if (!rows.length) return [];
  const items = make("ul");
  for (const row of rows) {
    const item = make("li");
    item.append(...row);
    items.append(item);
  }
  return [make("h3", heading), items];
};
const paragraph = (text, name) => {
  const element = make("p", text, name);
  element.dir = "auto";
  return element;
};

/* ---- the panel ---- */
const inference = (relation) => {
  const row = [];
  relation.premises.forEach((id, number) => {
    if (number) row.push(" together with ");
    row.push(go(id, things.get(id)?.name ?? id));
  });
  for (const cut of data.relations.filter((other) => other.onto === relation.id)) {
    row.push(make("span", " – this inference is undercut by ", "alert"), ...inference(cut));
  }
  return row;
};
const relationsInto = (id, kind) => data.relations.filter((each) => each.target === id && each.kind === kind).map(inference);
const relationsFrom = (id) =>
  data.relations.filter((each) => each.premises.includes(id)).map((each) => {
    if (each.target) return [each.verb + " ", go(each.target, things.get(each.target)?.name ?? each.target)];
    const cut = data.relations.find((other) => other.id === each.onto);
    const end = cut?.target ?? null;
    return end ? ["undercuts an inference to ", go(end, things.get(end)?.name ?? end)] : ["undercuts an inference"];
  });
const top = (thing) => {
  const line = make("p", undefined, "caption");
  line.append(make("span", thing.caption));
  if (thing.label) line.append(make("b", thing.label));
  const name = make("h2", thing.name);
  name.dir = "auto";
  return [line, name];
};
const claimPanel = (claim) => [
  ...top(claim),
  ...(claim.text && claim.text !== claim.name ? [paragraph(claim.text)] : []),
  ...(claim.change ? [paragraph("Changed: " + claim.change + ".", "alert")] : []),
  ...(claim.before ? [make("h3", "It said before"), paragraph(claim.before, "why")] : []),
  ...(claim.uncited ? [paragraph("No source: nothing supports it and it cites nothing.", "alert")] : []),
  ...(claim.why ? [paragraph(claim.why, "why")] : []),
  ...list("Supported by", relationsInto(claim.id, "support")),
  ...list("Rebutted by", relationsInto(claim.id, "attack")),
  ...list("Cites", claim.cites.map((cite) => {
    const source = things.get(cite.source);
    const line = make("div", source ? source.line : "Not in the list of sources.", "why");
    line.dir = "auto";
    return [source ? go(cite.source, cite.words) : make("b", cite.words), line];
  })),
  ...list("It in turn", relationsFrom(claim.id)),
  ...(claim.section.length ? [make("h3", "Section"), paragraph(claim.section.join(" › "))] : []),
];
const sourcePanel = (source) => [
  ...top(source),
  paragraph(source.line),
  ...(source.note ? [paragraph(source.note, "why")] : []),
  ...list("Cited by", data.claims.filter((claim) => claim.cites.some((cite) => cite.source === source.id)).map((claim) => [go(claim.id, claim.name)])),
  ...list("Without it these no longer stand", source.topples.map((id) => [go(id, things.get(id)?.name ?? id)])),
];
