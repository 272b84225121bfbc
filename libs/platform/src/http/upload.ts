import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import { errors } from '../errors/platform.errors.js';

/** A file as it came in, held in memory: limits keep it small. */
export interface Upload {
  name: string;
  bytes: Buffer;
  /** By the content, not by what the sender says; null for text and what nobody knows. */
  mediaType: string | null;
  /** The other fields of the form. */
  fields: Readonly<Record<string, string>>;
}

/** Bytes of a form beside its file: ten fields and what parts them. */
const restOfForm = 200_000;

/**
 * Reads the one file of a multipart request.
 * @param maxBytes more than these is refused with 413 before it is read to its end
 */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Upload> {
  if (!request.isMultipart()) {
    throw errors.upload_missing();
  }
  // What says itself that it is too large is not waited for; what lies about it meets the limit below.
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + restOfForm) {
    throw errors.upload_too_large();
  }
  const { part, bytes } = await firstFile(request, maxBytes).catch((error: unknown) => {
    // What the parser says of a limit has a status; of a form that is cut or malformed it throws a plain error.
    throw error instanceof Error && 'statusCode' in error ? error : errors.upload_unreadable();
  });
  if (!part || part.fieldname !== 'file') {
    throw errors.upload_missing();
  }
  if (bytes.length === 0) {
    throw errors.upload_missing({ detail: 'The file is empty.' });
  }
  const found = await fileTypeFromBuffer(bytes);
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(part.fields)) {
    if (value && !Array.isArray(value) && value.type === 'field' && typeof value.value === 'string') {
      fields[name] = value.value;
    }
  }
  return { name: safeName(part.filename), bytes, mediaType: found?.mime ?? null, fields };
}

async function firstFile(
  request: FastifyRequest,
  maxBytes: number,
): Promise<{ part: MultipartFile | undefined; bytes: Buffer }> {
  const part = await request.file({
    limits: { fileSize: maxBytes, files: 1, fields: 10, fieldSize: 10_000 },
  });
  return { part, bytes: part ? await part.toBuffer() : Buffer.alloc(0) };
}

/** The last part of a name without what could be a path, a header or a hidden file. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex
  const clean = last
    .replace(/[\u0000-\u001f\u007f"<>|:*?]/g, '')
    .replace(/^\.+/, '')
    .slice(-200)
    .trim();
  return clean || 'file';
}
