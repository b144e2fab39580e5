import { parentPort, workerData } from 'node:worker_threads';
import { checkFigures, type FigureCheck } from './check-figures.ts';

/** One check and no more. What goes wrong reaches whoever started the thread as its error. */
parentPort?.postMessage(checkFigures(workerData as FigureCheck));
