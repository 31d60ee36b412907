// Many texts as one parameter: bytes go to an engine as they are, where of a long text it would count the characters first.

/** A letter takes three bytes at most. */
const BYTES = 3;
/** More than that is not kept between two calls. */
const MOST_KEPT = 4 << 20;

let room = Buffer.alloc(0);

/** The texts in UTF-8, the separator between them. Joined as texts, one with a letter beyond Latin-1 would make all of them twice as long. */
export function inBytes(texts: readonly string[], separator: string): Buffer {
  const most = BYTES * texts.reduce((sum, text) => sum + text.length + separator.length, 0);
  if (room.length < most) room = Buffer.allocUnsafe(most);
  const bytes = room;
  if (bytes.length > MOST_KEPT) room = Buffer.alloc(0);
  let length = 0;
  for (const [i, text] of texts.entries()) {
    if (i > 0) length += bytes.write(separator, length);
    length += bytes.write(text, length);
  }
  return Buffer.from(bytes.subarray(0, length));
}
