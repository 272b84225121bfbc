import type { FastifyRequest } from 'fastify';

/** What was chosen in the portal, otherwise the first of the browser's languages that there is. */
export function wishedLanguage(request: FastifyRequest, known: readonly string[]): string {
  const chosen = request.cookies.weftway_language;
  if (chosen !== undefined && known.includes(chosen)) {
    return chosen;
  }
  const accepted = (request.headers['accept-language'] ?? '')
    .split(',')
    .slice(0, 30)
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean);
      return { code: range.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((left, right) => right.quality - left.quality);
  return accepted.find(({ code }) => known.includes(code))?.code ?? 'en';
}
