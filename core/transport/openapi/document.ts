import { type AnyContractProcedure, eventIterator, oc } from '@orpc/contract';
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import {
  agentDefinition,
  agentVersion,
  anySpecification,
  apiCatalog,
  type Procedure,
  type ProcedureName,
  problemDocument,
  runEventEnvelope,
  turn,
} from '../../contract/index.ts';
import { REST_PATH } from '../http/paths.ts';
import { procedureNames } from '../rpc-router.ts';
import { describeEvents, describeStream, withProblems } from './operations.ts';

/** Schemas that many operations share; each gets a name in the document. */
const named = {
  AgentDefinition: { schema: agentDefinition, strategy: 'input' },
  AgentVersion: { schema: agentVersion, strategy: 'output' },
  Event: { schema: runEventEnvelope, strategy: 'output' },
  ProblemDocument: { schema: problemDocument, strategy: 'output' },
  SessionDetail: { schema: apiCatalog['sessions.get'].output, strategy: 'output' },
  SessionSnapshot: { schema: apiCatalog['sessions.snapshot'].output, strategy: 'output' },
  SessionSpecification: { schema: anySpecification, strategy: 'input' },
  SessionSummary: { schema: apiCatalog['sessions.summary'].output, strategy: 'output' },
  Settings: { schema: apiCatalog['settings.get'].output, strategy: 'output' },
  Turn: { schema: turn, strategy: 'output' },
} as const;

/** The OpenAPI 3.1 document of the REST paths, made from the catalog. */
export const openApiDocument = async (version: string): Promise<OpenAPI.Document> => {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const contract = Object.fromEntries(procedureNames.map((name) => [name, contractOf(name)]));
  return generator.generate(contract, {
    info: {
      title: 'AgentNet',
      version,
      description:
        'Sessions of several language models, run on this machine. Errors are RFC 9457 problem documents.',
    },
    servers: [{ url: REST_PATH }],
    security: [{ bearer: [] }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token that `agentnet serve` prints.' },
      },
    },
    commonSchemas: named,
  });
};

const contractOf = (name: ProcedureName): AnyContractProcedure => {
  const procedure: Procedure = apiCatalog[name];
  const route = {
    path: procedure.path as `/${string}`,
    summary: procedure.summary,
    operationId: name,
    tags: [name.split('.')[0] ?? name],
  };
  if (procedure.kind === 'stream') {
    return oc
      .route({ ...route, method: 'GET', spec: (operation) => withProblems(describeStream(operation)) })
      .input(procedure.input)
      .output(eventIterator(procedure.message));
  }
  const describe =
    name === 'sessions.events' ? describeEvents : (operation: OpenAPI.OperationObject) => operation;
  return (
    oc
      .route({ ...route, method: procedure.method, spec: (operation) => withProblems(describe(operation)) })
      // The procedure takes any object, because core/scenario names every mistake in it; readers want its shape.
      .input(name === 'sessions.create' ? anySpecification : procedure.input)
      .output(procedure.output)
  );
};
