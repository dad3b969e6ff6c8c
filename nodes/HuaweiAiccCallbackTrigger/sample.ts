import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { toNodeError } from '../shared/errors';
import { answer } from './answer';
import { CallbackInputs } from './callbackInputs';

/**
 * Takes a GET, which the platform never sends: in a manual test it gives the editor a sample to build
 * on, otherwise nothing.
 *
 * @throws NodeOperationError when the event is none
 */
export function giveSample(functions: IWebhookFunctions): IWebhookResponseData {
	try {
		const event = new CallbackInputs(functions).event();
		if (functions.getMode() !== 'manual') {
			answer(functions, 405, event.refusal(405, 'This URL takes what AICC pushes, by POST'));
			return { noWebhookResponse: true };
		}
		const push = event.read(JSON.stringify(event.sample));
		const items = push.fault === undefined ? push.entries.map(event.itemOf) : [];
		answer(functions, 200, { message: 'The editor has a sample now' });
		return { noWebhookResponse: true, workflowData: [items.map((json) => ({ json }))] };
	} catch (thrown) {
		throw toNodeError(functions.getNode(), thrown);
	}
}
