import './guide.ts';
