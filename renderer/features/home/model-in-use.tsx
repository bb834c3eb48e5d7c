import { hrefOf, STUB_LABEL, useAct, useWorkspace, useWorkspaceStore } from '../../state/index.ts';
import { Button, ButtonLink, Chip, Problem, plural } from '../../ui/index.ts';
import styles from './home.module.css';

/** Who answers when an agent's chain says `default`; a found server is offered, never switched to. */
export const ModelInUse = () => {
  const workspace = useWorkspaceStore();
  const act = useAct();
  const settings = useWorkspace((state) => state.settings);
  const models = useWorkspace((state) => state.models);
  if (settings === null) return null;
  const current = models.find(({ name }) => name === settings.default_model);
  const isStub = current?.stub ?? settings.default_model.startsWith('stub/');
  const local = models.filter(({ provider, stub }) => provider === 'ollama' && !stub);
  const [first] = local;
  const use = (name: string) =>
    act(() => workspace.changeSettings({ default_model: name }), `Default model is now ${name}`);
  return (
    <section aria-label="Default model">
      <div className={styles.model}>
        <span className={styles.meta}>Default model</span>
        <span className={styles.modelName}>{settings.default_model}</span>
        {isStub ? <Chip tone="recorded">{STUB_LABEL}</Chip> : current && <Chip>{current.note}</Chip>}
        <span className={styles.grow} />
        <ButtonLink size="small" variant="quiet" href={hrefOf({ screen: 'settings' })}>
          Change
        </ButtonLink>
      </div>
      {isStub && first !== undefined && (
        <div className={styles.offer}>
          <Problem
            tone="info"
            title={`Ollama answers on this machine with ${plural(local.length, 'model')}`}
            details={[
              'Sessions go on with the offline stub until you choose one. Local models cost nothing.',
            ]}
            actions={
              <>
                <Button size="small" onClick={() => void use(first.name)}>
                  Use {first.name}
                </Button>
                {local.length > 1 && (
                  <ButtonLink size="small" href={hrefOf({ screen: 'settings' })}>
                    Choose another
                  </ButtonLink>
                )}
              </>
            }
          />
        </div>
      )}
    </section>
  );
};
