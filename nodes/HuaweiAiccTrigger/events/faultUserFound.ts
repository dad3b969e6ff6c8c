/** Watching subscribers for mass faults: each one by itself, all of them side by side. */
import type { INodeProperties } from 'n8n-workflow';

import { AiccError, findAiccError } from '../../../aicc/base/errors';
import {
	checkFaultUser,
	queryfaultyuser,
	type FaultAnswer,
} from '../../../aicc/endpoints/fabric/queryfaultyuser';
import type { SendRequest } from '../../../aicc/patterns/sendRequest';
import { backtraceDuration, complaintScene } from '../../shared/descriptions';
import { MSISDN } from '../../shared/readers/phoneNumber';
import { fingerprint } from '../content';
import { SAMPLE_SIZE, type TriggerEvent } from '../event';
import type { TriggerInputs } from '../triggerInputs';

/** By number: the fingerprint of the fault's records, or `NO_FAULT`. */
type KnownFaults = Record<string, string>;

const NO_FAULT = '';

const msisdns: INodeProperties = {
	displayName: 'MSISDNs',
	name: 'msisdns',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. 6680512100869, 6680512100870',
	hint: 'Each number is one request in each poll',
	description:
		'Mobile numbers of the subscribers to watch, digits only, with country code. Separate them by commas or line breaks, or give a list by an expression.',
};

interface Outcome {
	msisdn: string;
	answer?: FaultAnswer;
	failure?: unknown;
}

async function checkAll(
	ask: SendRequest,
	inputs: TriggerInputs,
	numbers: string[],
): Promise<Outcome[]> {
	const query = {
		faultTime: String(Date.now()),
		complaintScene: inputs.complaintScene(),
		backtraceDuration: inputs.backtraceSeconds(),
	};
	return await Promise.all(
		numbers.map(
			async (msisdn): Promise<Outcome> =>
				await checkFaultUser(ask, { ...query, msisdn }).then(
					(answer) => ({ msisdn, answer }),
					(failure: unknown) => ({ msisdn, failure }),
				),
		),
	);
}

/** The failure of one subscriber, with its number. */
function failureOf({ msisdn, failure }: Outcome): unknown {
	const known = findAiccError(failure);
	return known ? new AiccError(known.kind, `MSISDN ${msisdn}: ${known.message}`, known) : failure;
}

/**
 * A poll can give items or throw, not both. While some subscribers could be checked their faults
 * go out, and those that could not are tried again by the next poll, with a warning in n8n's log
 * that names no number. Only when none could be checked does the poll itself fail. The manual test
 * fails for a single one: that is where wrong numbers are found.
 */
export const faultUserFound: TriggerEvent<KnownFaults> = {
	option: {
		name: 'Fault User Found',
		value: 'faultUserFound',
		description: 'When a watched subscriber is hit by a mass fault, as SmartCare knows it',
	},
	endpoint: queryfaultyuser,
	fields: [msisdns, complaintScene, backtraceDuration],
	scope: (inputs) => ({
		complaintScene: inputs.complaintScene(),
		backtraceDuration: inputs.backtraceSeconds(),
	}),

	async poll({ inputs, emitExisting, ask, logger }, known) {
		const outcomes = await checkAll(ask, inputs, inputs.phoneNumbers('msisdns', MSISDN));
		const failed = outcomes.filter(({ answer }) => !answer);
		const [firstFailed] = failed;
		if (firstFailed && failed.length === outcomes.length) throw failureOf(firstFailed);
		if (firstFailed) {
			const reason = findAiccError(firstFailed.failure)?.message ?? String(firstFailed.failure);
			logger.warn(
				`${failed.length} of ${outcomes.length} watched subscribers could not be checked: ${reason}`,
			);
		}
		const before = new Map(Object.entries(known ?? {}));
		const after = new Map<string, string>();
		const items: FaultAnswer[] = [];
		for (const { msisdn, answer } of outcomes) {
			const last = before.get(msisdn);
			if (!answer) {
				if (last !== undefined) after.set(msisdn, last);
				continue;
			}
			const now = answer.found ? fingerprint(answer.data) : NO_FAULT;
			after.set(msisdn, now);
			const isNews = last === undefined ? emitExisting : now !== last;
			if (answer.found && isNews) items.push(answer);
		}
		const faults = Object.fromEntries(after);
		const isSame = known !== undefined && fingerprint(faults) === fingerprint(known);
		return { known: isSame ? known : faults, items };
	},

	async sample({ inputs, ask }) {
		const numbers = inputs.phoneNumbers('msisdns', MSISDN).slice(0, SAMPLE_SIZE);
		const outcomes = await checkAll(ask, inputs, numbers);
		const failed = outcomes.find(({ answer }) => !answer);
		if (failed) throw failureOf(failed);
		const answers = outcomes.flatMap(({ answer }) => answer ?? []);
		const found = answers.filter((answer) => answer.found);
		return found.length > 0 ? found : answers;
	},
};
