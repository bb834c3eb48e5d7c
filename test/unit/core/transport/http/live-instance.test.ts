import { describe, expect, it } from 'vitest';
import { liveInstance } from '../../../../../core/transport/http/live-instance.ts';

const asking = (answer: () => Response | Promise<Response>) =>
  liveInstance('http://127.0.0.1:4310', async (url) => {
    expect(String(url)).toBe('http://127.0.0.1:4310/health/live');
    return answer();
  });

describe('liveInstance', () => {
  it('knows an AgentNet by its instance', async () => {
    expect(await asking(() => Response.json({ status: 'ok', instance: 'abc' }))).toEqual({
      kind: 'alive',
      instance: 'abc',
    });
  });

  it('takes nobody else for one', async () => {
    expect(await asking(() => Response.json({ status: 'ok' }))).toEqual({ kind: 'none' });
    expect(await asking(() => Response.json(null))).toEqual({ kind: 'none' });
    expect(await asking(() => new Response('<html>'))).toEqual({ kind: 'none' });
    expect(await asking(() => Promise.reject(new TypeError('refused')))).toEqual({ kind: 'none' });
  });

  it('tells a busy one from a dead one', async () => {
    const late = () => Promise.reject(new DOMException('too late', 'TimeoutError'));
    expect(await asking(late)).toEqual({ kind: 'busy' });
  });
});
