import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type OpenCase, openEmptyCase, openLargeCase, openSmallCase } from '../src/report/fixture/case-fixture.ts';
import { hostileName, openQuietCase, openStoryCase } from '../src/report/fixture/story-fixture.ts';
import { writeReport } from '../src/report/write-report.ts';
import { sql } from '../src/store/sql.ts';

const places = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = places.find((path) => path !== undefined && existsSync(path));
if (executablePath === undefined) {
  console.warn('The page is not tested in a browser: no Chromium or Chrome found; set CHROME_PATH to one.');
}

const hostile = `<img src=x onerror="document.title='owned'"></script><script>document.title='owned'</script>`;

describe.skipIf(executablePath === undefined)('the report in a browser', () => {
  let browser: Browser;
  let trouble: string[] = [];
  const pages: Record<string, string> = {};

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    pages['empty'] = await write(await openEmptyCase());
    const small = await openSmallCase();
    await small.store.run(sql`update finding set principals = [${hostile}] where detection = 'detection-04'`);
    await small.store.run(
      sql`update sign_in set raw = json_object('agent', ${hostile}, 'big', 1)::varchar where record = 845`,
    );
    pages['small'] = await write(small);
    pages['large'] = await write(await openLargeCase(5000));
    pages['story'] = await write(await openStoryCase());
    pages['quiet'] = await write(await openQuietCase());
  });
  afterEach(() => {
    trouble = [];
  });
  afterAll(async () => {
    await browser.close();
    for (const { close } of cases) await close();
  });

  /** Opens the page and notes everything that it complains about or asks for beside itself. */
  async function open(name: string, width = 1200): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== pages[name]) trouble.push(request.url());
    });
    await page.goto(pages[name] ?? '');
    return page;
  }

  test('asks for nothing but itself and complains about nothing', async () => {
    for (const name of Object.keys(pages)) await (await open(name)).close();
    expect(trouble).toEqual([]);
  });

  test('filters by severity, account, technique and text, and goes back', async () => {
    const page = await open('small');
    expect(await findings(page).count()).toBe(12);
    await page.getByRole('checkbox', { name: 'Low' }).uncheck();
    await page.getByRole('checkbox', { name: 'Medium' }).uncheck();
    await page.getByText('6 findings out of 12.').waitFor();
    expect(await findings(page).locator('.badge').allTextContents()).toEqual([
      'Critical',
      'Critical',
      'Critical',
      'High',
      'High',
      'High',
    ]);
    await page.getByRole('combobox', { name: 'Technique' }).selectOption('T1078.004');
    await page.getByText('3 findings out of 12.').waitFor();
    await page.getByRole('searchbox', { name: 'Text' }).fill('nothing like this');
    await page.getByText('No finding fits these filters.').waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByText('12 findings. Times in UTC.').waitFor();
    await page.getByRole('combobox', { name: 'Account or application' }).fill('onerror');
    await page.getByText('1 finding out of 12.').waitFor();
    await page.close();
  });

  test('opens a finding and its record with the keyboard, and shows hostile text as text', async () => {
    const page = await open('small');
    const finding = findings(page).filter({ hasText: 'Administrator consented' });
    await finding.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await finding.locator('.next').textContent()).toMatch(/^Next Reset the password/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const raw = finding.locator('pre').first();
    expect(await raw.textContent()).toContain('\n  "big": 1\n}');
    expect(await raw.textContent()).toContain('<img src=x');
    expect(await finding.locator('.who').textContent()).toBe(hostile);
    expect(await page.title()).toBe('Microsoft 365 investigation');
    expect(await page.locator('img').count()).toBe(0);
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('a mark of the picture opens its records with the keyboard, and gives the focus back', async () => {
    const page = await open('story');
    const mark = page.getByRole('link', { name: /^Step 10, Mail read: \d+ records, executive3@/ });
    await mark.focus();
    await page.keyboard.press('Enter');
    const panel = page.locator('#story-1-records');
    await panel.locator('pre').waitFor();
    expect(await panel.locator('h4').textContent()).toBe(await mark.getAttribute('aria-label'));
    expect(await panel.locator('pre').textContent()).toContain('"Operation": "MailItemsAccessed"');
    expect(await panel.locator('.note').last().textContent()).toMatch(/more: see story.json/);
    const bounds = await panel.boundingBox();
    expect((bounds?.y ?? 0) + (bounds?.height ?? 0)).toBeLessThanOrEqual(900);
    await page.keyboard.press('Escape');
    expect(await panel.isVisible()).toBe(false);
    expect(await page.evaluate(`document.activeElement.getAttribute('aria-label')`)).toMatch(/executive3@/);
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('every mark of the picture has a name and room for a finger, and covers no other', async () => {
    for (const [width, drawing] of [
      [1200, '.wide'],
      [400, '.narrow'],
    ] as const) {
      const page = await open('story', width);
      const marks = page.locator(`.lanes ${drawing} a`);
      const names = await marks.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''));
      for (const name of names) expect(name).toMatch(/^Step \d+, .+: .+ \d{4}-\d\d-\d\d/);
      const boxes = await marks.locator('circle').evaluateAll((circles) =>
        circles.map((circle) => {
          const { x, y, width, height } = circle.getBoundingClientRect();
          return { x, y, width, height };
        }),
      );
      expect(boxes.length).toBeGreaterThan(30);
      const covers = boxes.flatMap((a, index) =>
        boxes
          .slice(index + 1)
          .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
      );
      expect(covers).toEqual([]);
      await page.close();
    }
  });

  test('a step of the table opens its records, and hostile names stay text', async () => {
    const page = await open('story');
    await page.locator('#story-2-step-2 summary').first().press('Enter');
    await page.locator('#story-2-step-2 .record summary').press('Enter');
    await page.locator('#story-2-step-2 pre').waitFor();
    expect(await page.locator('#story-2-step-2').textContent()).toContain(hostileName.replace('\u202E', '⟨U+202E⟩'));
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe('Microsoft 365 investigation');
    await page.close();
  });

  test('a link in the summary opens its finding', async () => {
    const page = await open('large');
    await page.locator('.summary a').nth(1).click();
    const target = new URL(page.url()).hash;
    expect(await page.locator(`${target} > details`).getAttribute('open')).toBe('');
    expect(await page.evaluate(`document.activeElement.closest('li').id`)).toBe(target.slice(1));
    await page.close();
  });

  test('stays quick with thousands of findings and renders a hundred at a time', async () => {
    const page = await open('large');
    expect(await findings(page).count()).toBe(100);
    await page.getByRole('button', { name: 'Show 100 more' }).press('Enter');
    expect(await findings(page).count()).toBe(200);
    const before = Date.now();
    await page.getByRole('searchbox', { name: 'Text' }).fill('user7@fabrikam.example');
    await page.getByText(/findings? out of/).waitFor();
    expect(Date.now() - before).toBeLessThan(3000);
    expect(await findings(page).count()).toBeLessThanOrEqual(100);
    await page.close();
  });

  test('fits a phone', async () => {
    for (const name of Object.keys(pages)) {
      const page = await open(name, 400);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(400);
      await page.close();
    }
  });

  test('opens every listed finding on paper and closes it again', async () => {
    const page = await open('small');
    const opened = () => page.locator('#finding-list > li > details[open]').count();
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    expect(await opened()).toBe(12);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#finding-filters').isVisible()).toBe(false);
    await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
    expect(await opened()).toBe(0);
    await page.close();
  });

  test('can be read without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pages['small'] ?? '');
    expect(await findings(page).count()).toBe(12);
    expect(await page.locator('#finding-filters').isVisible()).toBe(false);
    await findings(page).first().locator('summary').click();
    expect(await findings(page).first().locator('.next').isVisible()).toBe(true);
    await page.goto(pages['story'] ?? '');
    await page.getByRole('link', { name: /^Step 2, Account taken over/ }).press('Enter');
    expect(new URL(page.url()).hash).toBe('#story-1-step-2');
    await page.locator('#story-1-step-2 summary').click();
    expect(await page.locator('#story-1-step-2 .evidence').textContent()).toContain('of export/SignInLogs');
    await context.close();
  });
});

function findings(page: Page): Locator {
  return page.locator('#finding-list > li');
}

const cases: OpenCase[] = [];

async function write(opened: OpenCase): Promise<string> {
  const { store, directory } = opened;
  cases.push(opened);
  await writeReport(store, directory, { generatedBy: 'snowfence test' });
  return pathToFileURL(join(directory, 'report.html')).href;
}
