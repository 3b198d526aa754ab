import { parentPort, workerData } from 'node:worker_threads';
import { type Ask, detect } from '@hattari/engine';
import { load } from '@hattari/shelf';
import { SHELF } from './place.js';

parentPort?.postMessage(detect(workerData as Ask, load(SHELF)));
