// Several threads that read claims, handed some reports each: extraction is the dear part of adding reports, and it knows no order.
import type { ExtractedClaim } from '../model/claim.ts';
import type { Report } from '../model/report.ts';

export interface ReaderPool {
  /** Reads the reports together, all in one thread. */
  read(reports: readonly Report[]): Promise<readonly (readonly ExtractedClaim[])[]>;
  close(): Promise<void>;
}

/** `entry` is the thread's file (reader-worker). Threads are started when there is work for them. */
export async function readerPool(entry: URL, threads: number): Promise<ReaderPool> {
  // An ES module alone: the program is bundled as CommonJS, where an import of one has to be waited for.
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({ filename: entry.href, minThreads: 1, maxThreads: threads, idleTimeout: 10_000 });
  return {
    read: (reports) => pool.run(reports) as Promise<readonly (readonly ExtractedClaim[])[]>,
    close: () => pool.destroy(),
  };
}
