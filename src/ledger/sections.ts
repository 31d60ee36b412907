// Columns as bytes, one after the other, each where it can be read in place.

const ALIGNED = 8;

export class SectionWriter {
  readonly parts: Uint8Array[] = [];

  /** One section of all these, as if they were one. The bytes are not copied: they are to stay as they are until they are written. */
  add(...columns: readonly ArrayBufferView[]): void {
    const size = columns.reduce((sum, column) => sum + column.byteLength, 0);
    this.parts.push(new Uint8Array(Float64Array.of(size).buffer));
    for (const { buffer, byteOffset, byteLength } of columns)
      this.parts.push(new Uint8Array(buffer, byteOffset, byteLength));
    this.parts.push(new Uint8Array((ALIGNED - (size % ALIGNED)) % ALIGNED));
  }

  json(value: unknown): void {
    this.add(new TextEncoder().encode(JSON.stringify(value)));
  }
}

/** Reads what was written, in the same order. Throws where there is less than that. */
export class SectionReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): Uint8Array {
    const { buffer, byteOffset } = this.#bytes;
    const [size] = new Float64Array(buffer, byteOffset + this.#at, 1) as unknown as [number];
    const start = this.#at + ALIGNED;
    if (!(size >= 0 && start + size <= this.#bytes.length)) throw new Error('the columns are cut off');
    this.#at = start + Math.ceil(size / ALIGNED) * ALIGNED;
    return this.#bytes.subarray(start, start + size);
  }

  json(): unknown {
    return JSON.parse(new TextDecoder().decode(this.next()));
  }
}
