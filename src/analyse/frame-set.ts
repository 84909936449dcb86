import type { Frame } from '../rule.ts';

const FRAMES: readonly Frame[] = [
  'negated', 'asked', 'myth', 'warning', 'example', 'condition', 'instruction', 'advice', 'research', 'definition', 'eligibility', 'reported', 'hearsay', 'legal', 'reference',
  'proper-name', 'risk', 'goal', 'nav', 'education', 'clinical', 'off-topic',
];
const BITS = Object.fromEntries(FRAMES.map((frame, place) => [frame, 1 << place])) as Readonly<Record<Frame, number>>;

/** Frames that are told one by one, when somebody asks for them: each costs expressions over the sentence, and most are never asked for. */
export class FrameSet implements ReadonlySet<Frame> {
  readonly #holds: (frame: Frame) => boolean;
  /** Frames asked for so far, and those of them that hold, as bits. */
  #asked = 0;
  #held = 0;

  constructor(holds: (frame: Frame) => boolean) {
    this.#holds = holds;
  }

  has(frame: Frame): boolean {
    const bit = BITS[frame];
    if ((this.#asked & bit) === 0) {
      this.#asked |= bit;
      if (this.#holds(frame)) this.#held |= bit;
    }
    return (this.#held & bit) !== 0;
  }

  get size(): number {
    return this.#all.size;
  }
  get #all(): Set<Frame> {
    return new Set(FRAMES.filter((frame) => this.has(frame)));
  }
  forEach(visit: (frame: Frame, same: Frame, set: ReadonlySet<Frame>) => void): void {
    for (const frame of this) visit(frame, frame, this);
  }
  [Symbol.iterator](): SetIterator<Frame> {
    return this.#all.values();
  }
  keys(): SetIterator<Frame> {
    return this.#all.keys();
  }
  values(): SetIterator<Frame> {
    return this.#all.values();
  }
  entries(): SetIterator<[Frame, Frame]> {
    return this.#all.entries();
  }
}
