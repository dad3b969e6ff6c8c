import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { JsonObject } from '../../aicc/base/json';
import { callResultItem } from '../shared/callResult';
import { toNodeError } from '../shared/errors';
import { OutboundInputs } from './outboundInputs';
import { readPush } from './push';
import { withoutRepeats } from './repeats';
import { isWanted } from './results';

/** What vendor page 0788 has the receiver answer. Any status but 200 makes the platform repeat. */
const SUCCESS = { retCode: '0', retMsg: 'success' };

const EXPECTED = 'Expected is a JSON array of call result objects';

/** How many entries that are no results the log describes. */
const MAX_DESCRIBED = 5;

function answer(functions: IWebhookFunctions, status: number, body: object): void {
	const response = functions.getResponseObject();
	const text = JSON.stringify(body);
	response.statusCode = status;
	response.setHeader('Content-Type', 'application/json; charset=utf-8');
	// With the length n8n does not send it in chunks, which simple clients do not expect.
	response.setHeader('Content-Length', Buffer.byteLength(text));
	response.end(text);
}

/** What a push starts the workflow with; tells n8n's log when that is not all of it. */
function itemsOf(functions: IWebhookFunctions, results: JsonObject[]): IDataObject[] {
	const inputs = new OutboundInputs(functions);
	const filter = inputs.filter();
	const ignoresRepeats = inputs.ignoresRepeats();
	const wanted = results.map(callResultItem).filter((item) => isWanted(item, filter));
	const items = ignoresRepeats ? withoutRepeats(functions, wanted) : wanted;
	if (items.length < results.length) {
		const filtered = results.length - wanted.length;
		const repeated = wanted.length - items.length;
		functions.logger.info(
			`${functions.getNode().name} took ${items.length} of ${results.length} pushed results: ${filtered} left out by Campaign IDs or Only Failed, ${repeated} pushed before`,
		);
	}
	return items;
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
		const push = readPush(request.rawBody);
		const { name } = functions.getNode();
		if (push.fault !== undefined) {
			const retMsg = `${push.fault}. ${EXPECTED}`;
			functions.logger.warn(`${name} refused a push: ${retMsg}`);
			answer(functions, 400, { retCode: '400', retMsg });
			return { noWebhookResponse: true };
		}
		const { results, strays } = push;
		const items = itemsOf(functions, results);
		if (strays.length > 0) {
			const described = strays.slice(0, MAX_DESCRIBED).join(', ');
			functions.logger.warn(
				`${name} left out ${strays.length} of ${strays.length + results.length} entries of a push that are no objects: ${described}${strays.length > MAX_DESCRIBED ? ', …' : ''}`,
			);
		}
		answer(functions, 200, SUCCESS);
		return {
			noWebhookResponse: true,
			workflowData: items.length > 0 ? [items.map((json) => ({ json }))] : undefined,
		};
	} catch (thrown) {
		throw toNodeError(functions.getNode(), thrown);
	}
}
