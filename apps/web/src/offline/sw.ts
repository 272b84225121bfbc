/**
 * Keeps the cooperative's screens on the phone. It holds the files of one build, and of the one before for screens that are still
 * open; and what its person has read, until they sign out. It never holds a change: those wait in IndexedDB, where they can be seen.
 */
const worker = self as unknown as ServiceWorkerGlobalScope & {
  /** Written by the build: what the cooperative's screens are made of. */
  weftwayShell: { version: string; files: string[] };
};

const { version, files } = worker.weftwayShell;
const shellName = `weftway-shell-${version}`;
const dataName = 'weftway-data';
const page = '/index.html';
/** After so long on a poor line, what is here is better than nothing. */
const patience = { page: 2_000, data: 8_000 };
const mostAnswers = 300;

/** The screens that are shown without a line. Public pages are made on the server. */
const screens = /^\/(cooperative|account|start|sign-in)(\/|$)/;
const readable =
  /^\/v1\/(account\/session|public\/(crafts|schemes)|cooperative\/(work|requests|quotes|orders|certificates|products|profile|assurance-bodies)(\/.*)?)$/;
/** Pictures and papers are large, and are asked for when they are wanted. */
const heavy = /\/(documents|evidence|photos)\//;
const whoIsHere = '/v1/account/session';

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const shell = await caches.open(shellName);
      // Assets are named by their content: the browser's own cache has most of them already.
      await shell.addAll(files);
      await shell.put(page, await fetch(new Request('/cooperative', { cache: 'reload' })));
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const shells = (await caches.keys()).filter((name) => name.startsWith('weftway-shell-'));
      const former = shells.filter((name) => name !== shellName).at(-1);
      await Promise.all(
        shells.filter((name) => name !== shellName && name !== former).map((name) => caches.delete(name)),
      );
      await worker.clients.claim();
    })(),
  );
});

/**
 * The page tells what it was made of before this began to listen: letters, the words of its language, and what it read. Otherwise
 * the first visit of all, which may be the one where the line is lost, could not be shown again.
 */
worker.addEventListener('message', (event) => {
  const { keep } = (event.data ?? {}) as { keep?: string[] };
  if (keep) {
    event.waitUntil(Promise.all([...new Set(keep)].map((address) => keepAddress(address))));
  }
});

async function keepAddress(address: string): Promise<void> {
  const url = new URL(address, worker.location.origin);
  if (await caches.match(address, { ignoreVary: true })) {
    return;
  }
  // What cannot be had now is had when it is next asked for.
  if (url.pathname.startsWith('/assets/')) {
    await (await caches.open(shellName)).add(address).catch(() => undefined);
  } else if (isKept(url)) {
    const request = new Request(url, { headers: { accept: 'application/json' } });
    await fetch(request).then(
      (answer) => remember(request, url, answer),
      () => undefined,
    );
  }
}

const isKept = ({ pathname }: URL): boolean => readable.test(pathname) && !heavy.test(pathname);

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin) {
    return;
  }
  if (request.method !== 'GET') {
    // Whoever comes, goes or acts for another organisation finds nothing of the one before.
    if (url.pathname === '/v1/public/sessions' || url.pathname.startsWith(whoIsHere)) {
      event.waitUntil(caches.delete(dataName));
    }
    return;
  }
  if (request.mode === 'navigate') {
    if (screens.test(url.pathname)) {
      event.respondWith(navigated(request));
    }
  } else if (url.pathname.startsWith('/assets/') || files.includes(url.pathname)) {
    event.respondWith(asset(request));
  } else if (isKept(url)) {
    event.respondWith(read(request, url, (work) => event.waitUntil(work)));
  }
});

async function navigated(request: Request): Promise<Response> {
  const kept = await caches.match(page, { cacheName: shellName, ignoreVary: true });
  return (await withPatience(fetch(request), kept ? patience.page : null)) ?? kept ?? Response.error();
}

async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) {
    return kept;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    await (await caches.open(shellName)).put(request, answer.clone());
  }
  return answer;
}

async function read(
  request: Request,
  url: URL,
  meanwhile: (work: Promise<unknown>) => void,
): Promise<Response> {
  const kept = await caches.match(request, { cacheName: dataName, ignoreVary: true });
  const asked = fetch(request).then((answer) => {
    meanwhile(remember(request, url, answer.clone()));
    return answer;
  });
  const answer = await withPatience(asked, kept ? patience.data : null);
  if (answer && answer.status < 500) {
    return answer;
  }
  return kept ?? answer ?? Response.error();
}

async function remember(request: Request, url: URL, answer: Response): Promise<void> {
  if (url.pathname === whoIsHere) {
    await rememberWho(request, answer);
    return;
  }
  const data = await caches.open(dataName);
  if (answer.status === 404 || answer.status === 403) {
    await data.delete(request);
  }
  if (answer.status === 200) {
    await data.put(request, answer);
    const all = await data.keys();
    const oldest = all
      .filter((one) => !one.url.endsWith(whoIsHere))
      .slice(0, Math.max(0, all.length - mostAnswers));
    await Promise.all(oldest.map((one) => data.delete(one)));
  }
}

interface Session {
  person?: { id: string };
  organisation?: { id: string } | null;
  csrfToken?: string;
}

/** Who is signed in, without the token for changes; whoever is someone else begins with nothing. */
async function rememberWho(request: Request, answer: Response): Promise<void> {
  if (answer.status === 401) {
    await caches.delete(dataName);
    return;
  }
  if (answer.status !== 200) {
    return;
  }
  const session = (await answer.json()) as Session;
  const former = await caches.match(request, { cacheName: dataName, ignoreVary: true });
  if (former && nameOf((await former.json()) as Session) !== nameOf(session)) {
    await caches.delete(dataName);
  }
  const data = await caches.open(dataName);
  await data.put(
    request,
    new Response(JSON.stringify({ ...session, csrfToken: '' }), {
      headers: { 'content-type': 'application/json' },
    }),
  );
}

const nameOf = (session: Session): string => `${session.person?.id} ${session.organisation?.id}`;

/** Null when it failed or, with something to fall back on, took too long. */
async function withPatience(asked: Promise<Response>, ms: number | null): Promise<Response | null> {
  const answered = asked.catch(() => null);
  return ms === null
    ? answered
    : Promise.race([answered, new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))]);
}
