/** Something fetched: its value, or why there is none. The answer to the last question asked wins. */

import { ApiError } from "./api";

export class Resource<T> {
  state = $state<"idle" | "loading" | "ready" | "failed">("idle");
  value = $state.raw<T | null>(null);
  problem = $state<string>("");
  /** What the value answers. */
  key = $state<string>("");
  #asked = 0;
  #wanted = "";
  #again: (() => Promise<T>) | null = null;

  async load(question: () => Promise<T>, key = ""): Promise<void> {
    const turn = ++this.#asked;
    this.#again = question;
    this.#wanted = key;
    this.state = "loading";
    try {
      const value = await question();
      if (turn !== this.#asked) return;
      this.value = value;
      this.key = key;
      this.state = "ready";
    } catch (error) {
      if (turn !== this.#asked) return;
      this.problem = error instanceof ApiError ? error.message : `Something went wrong in this page: ${String(error)}`;
      this.state = "failed";
    }
  }

  async retry(): Promise<void> {
    if (this.#again) await this.load(this.#again, this.#wanted);
  }
}
