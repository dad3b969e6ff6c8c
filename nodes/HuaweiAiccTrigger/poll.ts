/**
 * One poll of the trigger.
 *
 * The state is n8n's static data of the node: `scope`, what was watched, and `known`, what was
 * there. n8n stores it when the trigger is activated and with each poll that gives out items
 * (n8n 2.40, trigger-execution-context.factory); what changes between without giving items, such
 * as a fault that ends, is kept in memory until then. The activation after a restart is a poll
 * too, so only what goes before a restart and is back after it can pass unseen.
 */
import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { CREDENTIAL_TYPES, openSession } from '../../aicc/client/openSession';
import { AiccError } from '../../aicc/base/errors';
import { request } from '../../aicc/client/transport';
import type { Session } from '../../aicc/client/session';
import { toNodeError } from '../shared/errors';
import { fingerprint } from './content';
import type { PollTools, TriggerEvent } from './event';
import { emitExisting } from './properties';
import { TriggerInputs } from './triggerInputs';

/** Part of every scope: another form of the state begins anew. */
const STATE_FORM = 1;

/** States that a poll is working on. n8n begins a poll even if the one before has not ended. */
const busyStates = new WeakSet<object>();

/** What is watched, as one text: another event, tenant or credential is another scope. */
async function scopeOf(
	functions: IPollFunctions,
	{ option, authentication, scope }: TriggerEvent,
	inputs: TriggerInputs,
	session: Session,
): Promise<string> {
	const type = CREDENTIAL_TYPES[authentication];
	const { appKey, tenantSpaceId, vdnId } = await functions.getCredentials(type);
	return fingerprint({
		form: STATE_FORM,
		event: option.value,
		credential: functions.getNode().credentials?.[type]?.id,
		origin: session.origin,
		appKey,
		tenantSpaceId,
		vdnId: String(vdnId ?? ''),
		...scope(inputs),
	});
}

/** The next poll comes anyway, and n8n begins no other workflow before the first one of this is done. */
const SETTINGS = { patience: 'some' } as const;

async function pollOnce(
	functions: IPollFunctions,
	event: TriggerEvent,
	state: IDataObject,
): Promise<IDataObject[]> {
	const { authentication } = event;
	const inputs = new TriggerInputs(functions, [...event.fields, emitExisting]);
	const session = await openSession(functions, authentication, SETTINGS);
	const tools: PollTools = {
		inputs,
		emitExisting: inputs.isOn(emitExisting.name),
		ask: async (endpoint, values) => await request({ endpoint, ...values }, session),
		logger: functions.logger,
	};
	if (functions.getMode() === 'manual') return await event.sample(tools);
	const scope = await scopeOf(functions, event, inputs, session);
	const known = state.scope === scope ? state.known : undefined;
	const outcome = await event.poll(tools, known);
	if (outcome.known !== known) {
		state.scope = scope;
		state.known = outcome.known as IDataObject;
	}
	return outcome.items;
}

/**
 * Looks once whether the chosen event has happened.
 *
 * @returns null when there is nothing to give out, or when the poll before is still at work
 * @throws NodeApiError or NodeOperationError; the state is as it was
 */
export async function poll(
	functions: IPollFunctions,
	events: TriggerEvent[],
): Promise<INodeExecutionData[][] | null> {
	const state = functions.getWorkflowStaticData('node');
	if (busyStates.has(state)) return null;
	busyStates.add(state);
	try {
		const name = functions.getNodeParameter('event');
		const event = events.find(({ option }) => option.value === name);
		if (!event) {
			throw new AiccError('input', 'Trigger On has a value that is not in the list', {
				description: 'Choose one of the entries.',
			});
		}
		const items = await pollOnce(functions, event, state);
		return items.length > 0 ? [items.map((json) => ({ json }))] : null;
	} catch (thrown) {
		throw toNodeError(functions.getNode(), thrown);
	} finally {
		busyStates.delete(state);
	}
}
