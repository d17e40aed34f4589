// Chromium, Firefox (WebDriver BiDi through puppeteer-core) and WebKitGTK (WebKitWebDriver + MiniBrowser under Xvfb).
// Debian/Ubuntu: apt-get install -y --no-install-recommends chromium firefox-esr xvfb webkit2gtk-driver libwebkit2gtk-4.1-0
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { chromeLauncher } from '@web/test-runner-chrome';
import base, { chrome } from './web-test-runner.config.mjs';
import { webkitLauncher } from './support/webkit-launcher.mjs';

const firefox = process.env.FIREFOX_PATH ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(p => existsSync(p));
if (!firefox) throw new Error('No Firefox found: install it (Debian: firefox-esr) or set FIREFOX_PATH.');

export default {
  ...base,
  browsers: [
    await chrome(),
    chromeLauncher({ puppeteer, concurrency: 1, launchOptions: { browser: 'firefox', executablePath: firefox } }),
    webkitLauncher(),
  ],
};
