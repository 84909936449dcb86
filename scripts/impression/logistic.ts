/** One sample: the columns that are not nought, and what they hold. */
export interface Row {
  readonly target: 0 | 1;
  readonly weight: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

const ROUNDS = 1500;

/**
 * Logistic regression with an L1 penalty on how far each weight is from where it starts, which leaves most of them there, by
 * accelerated proximal gradient descent (Beck and Teboulle, FISTA, 2009). The base is not penalised.
 * @param start - a weight for each column, and the base after them
 */
export function logistic(rows: readonly Row[], start: Float64Array, penalty: number): { base: number; weights: Float64Array } {
  const columns = start.length - 1;
  const base = columns;
  let now = start.slice();
  let ahead = now.slice();
  let momentum = 1;
  const step = 1 / largestCurvature(rows, columns);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(columns + 1);
    for (const { target, weight, columns: at, values } of rows) {
      let score = ahead[base]!;
      for (let i = 0; i < at.length; i++) score += ahead[at[i]!]! * values[i]!;
      const error = weight * (1 / (1 + Math.exp(-score)) - target);
      for (let i = 0; i < at.length; i++) gradient[at[i]!]! += error * values[i]!;
      gradient[base]! += error;
    }
    const next = ahead.map((value, i) => {
      const moved = value - step * gradient[i]! - start[i]!;
      return start[i]! + (i === base ? moved : Math.sign(moved) * Math.max(0, Math.abs(moved) - step * penalty));
    });
    const faster = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    ahead = next.map((value, i) => value + ((momentum - 1) / faster) * (value - now[i]!));
    now = next;
    momentum = faster;
  }
  return { base: now[base]!, weights: now.slice(0, columns) };
}

/** A bound of the curvature, by a few rounds of the power method on the weighted squares. */
function largestCurvature(rows: readonly Row[], columns: number): number {
  let direction = new Float64Array(columns + 1).fill(1 / Math.sqrt(columns + 1));
  let length = 1;
  for (let round = 0; round < 30; round++) {
    const image = new Float64Array(columns + 1);
    for (const { weight, columns: at, values } of rows) {
      let along = direction[columns]!;
      for (let i = 0; i < at.length; i++) along += direction[at[i]!]! * values[i]!;
      for (let i = 0; i < at.length; i++) image[at[i]!]! += weight * along * values[i]!;
      image[columns]! += weight * along;
    }
    length = Math.hypot(...image);
    direction = image.map((value) => value / length);
  }
  return (length / 4) * 1.05;
}
