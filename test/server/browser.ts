// For tests: what a browser does: keeps cookies, says where a form comes from, and fills in the form's token.
import type { TestServer } from './serving.ts';

export interface Browser {
  /** Name -> value, as the server set them. */
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The token of a form loaded now. */
  formToken(): Promise<string>;
  /** Sends a form as a page of this site would; `csrf` is filled in where the fields have none. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  logIn(name: string, password: string): Promise<Response>;
}

export function browse(server: TestServer): Browser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie === '' ? {} : { Cookie: cookie }), ...(init.headers as Record<string, string>) };
    const response = await server.get(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '') cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return response;
  };
  const browser: Browser = {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    async formToken() {
      const page = await send('/conflicts', { headers: { Accept: 'application/json' } });
      return ((await page.json()) as { shell: { csrf: string } }).shell.csrf;
    },
    async post(path, fields, headers = {}) {
      const csrf = fields['csrf'] ?? (await browser.formToken());
      return send(path, {
        method: 'POST',
        body: new URLSearchParams({ csrf, ...fields }),
        headers: { Origin: server.url, 'Sec-Fetch-Site': 'same-origin', ...headers },
      });
    },
    logIn: (name, password) => browser.post('/login', { name, password, back: '/conflicts' }),
  };
  return browser;
}

/** Where a redirect leads. */
export const leadsTo = (response: Response): string => `${response.status} ${response.headers.get('Location')}`;
