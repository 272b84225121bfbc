import type { Shape } from './shapes.js';

const line = 'fill="none" stroke="#000" stroke-opacity=".28" stroke-width="5" stroke-linecap="round"';
const string = 'fill="none" stroke="#6b4a33" stroke-width="4" stroke-linecap="round"';

/** Balls along a hanging string, the largest in its middle. */
function beads(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.PI * (0.06 + (0.88 * index) / (count - 1));
    const radius = 13 + 13 * Math.sin(turn) ** 2;
    return `<circle cx="${(300 - 168 * Math.cos(turn)).toFixed(1)}" cy="${(190 + 250 * Math.sin(turn)).toFixed(1)}" r="${radius.toFixed(1)}"/>`;
  }).join('');
}

/** Things to wear, to hang and to put on a shelf. */
export const moreShapes = {
  apron: {
    body: '<path d="M236 130H364L384 250C392 268 420 276 440 280V462C440 468 434 470 428 470H172C166 470 160 468 160 462V280C180 276 208 268 216 250Z"/>',
    behind: `<path d="M240 134C236 60 364 60 360 134M168 290C130 300 110 330 104 372M432 290C470 300 490 330 496 372" ${string}/>`,
    details: `<path d="M228 330H372V410H228ZM300 330V410M236 148H364" ${line}/>`,
  },
  garment: {
    body: '<path d="M238 140C262 164 338 164 362 140L420 162L500 330L438 362L404 292V462C404 468 398 470 392 470H208C202 470 196 468 196 462V292L162 362L100 330L180 162Z"/>',
    details: `<path d="M238 140C262 178 338 178 362 140M196 292V240M404 292V240M196 446H404" ${line}/>`,
  },
  box: {
    body: '<path d="M150 262H450V446C450 460 440 470 426 470H174C160 470 150 460 150 446Z"/><path d="M138 200H462C468 200 472 204 472 210V252C472 258 468 262 462 262H138C132 262 128 258 128 252V210C128 204 132 200 138 200Z"/>',
    details: `<path d="M128 262H472" stroke="#000" stroke-opacity=".4" stroke-width="6"/><path d="M150 270H450" ${line}/>`,
  },
  tile: {
    body: '<path d="M150 170H450V470H150Z"/>',
    details: `<path d="M150 170H450V470H150Z" ${line}/><path d="M192 212H408V428H192Z" ${line}/><path d="M300 212L408 320L300 428L192 320Z" fill="#fff" fill-opacity=".22"/>`,
  },
  ball: {
    body: '<circle cx="300" cy="320" r="132"/>',
    behind: `<path d="M300 60V176" ${string}/>`,
    details: `<path d="M278 172H322V198H278Z" fill="#b98b3e"/><path d="M252 240C230 262 220 290 222 322" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="12" stroke-linecap="round"/>`,
  },
  necklace: {
    body: beads(19),
    behind: `<path d="M136 236C120 150 190 110 300 110C410 110 480 150 464 236" ${string}/>`,
  },
  rings: {
    body: '<path d="M128 300C128 268 292 268 292 300V420C292 452 128 452 128 420Z"/><path d="M308 300C308 268 472 268 472 300V420C472 452 308 452 308 420Z"/>',
    details: `<ellipse cx="210" cy="300" rx="82" ry="24" fill="#000" fill-opacity=".4"/><ellipse cx="390" cy="300" rx="82" ry="24" fill="#000" fill-opacity=".4"/><ellipse cx="210" cy="300" rx="82" ry="24" ${line}/><ellipse cx="390" cy="300" rx="82" ry="24" ${line}/>`,
  },
  teapot: {
    body: '<path d="M190 260H400C450 300 452 410 396 470H194C138 410 140 300 190 260Z"/><path d="M214 256C220 216 370 216 376 256Z"/><circle cx="295" cy="212" r="16"/><path d="M420 320C470 316 470 250 506 236L520 252C500 290 500 380 424 400Z"/>',
    behind:
      '<path d="M176 290C70 270 80 430 168 420" fill="none" stroke="url(#cloth)" stroke-width="24" stroke-linecap="round"/>',
    details: `<path d="M200 260H392" ${line}/>`,
  },
  yarn: {
    body: '<circle cx="300" cy="330" r="140"/>',
    behind: `<path d="M410 430C470 480 500 450 540 468" ${string}/>`,
    details: `<path d="M176 280C250 220 360 220 430 284M164 322C250 256 360 262 438 332M172 376C250 310 350 320 428 388M214 214C300 260 350 350 352 460M176 262C250 300 290 380 284 466M262 196C360 230 420 300 430 372" ${line}/>`,
  },
  beast: {
    body: '<path d="M168 470V352C150 340 140 318 144 292C120 280 112 250 128 226L150 250L166 214L190 244C206 248 216 258 222 272C270 254 350 254 392 284C430 262 452 226 440 170C470 190 486 250 452 306C446 320 436 330 424 338V470H380V392C340 402 270 402 232 388V470H206V380L194 374V470Z"/>',
    details:
      '<circle cx="166" cy="272" r="7" fill="#221"/><path d="M140 300C148 306 158 306 166 300" fill="none" stroke="#221" stroke-width="4" stroke-linecap="round"/>',
  },
} satisfies Record<string, Shape>;
