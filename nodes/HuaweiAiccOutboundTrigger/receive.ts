import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { toNodeError } from '../shared/errors';
import { OutboundInputs } from './outboundInputs';
import { readPush } from './push';
import { withoutRepeats } from './repeats';
import { isWanted, resultItem } from './results';

/** What vendor page 0788 has the receiver answer. Any status but 200 makes the platform repeat. */
const SUCCESS = { retCode: '0', retMsg: 'success' };

const EXPECTED = 'Expected is a JSON array of call result objects';

function answer(functions: IWebhookFunctions, status: number, body: object): void {
	const response = functions.getResponseObject();
	const text = JSON.stringify(body);
	response.statusCode = status;
	response.setHeader('Content-Type', 'application/json; charset=utf-8');
	// With the length n8n does not send it in chunks, which simple clients do not expect.
	response.setHeader('Content-Length', Buffer.byteLength(text));
	response.end(text);
}

/**
 * Takes one push. The answer is sent from here, because n8n's own waits for a free slot when the
 * number of executions is limited.
 *
 * @throws NodeOperationError when a field has a bad value; n8n answers 500, so the platform repeats
 */
export function receive(functions: IWebhookFunctions): IWebhookResponseData {
	try {
		const request: { rawBody?: Uint8Array } = functions.getRequestObject();
		const { results, fault } = readPush(request.rawBody);
		if (fault !== undefined) {
			const retMsg = `${fault}. ${EXPECTED}`;
			functions.logger.warn(`${functions.getNode().name} refused a push: ${retMsg}`);
			answer(functions, 400, { retCode: '400', retMsg });
			return { noWebhookResponse: true };
		}
		const inputs = new OutboundInputs(functions);
		const filter = inputs.filter();
		const wanted = results.map(resultItem).filter((item) => isWanted(item, filter));
		const items = inputs.ignoresRepeats() ? withoutRepeats(functions, wanted) : wanted;
		answer(functions, 200, SUCCESS);
		return {
			noWebhookResponse: true,
			workflowData: items.length > 0 ? [items.map((json) => ({ json }))] : undefined,
		};
	} catch (thrown) {
		throw toNodeError(functions.getNode(), thrown);
	}
}
