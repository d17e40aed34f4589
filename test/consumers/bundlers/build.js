/* node build.js BUNDLER: production builds of src/*.js, each into a folder of its name, with what is usual for the tool. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';

const [bundler] = process.argv.slice(2);

const builds = {
  async esbuild({ input, outdir }) {
    const { build } = await import('esbuild');
    const options = { bundle: true, minify: true, splitting: true, format: 'esm', target: 'es2022' };
    await build({ ...options, entryPoints: [input], outdir });
  },
  async rollup({ input, outdir }) {
    const { rollup } = await import('rollup');
    const { nodeResolve } = await import('@rollup/plugin-node-resolve');
    const bundle = await rollup({ input, plugins: [nodeResolve()] });
    await bundle.write({ dir: outdir, format: 'es' });
  },
  async vite({ entry, input, outdir }) {
    const { build } = await import('vite');
    const rolldownOptions = { input, output: { entryFileNames: `${entry}.js` } };
    const target = 'es2022';
    await build({
      configFile: false,
      logLevel: 'warn',
      base: './',
      build: { outDir: outdir, rolldownOptions, target },
    });
  },
  async webpack({ entry, input, outdir }) {
    const { default: webpack } = await import('webpack');
    const output = { path: outdir, filename: `${entry}.js`, publicPath: 'auto' };
    await new Promise((done, fail) => {
      webpack({ mode: 'production', performance: false, entry: input, output }, (error, stats) =>
        error || stats.hasErrors() ? fail(error ?? new Error(stats.toString('errors-only'))) : done(),
      );
    });
  },
  parcel({ input, outdir }) {
    // Its command sets up more than its class does: without it nothing is shaken away.
    const options = [
      '--dist-dir',
      outdir,
      '--public-url',
      './',
      '--no-cache',
      '--no-source-maps',
      '--log-level',
      'warn',
    ];
    execFileSync('node_modules/.bin/parcel', ['build', input, ...options], { stdio: 'inherit' });
  },
};

for (const file of readdirSync('src')) {
  const entry = basename(file, '.js');
  await builds[bundler]({ entry, input: resolve('src', file), outdir: resolve('out', bundler, entry) });
}
