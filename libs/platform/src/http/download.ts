import { StreamableFile } from '@nestjs/common';

/** A file as an answer: always to be saved or shown by its type, never run. */
export function download(
  content: Buffer | NodeJS.ReadableStream,
  file: { name: string; mediaType: string; size?: number; inline?: boolean },
): StreamableFile {
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const disposition = `${file.inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  const options = {
    type: file.mediaType,
    disposition,
    ...(file.size !== undefined && { length: file.size }),
  };
  return Buffer.isBuffer(content)
    ? new StreamableFile(content, options)
    : new StreamableFile(content as import('node:stream').Readable, options);
}
