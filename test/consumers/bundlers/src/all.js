import 'rekindle';
import 'rekindle/define/tips.js';
import 'rekindle/define/helplines.js';
