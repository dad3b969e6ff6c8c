/** The made-up data of the tenant. The same sizes give the same data. */
import type { SimulatorOptions } from './options';

/**
 * Data sets by name. Each is declared beside its type, in the file that it belongs to:
 * `declare module '../core/data' { interface SimulatorData { … } }`, and made by the `data` that the
 * file of an interface exports.
 */
export interface SimulatorData {
	/** When it was made, in epoch milliseconds: times in it are counted from that. */
	madeAt: number;
}

/** Makes data sets. @param now epoch milliseconds */
export type DataMakers = {
	[Name in keyof SimulatorData]?: (options: SimulatorOptions, now: number) => SimulatorData[Name];
};

/** The data sets, each made when it is first looked at: few are, between two resets. */
export function makeData(makers: DataMakers, options: SimulatorOptions): SimulatorData {
	const madeAt = Date.now();
	const data = { madeAt } as SimulatorData;
	const property = { configurable: true, enumerable: true };
	for (const [name, make] of Object.entries(makers)) {
		const keep = <T>(value: T): T => {
			Object.defineProperty(data, name, { ...property, value, writable: true });
			return value;
		};
		Object.defineProperty(data, name, {
			...property,
			get: () => keep(make(options, madeAt)),
			set: keep,
		});
	}
	return data;
}
