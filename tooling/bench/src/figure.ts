/** A ratio with the bar that it is held to, or a figure with its goal, as DESIGN §4 has it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar: string;
  readonly met: boolean;
  /** What it was measured against in the same run, with that one's own figure. */
  readonly against: string;
}

type Measured = Pick<Figure, "name" | "value" | "unit" | "against">;

export function atLeast(bar: number, measured: Measured): Figure {
  return { ...rounded(measured), bar: `>= ${bar}`, met: measured.value >= bar };
}

export function atMost(bar: number, measured: Measured): Figure {
  return { ...rounded(measured), bar: `<= ${bar}`, met: measured.value <= bar };
}

/** An absolute figure, which depends on the machine: a goal, quoted with the ratio beside it. */
export function goalAtMost(goal: number, measured: Measured): Figure {
  return { ...atMost(goal, measured), bar: `goal <= ${goal}` };
}

export function goalAtLeast(goal: number, measured: Measured): Figure {
  return { ...atLeast(goal, measured), bar: `goal >= ${goal}` };
}

function rounded(measured: Measured): Measured {
  return { ...measured, value: Number(measured.value.toPrecision(3)) };
}
