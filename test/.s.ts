import { launch } from './support/chrome.ts';
import { serve } from './support/server.ts';
const server = await serve();
const browser = await launch();
const page = await browser.newPage();
const tips = Array.from({length:6},(_, i)=>({id:'t'+i,title:'Tip '+i,points:['Some text here for the tip.']}));
server.page('/t', `<!doctype html><html lang=en><body><rekindle-tips><script type="application/json">${JSON.stringify({format:1,id:'lab',version:'1.0.0',lang:'en',dir:'ltr',title:'Tips',license:'MIT',care:{safety:'Safety first.',noContact:'Honour.',notADiagnosis:'No.'},tips})}</script></rekindle-tips><script type=module src=/dist/tips.js></script>`);
await page.goto(server.url + '/t');
await page.waitForFunction(() => document.querySelector('rekindle-tips')!.shadowRoot?.querySelector('.track'));
console.log(await page.evaluate(() => {
  let out=''; let n=0;
  const walk=(node: Node, d: number)=>{ n++; out+=' '.repeat(d)+(node.nodeType===8?'<!--'+(node as Comment).data.slice(0,8)+'-->':node.nodeType===3?JSON.stringify(node.textContent!.slice(0,20)):(node as Element).tagName)+'\n'; node.childNodes.forEach(c=>walk(c,d+1));};
  document.querySelector('rekindle-tips')!.shadowRoot!.childNodes.forEach(c=>walk(c,0));
  return n+'\n'+out;
}));
await browser.close(); await server.close();
