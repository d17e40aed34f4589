import { RekindleTips } from 'rekindle/elements/rekindle-tips.js';
import { RekindleGuide } from 'rekindle/elements/rekindle-guide.js';

document.body.dataset.classes = 'not needed';
