import type { Seen, Unseen } from '@hattari/engine';
import { readDocument } from './document.js';
import type { Host } from './host.js';
import { nameOf } from './name.js';
import { Ocr } from './ocr.js';
import { readPdf } from './pdf.js';
import { broken, type Found, readPicture } from './picture.js';

/** Reads pictures, PDFs and documents, one after the other. Total: a fault becomes a problem of its file. */
export class Sight {
  private readonly ocr: Ocr;

  /** `progress`: how far the page that is being read is, 0 to 100. */
  constructor(
    private readonly host: Host,
    progress?: (percent: number) => void,
  ) {
    this.ocr = new Ocr(host, progress);
  }

  /** What one file says. `soFar` is told what is known already, where there is more than a page. */
  async look(file: Unseen, soFar: (seen: Seen) => void = () => {}): Promise<Seen> {
    const { part } = file;
    try {
      return { part, ...(await this.found(file, (found) => soFar({ part, ...found }))) };
    } catch {
      return { part, ...broken(nameOf(file)) };
    }
  }

  private async found(file: Unseen, soFar: (found: Found) => void): Promise<Found> {
    const { bytes, kind } = file;
    const name = nameOf(file);
    switch (kind) {
      case 'picture':
        return await readPicture(bytes, name, this.ocr, this.host);
      case 'pdf':
        return await readPdf(bytes, name, this.ocr, this.host, soFar);
      case 'document':
        return await readDocument(bytes, name, this.ocr, this.host);
      default:
        return kind satisfies never;
    }
  }
}
