/** The part of a picture that is shown: `scale` pixels a unit, centred on (x, y). All methods return a new viewport. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

const NEAREST = 6;
const MARGIN = 12;
const READABLE = 1;
const JUST_READABLE = 0.8;
/** Pixels left free above a picture that is read from its top. */
const HEADROOM = 24;

/** The box around two. */
export function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const right = Math.max(a.x + a.width, b.x + b.width);
  return { x, y, width: right - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

function apart(a: Box, b: Box): number {
  return Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
}

export class Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;

  constructor(x: number, y: number, scale: number) {
    this.x = x;
    this.y = y;
    this.scale = scale;
  }

  /** The whole picture. */
  static fit(picture: Box, pane: Size): Viewport {
    const scale = Math.min((pane.width - MARGIN) / picture.width, (pane.height - MARGIN) / picture.height);
    return new Viewport(
      picture.x + picture.width / 2,
      picture.y + picture.height / 2,
      Math.min(Math.max(scale, 0.01), 1.6),
    );
  }

  /** As wide as the pane, from its top, or as large as can be read. */
  static page(picture: Box, pane: Size): Viewport {
    const scale = Math.min(Math.max((pane.width - MARGIN) / picture.width, JUST_READABLE), READABLE);
    const middle = (start: number, length: number, room: number) => start + Math.min(length, room) / 2;
    const across = (pane.width - MARGIN) / scale;
    const x = picture.width < across ? picture.x + picture.width / 2 : middle(picture.x, picture.width, across);
    return new Viewport(x, middle(picture.y, Infinity, (pane.height - HEADROOM) / scale), scale);
  }

  /**
   * The whole picture if its words can then be read, else the focus with as many of its neighbours, the nearest first,
   * as can be read together.
   */
  static readable(picture: Box, pane: Size, focus: Box | null, neighbours: readonly Box[]): Viewport {
    const whole = Viewport.fit(picture, pane);
    if (whole.scale >= JUST_READABLE || !focus) return whole;
    let seen = focus;
    for (const box of [...neighbours].sort((a, b) => apart(focus, a) - apart(focus, b))) {
      const more = union(seen, box);
      if (Viewport.fit(more, pane).scale >= JUST_READABLE) seen = more;
    }
    return Viewport.from(focus, seen, pane).inside(picture, pane);
  }

  /** A box, of which the focus is a part, as large as need be; room that is left lies on the side away from the focus. */
  private static from(focus: Box, box: Box, pane: Size): Viewport {
    const scale = Math.min(Viewport.fit(box, pane).scale, READABLE);
    const lean = (focusAt: number, focusLength: number, start: number, length: number, room: number) => {
      const middle = start + length / 2;
      const off = focusAt + focusLength / 2 - middle;
      const spare = Math.max(room - length - (2 * MARGIN) / scale, 0) / 2;
      return Math.abs(off) < length / 4 ? middle : middle - Math.sign(off) * spare;
    };
    return new Viewport(
      lean(focus.x, focus.width, box.x, box.width, pane.width / scale),
      lean(focus.y, focus.height, box.y, box.height, pane.height / scale),
      scale,
    );
  }

  /** Moved so that no room is lost beyond the picture's edges. */
  inside(picture: Box, pane: Size): Viewport {
    const hold = (at: number, start: number, length: number, room: number) => {
      const slack = room / 2 - MARGIN / this.scale;
      return length < 2 * slack ? start + length / 2 : Math.min(Math.max(at, start + slack), start + length - slack);
    };
    return new Viewport(
      hold(this.x, picture.x, picture.width, pane.width / this.scale),
      hold(this.y, picture.y, picture.height, pane.height / this.scale),
      this.scale,
    );
  }

  viewBox(pane: Size): string {
    const width = pane.width / this.scale;
    const height = pane.height / this.scale;
    return `${this.x - width / 2} ${this.y - height / 2} ${width} ${height}`;
  }

  /** Moved by pixels. */
  moved(dx: number, dy: number): Viewport {
    return new Viewport(this.x + dx / this.scale, this.y + dy / this.scale, this.scale);
  }

  /** Scaled around a point given in pixels from the pane's centre, which keeps its place. */
  scaled(factor: number, px: number, py: number, least: number): Viewport {
    const scale = Math.min(Math.max(this.scale * factor, least), NEAREST);
    return new Viewport(
      this.x + px / this.scale - px / scale,
      this.y + py / this.scale - py / scale,
      scale,
    );
  }

  /** Moved (and, if too small to read, scaled) so that a box can be seen. */
  showing(box: Box, pane: Size): Viewport {
    const scale = Math.max(this.scale, Math.min(READABLE, pane.width / (box.width + 2 * MARGIN)));
    const near = (at: number, start: number, length: number, room: number) => {
      const slack = Math.max(room / 2 - length / 2 - (2 * MARGIN) / scale, 0);
      const middle = start + length / 2;
      return Math.abs(at - middle) <= slack ? at : middle;
    };
    return new Viewport(
      near(this.x, box.x, box.width, pane.width / scale),
      near(this.y, box.y, box.height, pane.height / scale),
      scale,
    );
  }
}
