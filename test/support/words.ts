import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Path of every file of the words, below the project's root. */
export function contentFiles(): string[] {
  return readdirSync('content', { recursive: true, encoding: 'utf8' })
    .map(file => join('content', file))
    .filter(file => /\.(?:md|yaml)$/.test(file) && !file.endsWith('README.md'))
    .sort();
}

export interface Entry {
  readonly place: string;
  readonly covers: readonly string[];
  readonly text: string;
}

const collect = (value: unknown, place: string): Entry[] => {
  if (Array.isArray(value)) return value.flatMap((one, i) => collect(one, `${place}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const inner = Object.entries(fields).flatMap(([key, one]) => collect(one, `${place} ${key}`));
  if (!Array.isArray(fields.covers)) return inner;
  const text = [fields.text, fields.summary, fields.body].filter(one => typeof one === 'string').join(' ');
  return [{ place, covers: fields.covers as string[], text }, ...inner];
};

/** Every entry of the words that names what it covers. */
export function entries(): Entry[] {
  return contentFiles().flatMap(file => {
    const source = readFileSync(file, 'utf8');
    if (file.endsWith('.yaml')) return collect(parse(source), file);
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
    return collect({ ...(parse(front) as object), body }, file);
  });
}

/** Words of a text, lower-case, without marks. */
export function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return plain ? plain.split(' ') : [];
}

/** Runs of eight words of a text, hashed as test/content/source-shingles.json has them. */
export function shingles(text: string): { run: string; hash: string }[] {
  const words = wordsOf(text);
  return words.slice(7).map((_word, i) => {
    const run = words.slice(i, i + 8).join(' ');
    return { run, hash: createHash('sha256').update(run).digest('hex').slice(0, 12) };
  });
}
