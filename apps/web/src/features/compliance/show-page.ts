/** Within its stage only: the screen around it stays where it is. */
export function showPage(stage: HTMLElement | null, number: number): void {
  const page = stage?.querySelector(`[data-page="${number}"]`);
  if (stage && page) {
    stage.scrollTop += page.getBoundingClientRect().top - stage.getBoundingClientRect().top - 8;
  }
}
