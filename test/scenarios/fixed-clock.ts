// Loaded into the action before it starts: its clock then begins at one instant, so that what it writes is the same every time.
const START = Date.parse('2027-10-15T08:00:00Z');
const RealDate = Date;
const shift = START - RealDate.now();

class ShiftedDate extends RealDate {
  constructor(...values: readonly [] | ConstructorParameters<typeof Date>) {
    if (values.length === 0) super(RealDate.now() + shift);
    else super(...values);
  }

  static override now(): number {
    return RealDate.now() + shift;
  }
}

globalThis.Date = ShiftedDate as DateConstructor;
