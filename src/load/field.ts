import { didYouMean } from '../closest.ts';
import type { PromolintError } from '../errors.ts';
import type { Path, Yaml } from '../yaml.ts';

/** One value of a YAML file, with the checks that its reader asks of it; each failed check names the place. */
export class Field {
  readonly #yaml: Yaml;
  readonly #path: Path;

  constructor(
    yaml: Yaml,
    readonly value: unknown = yaml.value,
    path: Path = [],
  ) {
    this.#yaml = yaml;
    this.#path = path;
  }

  wrong(message: string, hint?: string, part: 'key' | 'value' = 'value'): PromolintError {
    return this.#yaml.fail(this.#path, message, hint, part);
  }

  get #name(): string {
    return typeof this.#path.at(-1) === 'number'
      ? `An item of "${this.#path.at(-2)}"`
      : `"${this.#path.at(-1) ?? this.#yaml.file}"`;
  }

  /** The keys of a map and their fields. Unknown keys are refused where `known` is given; `required` ones must be there. */
  map(known?: readonly string[], required: readonly string[] = []): Map<string, Field> {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw this.wrong(
        this.#path.length > 0 ? `${this.#name} must be a map of keys and values.` : 'The file must be a map of keys and values.',
      );
    }
    const fields = new Map(
      Object.entries(value).map(([key, child]) => [key, new Field(this.#yaml, child, [...this.#path, key])]),
    );
    for (const [key, field] of fields) {
      if (known && !known.includes(key)) throw field.wrong(`Unknown key "${key}".`, didYouMean(key, known), 'key');
    }
    const missing = required.find((key) => (fields.get(key)?.value ?? null) === null);
    if (missing !== undefined) throw this.wrong(`The key "${missing}" is missing or empty.`);
    return fields;
  }

  list(): Field[] {
    if (!Array.isArray(this.value) || this.value.length === 0)
      throw this.wrong(`${this.#name} must be a list with at least one item.`);
    return this.value.map((item: unknown, index) => new Field(this.#yaml, item, [...this.#path, index]));
  }

  text(): string {
    const { value } = this;
    // As `promolint new` writes it.
    if (value === '…') throw this.wrong(`${this.#name} is still blank.`);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    throw this.wrong(`${this.#name} must be text.`, typeof value === 'number' ? 'Put it in quotation marks.' : undefined);
  }

  texts(): string[] {
    return this.list().map((item) => item.text());
  }

  flag(): boolean {
    if (typeof this.value === 'boolean') return this.value;
    throw this.wrong(`${this.#name} must be true or false.`);
  }

  number(least: number, most: number): number {
    if (typeof this.value === 'number' && this.value >= least && this.value <= most) return this.value;
    throw this.wrong(`${this.#name} must be a number from ${least} to ${most}.`);
  }

  oneOf<const Choice extends string>(what: string, choices: readonly Choice[]): Choice {
    const choice = choices.find((candidate) => candidate === this.value);
    if (choice !== undefined) return choice;
    const given = String(this.value);
    throw this.wrong(`Unknown ${what} "${given}".`, didYouMean(given, choices));
  }

  someOf<const Choice extends string>(what: string, choices: readonly Choice[]): Choice[] {
    return this.list().map((item) => item.oneOf(what, choices));
  }
}
