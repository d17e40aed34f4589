import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromium } from './chromium.mjs';

/** Headless Chromium, found or brought as test/support/chromium.mjs says, with the fonts of test/support/fonts.conf. */
export async function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await chromium(),
    env: { ...process.env, FONTCONFIG_FILE: fileURLToPath(import.meta.resolve('./fonts.conf')) },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

export interface Watched {
  readonly page: Page;
  /** What the page printed, threw, or failed to load. */
  readonly messages: string[];
  /** Paths and foreign addresses that it asked for. */
  readonly requests: string[];
}

/** A fresh page, in a context of its own, that records what it says and asks for. */
export async function watch(browser: Browser, width = 1280): Promise<Watched> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height: 900 });
  const messages: string[] = [];
  const requests: string[] = [];
  page.on('console', message => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => messages.push(`error: ${String(error)}`));
  page.on('requestfailed', request => messages.push(`failed: ${request.url()}`));
  page.on('request', request => {
    const url = new URL(request.url());
    requests.push(url.hostname === 'localhost' ? url.pathname : request.url());
  });
  return { page, messages, requests };
}

/** Waits until every element of ours on the page is defined and has rendered, and the frame after. */
export async function ready(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const settle = async (root: ParentNode): Promise<void> => {
      for (const element of root.querySelectorAll('*')) {
        if (!element.localName.startsWith('rekindle-')) continue;
        await customElements.whenDefined(element.localName);
        await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
        if (element.shadowRoot) await settle(element.shadowRoot);
      }
    };
    await settle(document);
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that axe finds broken on a page, with the nodes. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(node => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`,
    );
  });
}

/** Starts to add up layout shifts; call before the page loads. */
export async function observeShifts(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const state = globalThis as unknown as { shifts: number };
    state.shifts = 0;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) state.shifts += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Sum of the layout shifts so far. */
export async function shifts(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts);
}

/** Parts of our elements that are shown and have no layout yet, as those that are far from the screen may. */
export async function withoutLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const missing = new Set<string>();
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        const isMissing = element.checkVisibility() && !element.checkVisibility({ contentVisibilityAuto: true });
        if (isMissing && element.hasAttribute('part')) missing.add(`${element.localName}[part=${element.part.value}]`);
      }
    };
    look(document);
    return [...missing];
  });
}
