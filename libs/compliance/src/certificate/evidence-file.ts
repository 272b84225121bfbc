import type { StreamableFile } from '@nestjs/common';
import { download } from '#platform';
import type { OpenedFile } from './certificate-evidence.service.js';

/** Evidence as an answer: saved, never shown, since someone else sent it. */
export function evidenceFile(file: OpenedFile): StreamableFile {
  return download(file.content, file);
}
