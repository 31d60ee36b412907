// Several threads that read claims, handed a report each: extraction is the dear part of adding reports, and it knows no order.
import { Tinypool } from 'tinypool';
import type { ExtractedClaim } from '../model/claim.ts';
import type { Report } from '../model/report.ts';

export interface ReaderPool {
  read(report: Report): Promise<readonly ExtractedClaim[]>;
  close(): Promise<void>;
}

/** `entry` is the thread's file (reader-worker). Threads are started when there is work for them. */
export function readerPool(entry: URL, threads: number): ReaderPool {
  const pool = new Tinypool({ filename: entry.href, minThreads: 1, maxThreads: threads, idleTimeout: 10_000 });
  return {
    read: (report) => pool.run(report) as Promise<readonly ExtractedClaim[]>,
    close: () => pool.destroy(),
  };
}
