/** What was measured over a time. Names: vendor pages cec_07_0693, 0694 and samples. */
import { isConnected, type Call } from './calls';
import type { CentreAgent, Stay } from './people';

/** A time, its end left out, in epoch milliseconds. */
export interface Span {
	begin: number;
	end: number;
}

function began(agent: CentreAgent, { begin, end }: Span, isMeant: (stay: Stay) => boolean): number {
	return agent.stays.filter((stay) => stay.from >= begin && stay.from < end && isMeant(stay))
		.length;
}

/** Whole seconds of what an agent did, as far as it was within a time that is over. */
function lasted(
	agent: CentreAgent,
	{ begin, end }: Span,
	now: number,
	isMeant: (stay: Stay) => boolean,
): number {
	const sum = agent.stays.filter(isMeant).reduce((total, { from, to }) => {
		return total + Math.max(0, Math.min(to, end, now) - Math.max(from, begin));
	}, 0);
	return Math.round(sum / 1000);
}

type IsMeant = (stay: Stay, before: Stay | undefined) => boolean;

const isInbound = ({ call }: Stay) => call?.isCallIn === true;
const isOutbound = ({ call }: Stay) => call?.isCallIn === false;

/** What counts, by the name of the indicator. */
const COUNTS: Record<string, IsMeant> = {
	IDX_COUNT_AGENT_SIGN_IN: ({ state }, before) =>
		state !== 'signedOut' && before?.state === 'signedOut',
	IDX_COUNT_AGENT_CONNECTED: ({ state }) => state === 'talking',
	IDX_COUNT_AGENT_CALL_OUT: (stay) => stay.state === 'ringing' && isOutbound(stay),
	IDX_COUNT_AGENT_COLLATION: ({ state }) => state === 'acw',
	IDX_COUNT_AGENT_COLLATION_CALL_IN: (stay) => stay.state === 'acw' && isInbound(stay),
	IDX_COUNT_AGENT_COLLATION_CALL_OUT: (stay) => stay.state === 'acw' && isOutbound(stay),
	IDX_COUNT_AGENT_REST: ({ state }) => state === 'rest',
	IDX_COUNT_AGENT_SET_BUSY: ({ state }) => state === 'busy',
	IDX_COUNT_AGENT_REQUEST: (stay) => stay.state === 'ringing' && isInbound(stay),
	// The caller hung up while it rang.
	IDX_COUNT_AGENT_ABANDON: ({ state }, before) =>
		before?.state === 'ringing' && isInbound(before) && state !== 'talking' && state !== 'busy',
};

/** The value of an indicator of an agent over a time; 0 for one that the simulator does not have. */
export function agentIndicator(agent: CentreAgent, name: string, span: Span, now: number): number {
	const lastedIn = (isMeant: (stay: Stay) => boolean) => lasted(agent, span, now, isMeant);
	switch (name) {
		case 'IDX_DURATION_AGENT_REST':
			return lastedIn(({ state }) => state === 'rest');
		case 'IDX_DURATION_AGENT_CALL_IN':
			return lastedIn((stay) => stay.state === 'talking' && isInbound(stay));
		case 'IDX_DURATION_AGENT_AVG_COLLATION': {
			const isCollation = ({ state }: Stay) => state === 'acw';
			const count = began(agent, span, isCollation);
			return count === 0 ? 0 : Math.round(lastedIn(isCollation) / count);
		}
		default: {
			const isMeant = COUNTS[name];
			if (!isMeant) return 0;
			const before = new Map(agent.stays.map((stay, place) => [stay, agent.stays[place - 1]]));
			return began(agent, span, (stay) => isMeant(stay, before.get(stay)));
		}
	}
}

/** Which calls count, by the name of the indicator. The page was cut within the last name. */
const CALLS: Record<string, (call: Call) => boolean> = {
	IDX_COUNT_TOTAL_CALL: () => true,
	IDX_COUNT_CONNECTED_CALL: isConnected,
	IDX_COUNT_ABANDONED_CALL: (call) => !isConnected(call),
	IDX_COUNT_INBOUND_CALL: ({ isCallIn }) => isCallIn,
	IDX_COUNT_INBOUND_CONNECTED: (call) => call.isCallIn && isConnected(call),
	IDX_COUNT_OUTBOUND_CALL: ({ isCallIn }) => !isCallIn,
};

/** How many of some calls an indicator counts; 0 for one that the simulator does not have. */
export function callIndicator(calls: Call[], name: string): number {
	const isMeant = CALLS[name];
	return isMeant ? calls.filter(isMeant).length : 0;
}
