/** Makes Graphviz's SVG safe to put into the page: only known elements and attributes come through. */

const SVG = "http://www.w3.org/2000/svg";
const ELEMENTS = new Set([
  "svg", "g", "path", "polygon", "polyline", "ellipse", "circle", "rect", "line", "text", "tspan", "defs",
  "title", "desc",
]);
const ATTRIBUTES = new Set([
  "id", "class", "d", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width",
  "height", "viewBox", "transform", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray",
  "stroke-opacity", "stroke-linecap", "stroke-linejoin", "opacity", "text-anchor", "dominant-baseline",
  "font-family", "font-size", "font-weight", "font-style", "text-decoration", "textLength", "lengthAdjust",
]);
const XLINK = "http://www.w3.org/1999/xlink";
const ELSEWHERE = /url\s*\(\s*['"]?(?!#)/i;

/** The picture as an element of this document. Throws if the text is no SVG. */
export function safeSvg(text: string): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (parsed.namespaceURI !== SVG || parsed.localName !== "svg") throw new Error("The server sent no picture.");
  for (const link of parsed.querySelectorAll("a")) unwrap(link);
  const root = copy(parsed) as SVGSVGElement;
  const open: [Element, Element][] = [[parsed, root]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [from, to] = pair;
    for (const child of from.childNodes) {
      if (child instanceof Element) {
        if (child.namespaceURI !== SVG) continue;
        if (child.localName === "a") {
          // a link becomes a plain group, its content stays
          const group = document.createElementNS(SVG, "g");
          to.append(group);
          open.push([child, group]);
        } else if (ELEMENTS.has(child.localName)) {
          const clean = copy(child);
          to.append(clean);
          open.push([child, clean]);
        }
      } else if (child.nodeType === Node.TEXT_NODE && child.nodeValue) {
        to.append(child.nodeValue);
      }
    }
  }
  return root;
}

/**
 * Puts what Graphviz's carrier of a tooltip holds where the carrier stands, and the tooltip into the title: as the
 * server does with its own pictures. There U+2028 stands for the end of a line and U+2029 for a backslash.
 */
function unwrap(link: Element): void {
  const carrier = link.parentElement;
  const group = carrier?.parentElement;
  if (!carrier?.id.startsWith("a_") || carrier.childElementCount !== 1 || !group) return;
  const title = [...group.children].find((child) => child.localName === "title");
  const said = link.getAttributeNS(XLINK, "title");
  if (title && said !== null) title.textContent = said.replace(/\u2028/g, "\n").replace(/\u2029/g, "\\");
  carrier.replaceWith(...link.childNodes);
}

function copy(element: Element): Element {
  const clean = document.createElementNS(SVG, element.localName);
  for (const { name, value } of element.attributes) {
    if (ATTRIBUTES.has(name) && !ELSEWHERE.test(value)) clean.setAttribute(name, value);
  }
  return clean;
}
