/** Guessing on the home page: says of each guess whether it is what was measured in the runtime chosen, and counts. */
const game = document.querySelector<HTMLElement>('.guess');
const questions = [...(game?.querySelectorAll('fieldset') ?? [])];

/** The answer that is shown for the runtime chosen. The page itself has a `data-runtime` too, which must not match. */
function answerIn(question: Element): HTMLElement | undefined {
  const runtime = document.documentElement.dataset.runtime ?? '';
  return question.querySelector<HTMLElement>(`.for-runtime[data-runtime~="${runtime}"] .guess-answer`) ?? undefined;
}

function recount(): void {
  const decided = questions.filter((question) => answerIn(question)?.dataset.answer);
  let known = 0;
  let guessed = 0;
  for (const question of questions) {
    const guess = question.querySelector<HTMLInputElement>('input:checked')?.value;
    const result = question.querySelector<HTMLElement>('.guess-result');
    const { answer, says } = answerIn(question)?.dataset ?? {};
    if (!result || guess === undefined) continue;
    const right = guess === answer;
    if (answer) guessed++;
    if (right) known++;
    result.textContent = !answer ? `${says}.` : right ? `Right: ${says}.` : `Measured: ${says}.`;
    question.dataset.guess = !answer ? 'open' : right ? 'right' : 'wrong';
  }
  const count = game?.querySelector<HTMLElement>('.guess-count');
  const done = guessed === decided.length;
  if (!count) return;
  count.textContent = guessed > 0 ? `You knew ${known} of ${guessed}${done ? '' : ' so far'}.` : '';
  if (guessed > 0 && done) game?.querySelector('.guess-most')?.setAttribute('open', '');
}

for (const choices of game?.querySelectorAll<HTMLElement>('.guess-choices') ?? []) choices.hidden = false;
game?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement)
    target.closest('fieldset')?.querySelector('details')?.setAttribute('open', '');
});
// After the switch's own listener, so that the runtime is the new one.
document.addEventListener('change', recount);
