/** What a test chooses in place of what the centre does. */
import type { DataMakers } from '../../core/data';
import type { Platform } from '../../core/platform';
import type { AgentState } from './people';

declare module '../../core/data' {
	interface SimulatorData {
		/** Values of live indicators by the ID of a skill, an agent or a VDN, and by their names. */
		chosenIndicators: Record<string, Record<string, number | string>>;
		/** States of agents by their work numbers. */
		chosenStates: Record<string, AgentState>;
	}
}

export const chosenValues: DataMakers = {
	chosenIndicators: () => ({}),
	chosenStates: () => ({}),
};

/** A live indicator as the interfaces write it. @param measured what the centre has */
export function liveValue(
	{ data }: Platform,
	id: number,
	name: string,
	measured: number,
): { id: string; val: string } {
	return { id: name, val: String(data.chosenIndicators[id]?.[name] ?? measured) };
}
