import { useMemo } from 'react';
import { agentSpeeds } from '../../../state/index.ts';
import {
  ColourDot,
  exactCount,
  exactMoney,
  formatCount,
  formatDuration,
  formatMoney,
  formatSpeed,
  Section,
} from '../../../ui/index.ts';
import { lookOf, useSession } from '../session-context.tsx';
import styles from './inspector.module.css';

/** What each agent has cost, and how fast it answers. */
export const AgentFigures = () => {
  const { view, looks } = useSession();
  const { by_agent: byAgent, turns } = view;
  const order = useMemo(() => [...looks.keys()], [looks]);
  const inOrder = useMemo(
    () => [...byAgent].sort((a, b) => order.indexOf(a.agent) - order.indexOf(b.agent)),
    [byAgent, order],
  );
  const speeds = useMemo(
    () => agentSpeeds(turns).toSorted((a, b) => order.indexOf(a.agent) - order.indexOf(b.agent)),
    [turns, order],
  );
  return (
    <>
      {inOrder.length > 0 && (
        <Section title="By agent">
          <table className={styles.agents}>
            <thead>
              <tr>
                <td />
                <th scope="col">turns</th>
                <th scope="col">tokens</th>
                <th scope="col">cost</th>
              </tr>
            </thead>
            <tbody>
              {inOrder.map((agent) => (
                <tr key={agent.agent}>
                  <AgentName name={agent.agent} />
                  <td>{agent.turns}</td>
                  <td
                    title={`${exactCount(agent.input_tokens)} read, ${exactCount(agent.output_tokens)} written`}
                  >
                    {formatCount(agent.input_tokens + agent.output_tokens)}
                  </td>
                  <td title={exactMoney(agent.usd)}>
                    {agent.usd === null ? 'unknown' : formatMoney(agent.usd)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      {speeds.length > 0 && (
        <Section title="Speed by agent">
          <table className={styles.agents}>
            <thead>
              <tr>
                <td />
                <th scope="col">first token</th>
                <th scope="col">speed</th>
              </tr>
            </thead>
            <tbody>
              {speeds.map((speed) => (
                <tr key={speed.agent}>
                  <AgentName name={speed.agent} />
                  <td title="median of the last turns">{formatDuration(speed.firstTokenMs)}</td>
                  <td>{formatSpeed(speed.tokensPerSecond)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </>
  );
};

const AgentName = ({ name }: { readonly name: string }) => {
  const { looks } = useSession();
  return (
    <th scope="row">
      <ColourDot colour={lookOf(looks, name).colour} />
      <span className={styles.agentName}>{name}</span>
    </th>
  );
};
