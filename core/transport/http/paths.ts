/** Where our own clients call; one path segment more names the procedure. */
export const RPC_PATH = '/rpc';
/** Where the REST paths of the catalog begin. */
export const REST_PATH = '/api/v1';
export const OPEN_API_PATH = `${REST_PATH}/openapi.json`;
