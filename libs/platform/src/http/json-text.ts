/**
 * An answer that the database has written as JSON already: it is sent as it is, neither parsed nor written again. `Shape` is the class that
 * the route documents for it.
 */
export class JsonText<Shape> {
  constructor(
    readonly text: string,
    /** Of what is answered, where it has one. */
    readonly version?: number,
  ) {}

  /** What was written, for who uses it here rather than sending it on. */
  read(): Shape {
    return JSON.parse(this.text) as Shape;
  }
}

/** How objects leave: what is JSON already, as it is. */
export function writeJson(payload: unknown): string {
  return payload instanceof JsonText ? payload.text : JSON.stringify(payload);
}
