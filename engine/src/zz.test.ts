import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { load } from '@hattari/shelf';
import { foldText } from './fold/fold-text.js';
import { tokenise } from './phrase/tokens.js';
import { matchPhrases } from './phrase/match.js';
import { matchNearly } from './phrase/near-match.js';
const know = load(new URL('../../doors/command/dist/shelf/', import.meta.url));
function rng(seed:number){ return ()=>{ seed=(seed*1103515245+12345)&0x7fffffff; return seed/0x7fffffff; }; }
function ids(text:string, near:boolean, steps={taken:0}){ const f=foldText(text).text; const tk=tokenise(f,know.phrases); const hits=near?[...matchPhrases(tk,know.phrases),...matchNearly(tk,know.phrases,()=>true,steps)]:matchPhrases(tk,know.phrases);
 return hits.map(h=>({phrase:h.phrase, id:know.sections[know.sectionOf[h.phrase] as number]!.id, lang:know.sections[know.sectionOf[h.phrase] as number]!.language, a:tk.start[h.from]!, b:tk.end[h.to-1]!})); }
test('recall', ()=>{
 const r=rng(7);
 for(const lang of ['en','ja','de','ru','ko','zh','pt']){
  const lines=readFileSync(new URL(`../../languages/${lang}.md`,import.meta.url),'utf8').split('\n').filter(l=>l.startsWith('+ ')).map(l=>l.slice(2));
  const stat:Record<string,[number,number,number]>={};
  const misses:string[]=[];
  let n=0;
  for(const line of lines){ const f=foldText(line).text; const hits=ids(f,false).filter(h=>h.lang===lang); for(const h of hits.slice(0,1)){
    const span=f.slice(h.a,h.b); const letters=[...span].filter(c=>/[\p{L}\p{N}]/u.test(c)).length; if(letters<8) continue;
    for(const kind of ['sub','ins','del','space+','space-']){
      let pos=h.a+Math.floor(r()*(h.b-h.a)); let tries=0; 
      while(tries++<50 && !(kind==='space-'? f[pos]===' ' : /\p{L}/u.test(f[pos]!))) pos=h.a+Math.floor(r()*(h.b-h.a));
      if(tries>50) continue;
      const alpha= lang==='ja'?'のはがをたいしてなラ口田目送':lang==='zh'?'的一是不了在人有我他':lang==='ko'?'이가는을를에의도로':lang==='ru'?'оеаинтсрвл':'oeanitsrhl';
      const x=alpha[Math.floor(r()*alpha.length)]!;
      if(x===f[pos]) continue;
      if(kind==='space+' && !( /\p{L}/u.test(f[pos-1]??' '))) continue;
      const t= kind==='sub'?f.slice(0,pos)+x+f.slice(pos+1):kind==='ins'?f.slice(0,pos)+x+f.slice(pos):kind==='space+'?f.slice(0,pos)+' '+f.slice(pos):f.slice(0,pos)+f.slice(pos+1);
      const s=stat[kind]??=[0,0,0]; s[0]++; 
      if(ids(t,false).some(y=>y.id===h.id)) s[1]++;
      if(ids(t,true).some(y=>y.id===h.id)) s[2]++; else if(misses.length<14) misses.push(kind+': '+t.slice(Math.max(0,h.a-3),h.b+3));
    } } if(++n>=400) break; }
  console.log(lang, JSON.stringify(stat)); console.log(misses.join('\n'));
 }
});
test('precision', ()=>{
 for(const lang of ['en','ja']) for(const file of ['innocent','bluff','genuine']){ const txt=readFileSync(new URL(`../../bench/letters/${file}.${lang}.txt`,import.meta.url),'utf8');
  let extra=0, all=0; const names:Record<string,number>={}; const steps={taken:0}; const t0=Date.now(); let units=0;
  for(const block of txt.split(/^=== /m).slice(1)){ const body=block.split('\n').slice(2).join('\n'); units+=body.length; const ex=new Set(ids(body,false).map(x=>x.lang+' '+x.id)); all+=ex.size; for(const y of new Map(ids(body,true,steps).map(v=>[v.lang+' '+v.id,v])).values()) if(!ex.has(y.lang+' '+y.id)) {extra++; const k=y.lang+' '+y.id+': '+foldText(body).text.slice(y.a,y.b).replace(/\n/g,' '); names[k]=(names[k]??0)+1;} }
  console.log(file,lang,'exact',all,'extra',extra,'units',units,'steps',steps.taken,'ms',Date.now()-t0); console.log(Object.keys(names).slice(0,25).join('\n')); }
});
