/** A door of another kind of organisation was opened. */
export class Elsewhere extends Error {
  constructor() {
    super('This page is for another organisation');
    this.name = 'Elsewhere';
  }
}
