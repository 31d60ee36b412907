// Bytes of a Word document -> HTML of its words and what its properties say. Every file inside is unpacked under one budget before
// the library sees it: a directory may lie about sizes.
import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { LaydownError } from '../model/errors.ts';

/** As read from the zip's directory (formats/zip-directory.ts). */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isLocked: boolean;
  readonly start: number;
  readonly end: number;
}

const mb = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** `properties` is the XML of docProps/core.xml, null where there is none. Throws LaydownError `too-large` or `bad-input`. */
export async function docxParts(bytes: Uint8Array, entries: readonly Entry[], unpackedBytes: number) {
  let left = unpackedBytes;
  let properties: string | null = null;
  for (const entry of entries) {
    if (entry.isLocked) throw new LaydownError('bad-input', 'is locked by a password: save it without one first');
    const unpacked = unpack(bytes.subarray(entry.start, entry.end), entry.method, left);
    if (unpacked === null)
      throw new LaydownError('too-large', `unpacks to more than ${mb(unpackedBytes)}, the limit for a Word document`);
    left -= unpacked.length;
    if (entry.name === 'docProps/core.xml') properties = unpacked.toString('utf8');
    if (/\.xml$/.test(entry.name) && (unpacked.includes('<!DOCTYPE') || unpacked.includes('<!ENTITY')))
      throw new LaydownError(
        'bad-input',
        'defines XML entities: no Word document does, and they may grow without bound',
      );
  }
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
    );
    return { html: value, properties };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new LaydownError('bad-input', `is a Word document that is broken: ${(error as Error).message}`);
  }
}

/** Null where the bytes unpack to more than `most`. */
function unpack(packed: Uint8Array, method: number, most: number): Buffer | null {
  if (method === 0) return packed.length > most ? null : Buffer.from(packed);
  if (method !== 8) throw new LaydownError('bad-input', 'is packed in a way that Word does not use');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw new LaydownError('bad-input', 'is cut short or broken: fetch it again', { cause: error });
  }
}
