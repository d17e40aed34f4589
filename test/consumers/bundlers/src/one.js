import 'rekindle/define/tips.js';
