// A page with its address as one record of a web archive: how a page of an archive travels to whoever parses it.

/** The text is written as UTF-8, whatever it was in. */
export function warcPage(url: string | null, mime: string, text: string): Uint8Array {
  const body = new TextEncoder().encode(text);
  const head = [
    'WARC/1.0',
    'WARC-Type: resource',
    ...(url === null ? [] : [`WARC-Target-URI: ${url}`]),
    `Content-Type: ${mime}; charset=utf-8`,
    `Content-Length: ${body.length}`,
    '',
    '',
  ].join('\r\n');
  const lead = new TextEncoder().encode(head);
  const record = new Uint8Array(lead.length + body.length);
  record.set(lead);
  record.set(body, lead.length);
  return record;
}
