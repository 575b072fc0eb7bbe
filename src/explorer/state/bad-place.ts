/** An address that cannot be shown: the message says what is wrong, `remedy` which values to drop to go on. */
export class BadPlace extends Error {
  override readonly name = "BadPlace";
  readonly remedy: Readonly<Record<string, null>>;

  constructor(message: string, remedy: Readonly<Record<string, null>> = {}) {
    super(message);
    this.remedy = remedy;
  }
}
