import { describe, expect, it } from 'vitest';
import { createToastStore } from '../../../../../renderer/state/news/toast-store.ts';

const titles = (store: ReturnType<typeof createToastStore>) =>
  store.getState().toasts.map(({ title }) => title);

describe('createToastStore', () => {
  it('shows news in order and closes them one by one', () => {
    const store = createToastStore();
    store.show({ mark: 'done', title: 'one' });
    store.show({ mark: 'failed', title: 'two', detail: 'why' });
    expect(titles(store)).toEqual(['one', 'two']);
    store.close(store.getState().toasts[0]?.id ?? -1);
    expect(titles(store)).toEqual(['two']);
  });

  it('never covers the screen', () => {
    const store = createToastStore();
    for (let index = 1; index <= 9; index += 1) store.show({ mark: 'done', title: String(index) });
    expect(titles(store)).toEqual(['6', '7', '8', '9']);
  });
});
