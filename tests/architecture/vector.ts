import type { BeforeAfter } from '../../analysis/weighted-displacement.ts';

/** A value of the file; what is read of it is noted. */
export type Json = number | string | null | readonly Json[] | { readonly [name: string]: Json };

export class Vector {
  private readonly value: Json;
  private readonly path: string;
  private readonly seen: Set<string>;

  constructor(value: Json, path = '', seen = new Set<string>()) {
    this.value = value;
    this.path = path;
    this.seen = seen;
  }

  at(...names: (string | number)[]): Vector {
    let value = this.value;
    for (const name of names) value = (value as Readonly<Record<string, Json>>)[name] ?? null;
    return new Vector(value, [this.path, ...names].join('/'), this.seen);
  }

  has(name: string): boolean {
    return typeof this.value === 'object' && this.value !== null && name in this.value;
  }

  keys(): string[] {
    return Object.keys(this.value as object);
  }

  list(): Vector[] {
    return this.keys().map((name) => this.at(name));
  }

  text(): string {
    this.seen.add(this.path);
    return String(this.value);
  }

  number(): number {
    this.seen.add(this.path);
    return this.value === 'inf' ? Infinity : Number(this.value);
  }

  numbers(): number[] {
    return this.list().map((one) => one.number());
  }

  table(): number[][] {
    return this.list().map((one) => one.numbers());
  }

  pair(): BeforeAfter {
    const [before, after] = this.numbers();
    return [before, after];
  }

  /** Paths of the values that nobody read. */
  unread(): string[] {
    if (typeof this.value !== 'object' || this.value === null)
      return this.seen.has(this.path) ? [] : [this.path];
    return this.list().flatMap((one) => one.unread());
  }
}
