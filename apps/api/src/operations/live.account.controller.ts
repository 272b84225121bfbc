import { Controller, type MessageEvent, Sse } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { EMPTY, interval, map, merge, type Observable, takeUntil, timer } from 'rxjs';
import { Acting, SignedIn } from '#identity';
import { type Actor, LiveChanges } from '#platform';

/** Proxies close what is silent for a minute. */
const beatMs = 25_000;
/** Then the browser connects again by itself, and whoever was signed out meanwhile is not let in. */
const longestMs = 5 * 60_000;

@ApiTags('Live')
@Controller('v1/account/events')
export class LiveAccountController {
  constructor(private readonly changes: LiveChanges) {}

  /**
   * Server-sent events of what changes for the organisation that the session acts for: `{ topic, id }`, without content. Ends after
   * five minutes and is opened again by the browser.
   */
  @Sse()
  @SignedIn()
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  follow(@Acting() actor: Actor): Observable<MessageEvent> {
    const changes = actor.organisationId === null ? EMPTY : this.changes.of(actor.organisationId);
    return merge(
      changes.pipe(map((data): MessageEvent => ({ type: 'change', data }))),
      interval(beatMs).pipe(map((): MessageEvent => ({ type: 'beat', data: '' }))),
    ).pipe(takeUntil(merge(timer(longestMs), this.changes.ending)));
  }
}
