// What the words of a call say of archives: which they are, whether pages are screened, where reading goes on; and how far it has come.

import { archiveKindOf } from '../app/take-in.ts';
import type { ArchiveOptions } from '../app/take-in-archive.ts';
import type { Fault } from '../model/errors.ts';
import type { ArchiveKind } from '../ports/archive.ts';
import type { FoundFile } from '../ports/intake.ts';
import { counted } from './numbers.ts';
import { byteProgressOn, type Progress, progressOn } from './progress.ts';
import type { Call } from './verb-kit.ts';

export interface ArchiveCall {
  /** What standard input holds. */
  readonly format?: ArchiveKind;
  /** Read archives from their beginning. */
  readonly again?: boolean;
  /** Pass over what tells nothing of forces. */
  readonly screen?: boolean;
}

export interface ArchiveReading {
  readonly progress: Progress;
  /** For each file that is done. */
  readonly file: () => void;
  readonly options: ArchiveOptions;
  /** Records passed over that tell nothing of forces. */
  passedOver(): number;
}

/** One bar for all: over bytes where an archive is among the files, else over files. */
export function archiveReading(
  call: Call,
  files: readonly (FoundFile | Fault)[],
  { format, screen }: ArchiveCall,
  bookmark: ArchiveOptions['bookmark'],
): ArchiveReading {
  const { stderr } = call.wiring;
  const now = () => performance.now();
  const found = files.filter((file): file is FoundFile => 'bytes' in file);
  const hasArchive = found.some((file) => archiveKindOf(file, format) !== null);
  const total = found.some(({ size }) => size === null) ? null : found.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const progress = hasArchive ? byteProgressOn(stderr, total, now) : progressOn(stderr, files.length, now);
  let done = 0;
  let passed = 0;
  /** Bytes of the archives before the one that is read. */
  let before = 0;
  let size = 0;
  return {
    progress,
    file: () => {
      before += size;
      size = 0;
      if (!hasArchive) progress.update(++done);
    },
    passedOver: () => passed,
    options: {
      ...(format === undefined ? {} : { kind: format }),
      ...(screen === undefined ? {} : { isScreened: screen }),
      ...(bookmark === undefined ? {} : { bookmark }),
      progress: ({ place, size: whole }) => {
        size = whole ?? place.packed;
        progress.update(before + place.packed, counted(place.records, 'record'));
      },
      passedOver: () => {
        passed++;
      },
      goesOn: (source, records) => {
        progress.clear();
        const { warn, warnPaint } = call.terminal;
        warn(
          `${warnPaint.yellow('laydown:')} ${source}: goes on after record ${records}, up to which it was read before (--again begins anew)`,
        );
      },
    },
  };
}
