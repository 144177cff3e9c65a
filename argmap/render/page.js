/* The picture, the list and the search; called when the picture is there. */
const page = () => {
  const box = document.getElementById("map");
  const detail = document.getElementById("detail");
  const outline = document.getElementById("outline");
  const find = document.getElementById("find");
  const found = document.getElementById("found");
  let svg = box.querySelector("svg");
  const entries = new Map();
  for (const link of outline.querySelectorAll("a[data-id]")) entries.set(link.dataset.id, link);

  /* ---- sections that open: the picture is an overview, and each box of it may have a picture of its own ---- */
  const overview = data.groups.length ? svg : null;
  for (const template of document.querySelectorAll("template[data-group]")) {
    pictures.set(Number(template.dataset.group), template.content.querySelector("svg"));
  }
  const home = new Map();
  data.groups.forEach((group, number) => group.claims.forEach((id) => home.set(id, number)));
  const back = document.querySelector('[data-do="overview"]');
  let opened = null;
  let mount = () => {};
  const show = (number) => {
    opened = number;
    svg = number === null ? overview : pictures.get(number);
    box.replaceChildren(svg);
    back.disabled = number === null;
    mount();
    search();
    markNear();
    if (chosen) document.getElementById(chosen)?.classList.add("chosen");
  };
  const openGroup = (number) => {
    const group = data.groups[number];
    const note = pictures.has(number) ? [] : [paragraph("This file has no picture of this section, for the map is too large for one file. To draw it: argmap render … --section \"" + group.name + "\"", "why")];
    detail.replaceChildren(make("h2", group.name), ...note, ...list(group.claims.length + " claims", group.claims.map((id) => [go(id, things.get(id).name)])));
    detail.scrollTop = 0;
    if (pictures.has(number)) {
      show(number);
      box.focus();
    }
  };

  /* ---- choosing ---- */
  let chosen = null;
  let nearOnly = false;
  const near = () => {
    const ids = new Set([chosen]);
    for (const each of data.relations) {
      const cut = data.relations.find((other) => other.id === each.onto);
      const ends = [...each.premises, each.target ?? cut?.target].filter(Boolean);
      if (ends.includes(chosen)) for (const id of [each.id, ...ends]) ids.add(id);
    }
    for (const claim of data.claims) {
      for (const cite of claim.cites) {
        if (claim.id === chosen || cite.source === chosen) ids.add(claim.id).add(cite.source);
      }
    }
    return ids;
  };
  const markNear = () => {
    const ids = nearOnly && chosen ? near() : null;
    for (const node of svg?.querySelectorAll("g[tabindex], g.edge, g.point") ?? []) {
      const own = node.id.replace(/-(point|\d+)$/, (tail) => (node.id.startsWith("r") ? "" : tail));
      node.classList.toggle("far", ids !== null && !ids.has(node.id) && !ids.has(own));
    }
  };
  choose = (id, lead) => {
    const thing = things.get(id);
    if (!thing) return;
    if (chosen) {
      entries.get(chosen)?.removeAttribute("aria-current");
      const old = document.getElementById(chosen);
      old?.classList.remove("chosen");
      old?.setAttribute("aria-pressed", "false");
    }
    chosen = id;
    detail.replaceChildren(...(thing.cites ? claimPanel(thing) : sourcePanel(thing)));
    detail.scrollTop = 0;
    const entry = entries.get(id);
    entry?.setAttribute("aria-current", "true");
    if (lead && !document.getElementById(id) && pictures.has(home.get(id))) show(home.get(id));
    const node = document.getElementById(id);
    node?.classList.add("chosen");
    node?.setAttribute("aria-pressed", "true");
    if (lead && node) reveal(node);
    if (nearOnly) markNear();
    const inside = entry?.getBoundingClientRect();
    const frame = outline.getBoundingClientRect();
    if (entry && outline.scrollHeight > outline.clientHeight + 1 && (inside.top < frame.top + 50 || inside.bottom > frame.bottom)) {
      outline.scrollTop += inside.top - frame.top - frame.height / 2;
    }
    history.replaceState(null, "", "#" + id);
  };
  outline.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-id]");
    if (!link) return;
    event.preventDefault();
    choose(link.dataset.id, true);
    if (innerWidth <= 800) detail.scrollIntoView({ block: "nearest" });
  });
  outline.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const shown = [...entries.values()].filter((link) => link.offsetParent !== null);
    const next = shown[shown.indexOf(document.activeElement) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });

  /* ---- searching ---- */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const haystack = new Map();
  for (const [id, thing] of things) {
    haystack.set(id, fold([thing.name, thing.text ?? "", thing.caption, thing.label ?? "", thing.line ?? "", thing.uncited ? "no source" : "", ...(thing.cites ?? []).map((cite) => cite.words)].join(" ")));
  }
  const search = () => {
    const words = fold(find.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [id, link] of entries) {
      const hit = words.every((word) => haystack.get(id).includes(word));
      count += hit;
      link.parentElement.hidden = !hit;
      document.getElementById(id)?.classList.toggle("dim", !hit);
    }
    for (const part of outline.querySelectorAll("section")) part.hidden = !part.querySelector("li:not([hidden])");
    found.textContent = words.length ? count + " found" : "";
  };
  find.addEventListener("input", search);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { find.value = ""; search(); }
    if (event.key === "Enter") [...entries.values()].find((link) => !link.parentElement.hidden)?.click();
  });

  /* ---- moving about: the viewBox is the camera, so that lines and letters stay sharp ---- */
  let reveal = () => {};
  if (svg) {
    let world = { x: 0, y: 0, w: 1, h: 1 };
    let view = { ...world };
    const worlds = new Map();
    const measured = () => {
      const whole = svg.viewBox.baseVal;
      return { x: whole.x, y: whole.y, w: whole.width || 1, h: whole.height || 1 };
    };
    const size = () => ({ w: box.clientWidth || 1, h: box.clientHeight || 1 });
    const put = () => svg.setAttribute("viewBox", [view.x, view.y, view.w, view.h].join(" "));
    /* pixels a unit; Graphviz's units are points, 12 of them the height of a heading */
    const scale = () => size().w / view.w;
    const look = (x, y, factor) => {
      const { w, h } = size();
      const limit = Math.min(w / world.w, h / world.h) * 0.8;
      const pixels = Math.min(6, Math.max(Math.min(limit, 1), factor));
      view = { w: w / pixels, h: h / pixels, x: 0, y: 0 };
      view.x = Math.min(world.x + world.w, Math.max(world.x, x)) - view.w / 2;
      view.y = Math.min(world.y + world.h, Math.max(world.y, y)) - view.h / 2;
      put();
    };
    const middle = () => [view.x + view.w / 2, view.y + view.h / 2];
    const fitting = () => Math.min(size().w / world.w, size().h / world.h);
    const fit = () => look(world.x + world.w / 2, world.y + world.h / 2, Math.min(fitting(), 2));
    const place = (node) => {
      const inner = node.getBBox();
      const shift = svg.querySelector("g").transform.baseVal.consolidate().matrix;
      return [inner.x + inner.width / 2 + shift.e, inner.y + inner.height / 2 + shift.f];
    };
    const zoomAt = (clientX, clientY, factor) => {
      const frame = box.getBoundingClientRect();
      const fx = (clientX - frame.left) / frame.width, fy = (clientY - frame.top) / frame.height;
      const x = view.x + fx * view.w, y = view.y + fy * view.h;
      const before = scale();
      look(...middle(), before * factor);
      const w = size().w / scale(), h = size().h / scale();
      look(x - fx * w + w / 2, y - fy * h + h / 2, scale());
    };
    const readable = 0.95;
    /* sections and overviews are as wide as the window, and read downwards; in a small window from their first corner */
    const beginPage = () => {
      const { w, h } = size();
      const whole = Math.min(1.25, w / world.w);
      const factor = whole < 0.6 ? readable : whole;
      const below = 56 / factor; /* the buttons */
      look(world.x + Math.min(world.w, w / factor) / 2, world.y + h / factor / 2 - below, factor);
    };
    const begin = () => {
      if (overview) return beginPage();
      const first = svg.querySelector("#" + CSS.escape(data.start));
      if (fitting() >= 0.6 || !first) return fit();
      /* the claim to begin with and what supports it, not the emptiness beyond it */
      const support = data.relations.filter((each) => each.target === data.start && each.kind === "support").flatMap((each) => each.premises);
      const spots = [first, ...support.map((id) => document.getElementById(id)).filter(Boolean)].map(place);
      const [ax, ay] = spots[0];
      const mean = (axis) => spots.reduce((sum, spot) => sum + spot[axis], 0) / spots.length;
      const factor = Math.max(fitting(), readable);
      const own = first.getBBox();
      const most = (from, to, room) => from + Math.max(-room, Math.min(room, to - from));
      const room = (pixels, length) => Math.max(0, (pixels / factor - length) / 2 - 12);
      const x = most(ax, mean(0), room(size().w, own.width));
      const y = most(ay, mean(1), room(size().h, own.height));
      const { w, h } = size();
      /* keep the picture's edge at the window's edge rather than show emptiness beyond it */
      const clamp = (value, low, high) => (low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value)));
      look(
        clamp(x, world.x + w / factor / 2, world.x + world.w - w / factor / 2),
        clamp(y, world.y + h / factor / 2, world.y + world.h - h / factor / 2),
        factor,
      );
    };
    reveal = (node) => look(...place(node), Math.max(scale(), readable));
    let screenView = null;
    addEventListener("resize", () => { if (!screenView) look(...middle(), scale()); });

    box.addEventListener("wheel", (event) => {
      event.preventDefault();
      zoomAt(event.clientX, event.clientY, Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)));
    }, { passive: false });
    const pointers = new Map();
    let moved = false;
    const spread = () => {
      const [a, b] = [...pointers.values()];
      return b ? { d: Math.hypot(a.x - b.x, a.y - b.y) || 1, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : { d: 1, x: a.x, y: a.y };
    };
    box.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      moved = false;
    });
    box.addEventListener("pointermove", (event) => {
      if (!pointers.has(event.pointerId)) return;
      const before = spread();
      const last = pointers.get(event.pointerId);
      if (!moved && Math.hypot(event.clientX - last.x, event.clientY - last.y) < 4) return;
      if (!moved) box.setPointerCapture(event.pointerId);
      moved = true;
      box.classList.add("moving");
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const after = spread();
      const [x, y] = middle();
      look(x - (after.x - before.x) / scale(), y - (after.y - before.y) / scale(), scale());
      if (pointers.size === 2) zoomAt(after.x, after.y, after.d / before.d);
    });
    const lift = (event) => {
      pointers.delete(event.pointerId);
      if (!pointers.size) box.classList.remove("moving");
    };
    box.addEventListener("pointerup", lift);
    box.addEventListener("pointercancel", lift);
    /* letters may run wider here than where the boxes were measured: then they are set closer */
    const hold = (node, outline) => {
      const edge = outline.getBBox();
      for (const line of node.querySelectorAll("text")) {
        const room = edge.x + edge.width - 6 - line.getBBox().x;
        if (line.getComputedTextLength() <= room) continue;
        line.setAttribute("textLength", room);
        line.setAttribute("lengthAdjust", "spacingAndGlyphs");
      }
    };
    mount = () => {
      if (!worlds.has(svg)) {
        worlds.set(svg, measured());
        for (const node of svg.querySelectorAll("g[tabindex]")) {
          if (!things.has(node.id) && !node.id.startsWith("group-")) continue;
          node.setAttribute("role", "button");
          /* a button is called what it shows, so that it can be asked for by voice; its tooltip, which would be its
             name, goes to its outline, which has none */
          node.removeAttribute("aria-label");
          const outline = node.querySelector(":scope > :is(path, polygon)");
          const tooltip = node.querySelector(":scope > title");
          outline?.setAttribute("aria-hidden", "true");
          if (tooltip) outline?.append(tooltip);
          if (outline) hold(node, outline);
          if (things.has(node.id)) node.setAttribute("aria-pressed", "false");
          node.addEventListener("focus", () => { if (node.matches(":focus-visible")) reveal(node); });
        }
      }
      world = worlds.get(svg);
      begin();
    };
    mount();
    const press = (node) => {
      if (node?.id.startsWith("group-")) openGroup(Number(node.id.slice(6)));
      else if (node) choose(node.id, false);
    };
    box.addEventListener("click", (event) => {
      const node = event.target.closest("g[tabindex]");
      if (!moved) press(node);
    });
    box.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = 60 / scale();
      const [x, y] = middle();
      const moves = {
        ArrowLeft: () => look(x - step, y, scale()), ArrowRight: () => look(x + step, y, scale()),
        ArrowUp: () => look(x, y - step, scale()), ArrowDown: () => look(x, y + step, scale()),
        "+": () => look(x, y, scale() * 1.25), "=": () => look(x, y, scale() * 1.25), "-": () => look(x, y, scale() / 1.25), 0: fit,
        Enter: () => press(event.target), " ": () => press(event.target),
        ...(overview && opened !== null ? { Escape: () => show(null) } : {}),
      };
      if (!moves[event.key]) return;
      event.preventDefault();
      moves[event.key]();
    });
    for (const button of document.querySelectorAll("[data-do]")) {
      button.addEventListener("click", () => {
        if (button.dataset.do === "fit") fit();
        else if (button.dataset.do === "overview") show(null);
        else if (button.dataset.do === "near") {
          nearOnly = !nearOnly;
          button.setAttribute("aria-pressed", String(nearOnly));
          markNear();
        } else look(...middle(), scale() * (button.dataset.do === "in" ? 1.25 : 0.8));
      });
    }
    addEventListener("beforeprint", () => {
      if (overview && opened !== null) show(null);
      screenView = { ...view };
      view = { ...world };
      put();
    });
    addEventListener("afterprint", () => {
      if (screenView) { view = screenView; put(); }
      screenView = null;
    });
  } else {
    for (const button of document.querySelectorAll(".tools button")) button.disabled = true;
  }
  if (things.has(location.hash.slice(1))) choose(location.hash.slice(1), true);
};
