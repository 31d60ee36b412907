// The formats that a ledger is written in; docs/exports.md says what each holds and has no place for.
export const EXPORT_FORMATS = [
  'jsonl',
  'csv',
  'parquet',
  'geojson',
  'ftm',
  'ftm-statements',
  'plover',
  'orbat',
  'annotations',
  'atom',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
