/**
 * One poll of the trigger.
 *
 * The state is n8n's static data of the node: `scope`, what was watched, and `known`, what was
 * there. n8n 2.40 stores it in two cases only: at the end of an activation, and when a poll gives
 * out something (trigger-execution-context.factory). A poll that gives nothing leaves a changed
 * state in memory, where a restart finds the old one. So a poll that changes the state without an
 * item, as when a fault ends, gives out an output without items: n8n stores the state, and lists an
 * execution in which no other node runs. Events keep that rare, see `PollOutcome`.
 */
import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { clockOffsetIn } from '../../aicc/client/hosts';
import { CREDENTIAL_TYPES, openSession } from '../../aicc/client/openSession';
import { AiccError } from '../../aicc/base/errors';
import { request } from '../../aicc/client/transport';
import type { Session } from '../../aicc/client/session';
import { batch } from '../../aicc/patterns/batch/batch';
import type { SendRequest } from '../../aicc/patterns/sendRequest';
import { toNodeError } from '../shared/errors';
import { fingerprint } from './content';
import type { PollTools, TriggerEvent } from './event';
import { emitExisting } from './properties';
import { TriggerInputs } from './triggerInputs';

/** Part of every scope: another form of the state begins anew. */
const STATE_FORM = 1;

/** States that a poll is working on. n8n begins a poll even if the one before has not ended. */
const busyStates = new WeakSet<object>();

/** States that were polled since n8n took them out of its store. */
const polledStates = new WeakSet<object>();

/**
 * Whether this is the first poll since somebody published a workflow that was not published. n8n gives
 * the reason of its last activation to all polls after it, and makes the state anew with each.
 */
function isPublication(functions: IPollFunctions, state: object): boolean {
	return functions.getActivationMode() === 'activate' && !polledStates.has(state);
}

/** What is watched, as one text: another event, tenant or credential is another scope. */
async function scopeOf(
	functions: IPollFunctions,
	{ option, endpoint, scope }: TriggerEvent,
	inputs: TriggerInputs,
	session: Session,
): Promise<string> {
	const type = CREDENTIAL_TYPES[endpoint.authentication];
	const { appKey, tenantSpaceId, vdnId } = await functions.getCredentials(type);
	return fingerprint({
		form: STATE_FORM,
		event: option.value,
		credential: functions.getNode().credentials?.[type]?.id,
		origin: session.originOf(endpoint),
		appKey,
		tenantSpaceId,
		vdnId: String(vdnId ?? ''),
		...scope(inputs),
	});
}

/** The next poll comes anyway, and n8n begins no other workflow before the first one of this is done. */
const SETTINGS = { patience: 'some' } as const;

/**
 * The items of one poll.
 *
 * @returns null when there is nothing to give out, nor anything that n8n would not store by itself
 */
async function pollOnce(
	functions: IPollFunctions,
	event: TriggerEvent,
	state: IDataObject,
): Promise<IDataObject[] | null> {
	const session = await openSession(functions, event.endpoint.authentication, SETTINGS);
	const inputs = new TriggerInputs(functions, [...event.fields, emitExisting], session.tenant);
	const { logger } = functions;
	const ask: SendRequest = async (endpoint, values) =>
		await request({ endpoint, ...values }, session);
	const tools: PollTools = {
		inputs,
		emitExisting: inputs.isOn(emitExisting.name),
		ask,
		sendInBatch: async (spec, record) =>
			await batch(spec, record, 0, { session, ask, arrival: { interval: 0, log: logger } }),
		clockOffset: () => clockOffsetIn(session, session.originOf(event.endpoint)),
		logger,
	};
	if (functions.getMode() === 'manual') return await event.sample(tools);
	const scope = await scopeOf(functions, event, inputs, session);
	const isAnew = event.isNewWithPublication && isPublication(functions, state);
	const known = state.scope === scope && !isAnew ? state.known : undefined;
	const outcome = await event.poll(tools, known);
	polledStates.add(state);
	// Whatever an activation makes n8n stores anyway.
	const isStoredAnyway = outcome.known === known || state.scope === undefined || isAnew;
	if (outcome.known !== known) {
		state.scope = scope;
		state.known = outcome.known as IDataObject;
	}
	return outcome.items.length === 0 && isStoredAnyway ? null : outcome.items;
}

/**
 * Looks once whether the chosen event has happened.
 *
 * @returns null when there is nothing to give out or to store, or when the poll before is still at
 *   work
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
		return items && [items.map((json) => ({ json }))];
	} catch (thrown) {
		throw toNodeError(functions.getNode(), thrown);
	} finally {
		busyStates.delete(state);
	}
}
