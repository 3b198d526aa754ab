import { expect, test } from 'vitest';
import { languageOf, placeOf } from './place.js';

const KNOWN = ['AR', 'AU', 'BE', 'BR', 'CA', 'CH', 'DE', 'ES', 'FR', 'GB', 'HK', 'IT', 'JP', 'KR', 'MX', 'PT', 'SG', 'TW', 'US'];

test.each([
  ['Asia/Tokyo', ['en-US'], 'JP', 'the zone tells where somebody is'],
  ['America/Chicago', ['es-MX'], 'US', 'a zone of the United States'],
  ['America/Bogota', ['es-CO'], 'world', 'not every city of America'],
  ['America/Sao_Paulo', ['pt-BR'], 'BR', 'a city of Brazil'],
  ['Australia/Perth', ['en-AU'], 'AU', 'any zone of Australia'],
  ['Europe/Lisbon', ['en-GB'], 'PT', 'the zone, not the region of the language'],
  ['America/Mexico_City', ['en-US'], 'MX', 'the zone, not the region of the language'],
  ['America/Lima', ['en-US'], 'world', 'a zone elsewhere says that the region of the language is not where they are'],
  ['America/Argentina/Ushuaia', ['es'], 'AR', 'any zone of Argentina'],
  ['Atlantic/Canary', ['es-MX'], 'ES', 'an island of Spain'],
  ['Europe/Rome', ['de-DE'], 'IT', 'the zone of Italy'],
  ['', ['it'], 'world', 'Italian is at home in Switzerland too'],
  ['Europe/Paris', ['en-US'], 'FR', 'France'],
  ['America/Montreal', ['fr-FR'], 'CA', 'Canada, whatever the language'],
  ['', ['fr-BE'], 'BE', 'no zone: the region of the language'],
  ['', ['fr'], 'world', 'French is at home in many countries'],
  ['', ['es'], 'world', 'Spanish is at home in many countries'],
  ['America/Indiana/Knox', ['en'], 'US', 'a zone of three names'],
  ['Europe/Athens', ['el-GR'], 'world', 'no help lines of that country yet'],
  ['Asia/Taipei', ['zh-TW'], 'TW', 'the zone'],
  ['Asia/Shanghai', ['zh-TW'], 'world', 'no help lines of that country'],
  ['Asia/Hong_Kong', ['zh-HK'], 'HK', 'the zone'],
  ['UTC', ['ja-JP'], 'JP', 'no zone: the region of the language'],
  ['', ['ja'], 'JP', 'no zone and no region: where the language is at home'],
  ['', [], 'world', 'nothing is known'],
])('%s, %j: %s (%s)', (zone, languages, place) => {
  expect(placeOf(zone, languages, KNOWN)).toBe(place);
});

test.each([
  [['ja-JP', 'en'], 'ja'],
  [['fr-FR', 'de-AT', 'en'], 'de'],
  [['fr'], 'en'],
  [[], 'en'],
  [['zh-TW', 'en'], 'zh-Hant'],
  [['zh-HK'], 'zh-Hant'],
  [['zh-Hant-MO'], 'zh-Hant'],
  [['yue-HK'], 'zh-Hant'],
  [['zh-CN'], 'zh-Hans'],
  [['zh-SG'], 'zh-Hans'],
  [['zh-Hans-HK'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
])('%j is spoken to in %s', (wanted, language) => {
  expect(languageOf(wanted, ['de', 'en', 'ja', 'zh-Hans', 'zh-Hant'])).toBe(language);
});
