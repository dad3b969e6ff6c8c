/** Interfaces that give a file, or say in JSON why there is none. */
import type { IBinaryData } from 'n8n-workflow';

import type { StoredFile } from '../client/storage';
import type { Fetched } from '../client/transport';
import { resultCodeOf, unexpectedShape } from '../protocol/answer';
import type { Endpoint } from '../protocol/endpoint';
import type { RequestValues } from './sendRequest';

/** An endpoint with `file`. */
export interface FileEndpoint extends Endpoint {
	file: true;
	/** Result codes that say that there is none. */
	answerCodes?: readonly string[];
}

/** Asks the service for a file, which goes to where n8n keeps it. */
export type FetchFile = (endpoint: Endpoint, values: RequestValues) => Promise<Fetched>;

/** Fetches a file from an address that the service gives out, without our keys. */
export type FetchStored = (wanted: StoredFile) => Promise<IBinaryData>;

/**
 * What stands between the slashes last, without its ending: what a file may be called that is asked for
 * by a path.
 */
export function nameInPath(path: string): string {
	const [last = ''] = path.split('/').slice(-1);
	return last.replace(/\.\w+$/, '');
}

/**
 * Downloads a file.
 *
 * @returns undefined when the service says that there is none
 * @throws AiccError, also when the service says that all is well and gives none
 */
export async function download(
	fetchFile: FetchFile,
	endpoint: FileEndpoint,
	values: RequestValues & { fileName: string },
): Promise<IBinaryData | undefined> {
	const fetched = await fetchFile(endpoint, values);
	if (fetched.file) return fetched.file;
	const code = resultCodeOf(fetched.json, endpoint);
	if (code !== undefined && endpoint.answerCodes?.includes(code)) return undefined;
	throw unexpectedShape(endpoint, 'no file');
}
