// A thread that reads claims: the built-in reader, for a pool that uses all cores of a machine.
import type { ExtractedClaim } from './model/claim.ts';
import type { Report } from './model/report.ts';
import { reader } from './wire-reader.ts';

const own = reader();

export default (reports: readonly Report[]): readonly (readonly ExtractedClaim[])[] => own.together.read(reports);
