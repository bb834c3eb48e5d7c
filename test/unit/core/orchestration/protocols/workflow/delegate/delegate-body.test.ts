import { expect, it } from 'vitest';
import {
  emptyBody,
  idInPlan,
} from '../../../../../../../core/orchestration/protocols/workflow/delegate/delegate-body.ts';

it('names the nodes of the first plan by the node around them, those of later ones by their number too', () => {
  expect([1, 2].map((revision) => idInPlan('team', revision, 'scope'))).toEqual([
    'team/scope',
    'team#2/scope',
  ]);
});

it('begins before the first plan', () => {
  expect(emptyBody()).toMatchObject({ revision: 0, stage: 'planning', groups: [], planned: new Map() });
});
