import('rekindle/define/helplines.js')
  .then(() => import('rekindle/define/checklist.js'))
  .then(() => import('rekindle'));
