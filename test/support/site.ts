import { after } from 'node:test';
import { launch } from './chrome.ts';
import { serve } from './server.ts';

/* What a test file of pages needs: it has these two for itself, until its last test is over. */

export const browser = await launch();
/** The project's root as a host has it. */
export const served = await serve();

after(async () => {
  await browser.close();
  await served.close();
});
