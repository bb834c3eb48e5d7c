import { hrefOf, STUB_LABEL, useAct, useWorkspace, useWorkspaceStore } from '../../state/index.ts';
import { Button, ButtonLink, Chip, Problem, plural } from '../../ui/index.ts';
import styles from './home.module.css';

const useDefaultModel = () => {
  const name = useWorkspace((state) => state.settings?.default_model);
  const models = useWorkspace((state) => state.models);
  const offer = models.find((model) => model.name === name);
  return { name, models, stub: offer?.stub ?? name?.startsWith('stub/') ?? false };
};

/** Who answers when an agent's chain says `default`. */
export const ModelInUse = () => {
  const { name, stub } = useDefaultModel();
  if (name === undefined) return null;
  return (
    <p className={styles.model}>
      Default model <span className={styles.modelName}>{name}</span>
      {stub && <Chip tone="recorded">{STUB_LABEL}</Chip>}
      <a href={hrefOf({ screen: 'settings' })} aria-label="Change the default model">
        Change
      </a>
    </p>
  );
};

/** A server that answers on this machine is offered, never switched to. */
export const LocalModelOffer = () => {
  const workspace = useWorkspaceStore();
  const act = useAct();
  const { models, stub } = useDefaultModel();
  const local = models.filter((model) => model.provider === 'ollama' && !model.stub);
  const [first] = local;
  if (!stub || first === undefined) return null;
  const use = () =>
    void act(
      () => workspace.changeSettings({ default_model: first.name }),
      `Default model is now ${first.name}`,
    );
  return (
    <section aria-label="Models on this machine">
      <Problem
        tone="info"
        title={`Ollama answers on this machine with ${plural(local.length, 'model')}`}
        details={['Sessions go on with the offline stub until you choose one. Local models cost nothing.']}
        actions={
          <>
            <Button size="small" onClick={use}>
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
    </section>
  );
};
