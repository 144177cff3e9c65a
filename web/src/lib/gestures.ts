/** Dragging, pinching and wheeling on an element, told as moves and zooms in pixels. */

export interface Gestures {
  begin(): void;
  move(dx: number, dy: number): void;
  /** By a factor around a point that is (x, y) from the element's centre. */
  zoom(factor: number, x: number, y: number): void;
  /** A click that was no drag. */
  click(target: EventTarget | null): void;
}

const STILL = 4;
const LINE = 20;
const WHEEL = 0.0016;

export function listen(frame: HTMLElement, told: Gestures): void {
  const pointers = new Map<number, { x: number; y: number }>();
  let travelled = 0;

  const spread = () => {
    const [a, b] = [...pointers.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const fromCentre = (event: MouseEvent): [number, number] => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    return [event.clientX - left - width / 2, event.clientY - top - height / 2];
  };
  const up = (event: PointerEvent) => pointers.delete(event.pointerId);

  frame.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (pointers.size === 1) travelled = 0;
    told.begin();
  });
  frame.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const apart = spread();
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    travelled += Math.hypot(event.clientX - before.x, event.clientY - before.y);
    if (travelled > STILL && !frame.hasPointerCapture(event.pointerId)) frame.setPointerCapture(event.pointerId);
    const share = 1 / pointers.size;
    told.move((before.x - event.clientX) * share, (before.y - event.clientY) * share);
    if (apart > 0) told.zoom(spread() / apart, ...fromCentre(event));
  });
  frame.addEventListener("pointerup", up);
  frame.addEventListener("pointercancel", up);
  frame.addEventListener("click", (event) => {
    if (travelled <= STILL) told.click(event.target);
  });
  frame.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
      if (event.shiftKey) told.move((event.deltaX || event.deltaY) * unit, event.deltaX ? event.deltaY * unit : 0);
      else told.zoom(Math.exp(-event.deltaY * unit * WHEEL), ...fromCentre(event));
    },
    { passive: false },
  );
}
