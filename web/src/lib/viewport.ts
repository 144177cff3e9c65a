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

  /**
   * The whole picture if its words can then be read, else as much of `around` as fits beside `focus`, which is shown
   * whole.
   */
  static readable(picture: Box, pane: Size, focus: Box | null, around: Box): Viewport {
    const whole = Viewport.fit(picture, pane);
    if (whole.scale >= JUST_READABLE || !focus) return whole;
    const part = Viewport.fit(around, pane);
    const scale = READABLE;
    const keep = (at: number, start: number, length: number, room: number) => {
      const slack = Math.max(room / 2 - (2 * MARGIN) / scale, length / 2);
      return Math.min(Math.max(at, start + length - slack), start + slack);
    };
    return new Viewport(
      keep(part.x, focus.x, focus.width, pane.width / scale),
      keep(part.y, focus.y, focus.height, pane.height / scale),
      scale,
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
