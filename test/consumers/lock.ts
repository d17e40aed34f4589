import { consumers, PROJECTS } from './install.ts';

/* Writes the lockfiles of the projects anew, after a change of their dependencies or of ours: `npm run lock:consumers`. */

const all = consumers();
try {
  for (const project of PROJECTS) all.lock(project);
} finally {
  all.remove();
}
