import { expect, type Page } from '@playwright/test';

const MOST_STOPS = 80;

/**
 * Presses Tab until whatever has the focus is called that, as somebody without a mouse would. Every stop on the way
 * must be seen to have the focus. Sets no focus itself.
 */
export const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  const stops: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const { called, marked } = await page.evaluate(focused);
    expect(marked, `"${called}" shows that it has the focus`).toBe(true);
    if (typeof name === 'string' ? called === name : name.test(called)) return;
    stops.push(called);
  }
  throw new Error(`Tab never came to ${String(name)}, only to: ${stops.join(' | ')}`);
};

/** Runs in the page: the name of the focused element, and whether a ring or a change of its frame shows it. */
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body)
    return { called: '(page)', marked: true };
  const label = element.id === '' ? null : document.querySelector(`label[for="${CSS.escape(element.id)}"]`);
  const called = element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? '';
  const isMarked = (one: Element) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
  };
  // A field inside a frame of its own may light up the frame.
  const around = [element, element.parentElement, element.parentElement?.parentElement];
  return { called: called.trim(), marked: around.some((one) => one != null && isMarked(one)) };
};
