/* Where Graphviz was not installed as this file was made: a Graphviz in the file draws, in a worker. No network. */
(() => {
  const { dots, drawer } = JSON.parse(document.getElementById("undrawn").textContent);
  const box = document.getElementById("map");
  const worker = new Worker(URL.createObjectURL(new Blob([drawer], { type: "text/javascript" })));

  /* as argmap itself does with Graphviz's pictures: tooltips become titles, what can be chosen can have the focus */
  const tidied = (text) => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    for (const link of [...svg.querySelectorAll("a")]) {
      const group = link.parentNode.parentNode;
      const told = link.getAttributeNS("http://www.w3.org/1999/xlink", "title") ?? "";
      const title = [...group.children].find((child) => child.localName === "title");
      if (title) title.textContent = told.replaceAll("\u2028", "\n").replaceAll("\u2029", "\\");
      if (/\b(claim|evidence|source|group)\b/.test(group.getAttribute("class"))) group.setAttribute("tabindex", "0");
      link.parentNode.replaceWith(...link.childNodes);
    }
    for (const name of ["width", "height"]) svg.removeAttribute(name);
    return document.importNode(svg, true);
  };

  let next = 0;
  const draw = () => (next < dots.length ? worker.postMessage(dots[next]) : worker.terminate());
  const failed = (reason) => {
    box.querySelector(".absent").textContent = "This browser could not draw the map (" + reason + "). The list has all claims.";
    worker.terminate();
    if (!next) page();
  };
  worker.onerror = (event) => failed(event.message || "its drawing program could not be started");
  worker.onmessage = (event) => {
    if (event.data.svg === undefined) return failed(event.data.problem);
    const picture = tidied(event.data.svg);
    if (next) pictures.set(next - 1, picture);
    else {
      box.replaceChildren(picture);
      page();
    }
    next += 1;
    draw();
  };
  draw();
})();
