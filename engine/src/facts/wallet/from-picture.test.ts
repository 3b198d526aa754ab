import { expect, test } from 'vitest';
import { misreadIn } from './from-picture.js';
const BTC = '1H48kUie4SeDyYYyzk13s3ppkkYfB71hsa';
const SEGWIT = 'bc1qkqvm406ja5a6pccatya5nznezvlat9hf48qgwt';
const ETH = '0xB019BAbF52Ed3bA0E31D593B498a79133fD596e9';
test.each([
 [BTC.replace('S','5'),BTC],[BTC.replace('S','5').replace('1h','lh'),BTC],[BTC.replace('S','5').replace('B','8').replace('k','K'),BTC],
 [BTC.replace('kk','k'),BTC],[BTC+'|',BTC], [BTC.replace('D','Dx'),BTC],
 [SEGWIT.replace('0','O').replace('l','1').replace('9','g'),SEGWIT],[SEGWIT.replace('bc1','bcl').replace('m','rn'),SEGWIT],
 [ETH.replace('E3','£3'),ETH],[ETH.replace('0E','OE'),ETH],[ETH.replace('52','S2').replace('0x','Ox'),ETH], [ETH.replace('498','4g8'),ETH],
 [BTC.slice(0,20)+'\n'+BTC.slice(20).replace('7','?'),BTC],
])('%s', (t,a)=>{ const s=Date.now(); const r=misreadIn('Send to '+t+' now',[]); console.log(t, JSON.stringify(r.map(x=>x.found)), Date.now()-s); expect(r[0]?.found.address).toBe(a)});
