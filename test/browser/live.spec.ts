import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, openPortal, phone, type Portal, type Visit } from './support/portal.js';

interface Rows {
  items: { id: string; title: string; state: string }[];
}

/** What others do is seen on open screens, without a reload and without asking again and again. */
describe('an open screen', () => {
  let portal: Portal;
  let requester: Visit;
  let approver: Visit;
  let draft: { id: string; title: string };

  beforeAll(async () => {
    portal = await openPortal();
    requester = await portal.visit(desktop, 'sanne@hearth-and-hall.example');
    approver = await portal.visit({ ...phone, height: 900 }, 'joost@hearth-and-hall.example');
    const { page } = requester;
    await page.goto('/buyer/requests/new');
    await page.getByRole('textbox', { name: 'Title' }).fill('Seen by two at once');
    await page.getByRole('button', { name: 'Begin with the lines' }).click();
    await page.waitForURL(/requests\/[0-9a-f-]{36}/);
    draft = { id: /requests\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '', title: 'Seen by two at once' };
  }, 120_000);
  afterAll(() => portal.close(), 30_000);

  it('shows what somebody else renamed', async () => {
    const watching = approver.page;
    await watching.goto(`/buyer/requests/${draft.id}`);
    await watching.getByRole('heading', { level: 1, name: draft.title }).waitFor();
    await rename(requester, draft.id, 'Renamed while you look');
    await watching.getByRole('heading', { level: 1, name: 'Renamed while you look' }).waitFor();
  });

  it('catches up on what happened while its line was gone', async () => {
    const watching = approver.page;
    await approver.context.setOffline(true);
    await rename(requester, draft.id, 'Renamed behind your back');
    expect(await watching.getByRole('heading', { level: 1 }).textContent()).toContain(
      'Renamed while you look',
    );
    await approver.context.setOffline(false);
    await watching
      .getByRole('heading', { level: 1, name: 'Renamed behind your back' })
      .waitFor({ timeout: 30_000 });
  });

  it('asks for nothing while nothing happens', async () => {
    const watching = approver.page;
    const asked: string[] = [];
    watching.on('request', (request) => {
      if (new URL(request.url()).pathname.startsWith('/v1/')) {
        asked.push(request.url());
      }
    });
    await watching.waitForTimeout(6_000);
    expect(asked.filter((url) => !url.endsWith('/events'))).toEqual([]);
  });

  it('tells nobody of another organisation', async () => {
    const stranger = await portal.visit(desktop, 'danielle@prairie-and-pine.example');
    const heard: string[] = [];
    await stranger.page.exposeFunction('heard', (text: string) => heard.push(text));
    await stranger.page.evaluate(async () => {
      const source = new EventSource('/v1/account/events');
      await new Promise((resolve) => source.addEventListener('open', resolve, { once: true }));
      const tell = (event: MessageEvent<string>): unknown =>
        (window as unknown as { heard: (text: string) => unknown }).heard(event.data);
      source.addEventListener('message', tell);
      source.addEventListener('change', tell);
    });
    await rename(requester, draft.id, 'Nobody else’s business');
    await approver.page.getByRole('heading', { level: 1, name: 'Nobody else’s business' }).waitFor();
    expect(heard.filter((text) => text.includes(draft.id))).toEqual([]);
    const rows = await stranger.page.request.get('/v1/buyer/requests?search=business');
    expect(((await rows.json()) as Rows).items).toEqual([]);
    await stranger.close();
  });
});

async function rename({ page }: Visit, requestId: string, title: string): Promise<void> {
  await page.goto(`/buyer/requests/${requestId}/terms`);
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByText('All changes saved').waitFor();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}
