/** What n8n's editor shows of the tenant while somebody fills in a form. */
import { NodeApiError, type ILoadOptionsFunctions } from 'n8n-workflow';

import { isVdnId } from '../../aicc/base/callCentre';
import { findAiccError } from '../../aicc/base/errors';
import { CREDENTIAL_TYPES, openSession, type Authentication } from '../../aicc/client/openSession';
import type { Tenant } from '../../aicc/client/session';
import { request } from '../../aicc/client/transport';
import type { PathValues, SendRequest } from '../../aicc/patterns/sendRequest';

/** Somebody waits in front of the form: no answer is told soon, and is easily asked for again. */
const EDITOR_SETTINGS = { patience: 'little', timeout: 10_000 } as const;

/** The same thing twice in a list cannot be told apart on the screen: once is enough. */
export function withoutRepeats<T extends { value: unknown }>(entries: T[]): T[] {
	return [...new Map(entries.map((entry) => [entry.value, entry])).values()];
}

/**
 * Asks the service for what the editor shows, with the VDN ID that is in the node.
 *
 * @param authentication which credential the interface is asked with
 * @throws NodeApiError with the words of what went wrong
 */
export async function askForEditor<T>(
	functions: ILoadOptionsFunctions,
	authentication: Authentication,
	work: (ask: SendRequest, path: PathValues, tenant: Tenant) => Promise<T>,
): Promise<T> {
	const vdnId = functions.getCurrentNodeParameter('options.vdnId');
	const path: PathValues = isVdnId(vdnId) ? { vdnId: String(vdnId) } : {};
	try {
		const session = await openSession(functions, authentication, EDITOR_SETTINGS);
		return await work(
			async (endpoint, values) => await request({ endpoint, ...values }, session),
			path,
			session.tenant,
		);
	} catch (error) {
		const failure = findAiccError(error);
		const node = functions.getNode();
		// After a change of resource or event n8n does not choose the other credential by itself.
		const isChosen = node.credentials?.[CREDENTIAL_TYPES[authentication]] !== undefined;
		const otherwise = isChosen ? 'The list could not be loaded' : 'Choose the credential first';
		throw new NodeApiError(
			node,
			{ message: failure?.message ?? otherwise },
			{ message: failure?.message, description: failure?.description },
		);
	}
}
