import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { isObject, type JsonObject } from '../../aicc/base/json';
import { toNodeError } from '../shared/errors';
import { answer } from './answer';
import type { CallbackEvent } from './callbackEvent';
import { CallbackInputs } from './callbackInputs';
import { withoutRepeats } from './repeats';
import { senderFault } from './sender';

/** How many entries that are none the log describes. */
const MAX_DESCRIBED = 5;

/** A request as n8n hands it over: unread, or read if the options of the node were written by hand. */
interface UnreadRequest {
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

/**
 * The bytes of the body: n8n's own reading goes by the content type, which no page documents.
 *
 * @returns an HTTP status when they cannot be had
 */
async function bodyOf(functions: IWebhookFunctions): Promise<Buffer | number> {
	const request: UnreadRequest = functions.getRequestObject();
	try {
		await request.readRawBody?.();
	} catch (thrown) {
		return isObject(thrown) && thrown.status === 413 ? 413 : 400;
	}
	return request.rawBody ?? Buffer.alloc(0);
}

/** What a push starts the workflow with; tells n8n's log when that is not all of it. */
function itemsOf(
	functions: IWebhookFunctions,
	event: CallbackEvent,
	inputs: CallbackInputs,
	entries: JsonObject[],
): IDataObject[] {
	const { filter, identityOf, itemOf, things } = event;
	const chosen = filter && inputs.filter();
	const ignoresRepeats = inputs.ignoresRepeats();
	const all = entries.map(itemOf);
	const wanted = chosen ? all.filter((item) => filter.isWanted(item, chosen)) : all;
	const items = ignoresRepeats ? withoutRepeats(functions, wanted, identityOf) : wanted;
	if (items.length < all.length) {
		const filtered = filter ? `${all.length - wanted.length} left out by ${filter.labels}, ` : '';
		functions.logger.info(
			`${functions.getNode().name} took ${items.length} of ${all.length} pushed ${things}: ${filtered}${wanted.length - items.length} pushed before`,
		);
	}
	return items;
}

/** Answers a push that starts nothing, and tells n8n's log why. */
function refuse(
	functions: IWebhookFunctions,
	event: CallbackEvent,
	status: number,
	text: string,
): IWebhookResponseData {
	functions.logger.warn(`${functions.getNode().name} refused a push: ${text}`);
	answer(functions, status, event.refusal(status, text));
	return { noWebhookResponse: true };
}

function logStrays(functions: IWebhookFunctions, strays: string[], total: number): void {
	if (strays.length === 0) return;
	const described = strays.slice(0, MAX_DESCRIBED).join(', ');
	const more = strays.length > MAX_DESCRIBED ? ', …' : '';
	functions.logger.warn(
		`${functions.getNode().name} left out ${strays.length} of ${total} entries of a push that are no objects: ${described}${more}`,
	);
}

/**
 * Takes one push, and answers it.
 *
 * @throws NodeOperationError when a field has a bad value, or the credential cannot be used; n8n
 *   answers 500, so the platform repeats
 */
export async function receive(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		const inputs = new CallbackInputs(functions);
		const event = inputs.event();
		const body = await bodyOf(functions);
		if (typeof body === 'number') {
			return refuse(functions, event, body, 'The body is too long for n8n, or broke off');
		}
		const fault = event.isSigned ? await senderFault(functions, body) : undefined;
		if (fault !== undefined) return refuse(functions, event, 401, fault);
		const push = event.read(new TextDecoder().decode(body).trim());
		if (push.fault !== undefined) {
			return refuse(functions, event, 400, `${push.fault}. Expected is ${event.expected}`);
		}
		const { entries, strays } = push;
		const items = itemsOf(functions, event, inputs, entries);
		logStrays(functions, strays, strays.length + entries.length);
		answer(functions, 200, event.success);
		return {
			noWebhookResponse: true,
			workflowData: items.length > 0 ? [items.map((json) => ({ json }))] : undefined,
		};
	} catch (thrown) {
		throw toNodeError(functions.getNode(), thrown);
	}
}
