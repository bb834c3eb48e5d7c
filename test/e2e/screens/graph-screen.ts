import type { Locator, Page } from '@playwright/test';
import type { CoreApi } from '../../../core/contract/index.ts';
import { addressOf } from '../fixtures.ts';
import type { HostProcess } from '../host/host-process.ts';

/** A review of four nodes, with a comment that has to stay. */
const REVIEW = `# Who reviews what.
nodes:
  - id: plan # comes first
    prompt: Plan a design for the control plane.
    position: { x: 0, y: 0 }
  - id: failures
    title: Failure modes
    prompt: Analyse failure modes of {{plan.output}}
    agent: Athena
    deps: [plan]
    position: { x: 320, y: -80 }
  - id: mitigations
    title: Propose mitigations
    prompt: Propose mitigations for {{plan.output}}
    agent: Apollo
    deps: [plan]
    position: { x: 320, y: 80 }
  - id: report
    title: Report
    prompt: Join {{failures.output}} and {{mitigations.output}}
    deps: [failures, mitigations]
    position: { x: 640, y: 0 }
`;

export const storeGraph = async (core: CoreApi, text = REVIEW, name = 'Review'): Promise<string> =>
  (await core['graphs.save']({ name, text, base_version: 0 })).id;

/** What a user finds on the screen of a graph. */
export const graphScreen = (page: Page) => {
  const canvas = page.getByRole('application');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  return {
    canvas,
    inspector,
    cards: canvas.locator('.react-flow__node'),
    wires: canvas.locator('.react-flow__edge'),
    card: (title: string): Locator =>
      canvas.locator('.react-flow__node').filter({ has: page.getByText(title, { exact: true }) }),
    port: (title: string, side: 'in' | 'out'): Locator =>
      canvas
        .locator('.react-flow__node')
        .filter({ has: page.getByText(title, { exact: true }) })
        .locator(side === 'in' ? '.react-flow__handle.target' : '.react-flow__handle.source')
        .first(),
    prompt: inspector.locator('[data-editor] .cm-content'),
    status: page.getByRole('region', { name: 'Status' }),
    undo: page.getByRole('button', { name: /^Undo|^Nothing to undo/ }),
    redo: page.getByRole('button', { name: /^Redo|^Nothing to do again/ }),
  };
};

/** A stored graph, opened in the editor. */
export const openGraph = async (page: Page, host: HostProcess, core: CoreApi) => {
  const id = await storeGraph(core);
  await page.goto(addressOf(host, `/graphs/${id}`));
  return { id, screen: graphScreen(page) };
};

export const middleOf = async (locator: Locator): Promise<{ x: number; y: number }> => {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('nothing to be seen there');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
