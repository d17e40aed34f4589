// The built files on pages of strangers, each in a frame of the test, in three engines: `npm run test:embed`.
import embed from './support/embed.mjs';
import all from './web-test-runner.all.config.mjs';

export default { ...all, ...embed };
