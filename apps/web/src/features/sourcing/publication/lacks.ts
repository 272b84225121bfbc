import type { RequestView } from '../request/use-request';

export type Lack = 'lines' | 'linesUnsaved' | 'invited' | 'deadline' | 'deadlinePast' | 'deliverBy';

/** What a draft lacks before cooperatives may see it. The server asks the same. */
export function lacksOf(request: RequestView, linesSaved: boolean, now = new Date()): Lack[] {
  const lacks: Lack[] = [];
  const deadline = request.deadline ? new Date(request.deadline) : null;
  if (!linesSaved) {
    lacks.push('linesUnsaved');
  } else if (request.lineCount === 0) {
    lacks.push('lines');
  }
  if (request.invitedCount === 0) {
    lacks.push('invited');
  }
  if (deadline === null) {
    lacks.push('deadline');
  } else if (deadline <= now) {
    lacks.push('deadlinePast');
  }
  if (request.deliverBy && deadline && request.deliverBy < deadline.toISOString().slice(0, 10)) {
    lacks.push('deliverBy');
  }
  return lacks;
}
