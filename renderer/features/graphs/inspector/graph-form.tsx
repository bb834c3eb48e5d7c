import { Plus, X } from 'lucide-react';
import { freshId, isDrawnOnly } from '../../../state/graph/index.ts';
import { Button, Field, Figure, Figures, Section, Select, TextInput } from '../../../ui/index.ts';
import { useEditor, useEditorState, useShownGraph } from '../editor/editor-context.tsx';
import styles from './inspector.module.css';

/** The graph as a whole: its name, its inputs, the graphs in it. */
export const GraphForm = () => {
  const editor = useEditor();
  const name = useEditorState((state) => state.name);
  const scope = useEditorState((state) => state.scope);
  const file = useEditorState((state) => state.graph);
  const graph = useShownGraph();
  const running = graph.nodes.filter(({ kind }) => !isDrawnOnly(kind));
  const setInputs = (label: string, inputs: Readonly<Record<string, string>>, burst?: string) =>
    editor.edit(label, (shown) => ({ ...shown, inputs }), burst === undefined ? {} : { burst });
  return (
    <>
      {scope.length === 0 ? (
        <Field label="Name">
          <TextInput value={name} onChange={(event) => editor.rename(event.currentTarget.value)} />
        </Field>
      ) : (
        <Field label="Its output is that of">
          <Select
            value={graph.output ?? ''}
            options={[
              { value: '', label: 'its last node' },
              ...running.map(({ id, title }) => ({ value: id, label: title ?? id })),
            ]}
            onChange={(output) =>
              editor.edit('Change the output', (shown) => ({
                ...shown,
                output: output === '' ? null : output,
              }))
            }
          />
        </Field>
      )}
      <Figures>
        <Figure name="Nodes" value={graph.nodes.length} />
        <Figure name="Wires" value={graph.nodes.reduce((sum, { deps }) => sum + deps.length, 0)} />
      </Figures>
      <Section title="Inputs">
        {Object.keys(graph.inputs).length === 0 && (
          <p className={styles.nothing}>
            An input is a value that a run asks for. Prompts name it as {'{{inputs.name}}'}.
          </p>
        )}
        {Object.entries(graph.inputs).map(([input, value]) => (
          <div key={input} className={styles.input}>
            <Field label={input}>
              <TextInput
                value={value}
                placeholder="asked for at each run"
                onChange={(event) =>
                  setInputs(
                    `Change input ${input}`,
                    { ...graph.inputs, [input]: event.currentTarget.value },
                    `input ${input}`,
                  )
                }
              />
            </Field>
            <Button
              size="small"
              variant="quiet"
              aria-label={`Remove input ${input}`}
              onClick={() => {
                const { [input]: _gone, ...rest } = graph.inputs;
                setInputs(`Remove input ${input}`, rest);
              }}
            >
              <X size={12} aria-hidden="true" />
            </Button>
          </div>
        ))}
        <NewInput
          onAdd={(input) =>
            setInputs(`Add input ${input}`, {
              ...graph.inputs,
              [freshId(input, new Set(Object.keys(graph.inputs)))]: '',
            })
          }
        />
      </Section>
      {Object.keys(file.graphs).length > 0 && (
        <Section title="Graphs of this file">
          <div className={styles.buttons}>
            {Object.keys(file.graphs).map((inner) => (
              <Button key={inner} size="small" onClick={() => editor.enter(inner)}>
                {inner}
              </Button>
            ))}
          </div>
        </Section>
      )}
    </>
  );
};

const NewInput = ({ onAdd }: { readonly onAdd: (name: string) => void }) => (
  <form
    className={styles.input}
    onSubmit={(event) => {
      event.preventDefault();
      const field = event.currentTarget.elements.namedItem('input');
      if (!(field instanceof HTMLInputElement) || field.value.trim() === '') return;
      onAdd(field.value.trim());
      field.value = '';
    }}
  >
    <Field label="New input">
      <TextInput name="input" placeholder="topic" />
    </Field>
    <Button size="small" type="submit" icon={<Plus size={12} aria-hidden="true" />}>
      Add
    </Button>
  </form>
);
