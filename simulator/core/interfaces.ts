/** Finds the files of the interfaces by reading the folders of the products. */
import type { InterfaceBehaviour, InterfaceModule, Product, TryThis } from './behaviour';
import type { DataMakers } from './data';
import type { Description, Operation } from './description';
import { filesOf, load } from './folders';

/** Holds what its interfaces have in common, and is none. */
const PRODUCT_FILE = 'product';

/** For a product of which no interface is simulated. */
const NO_PRODUCT: Product = { refusesUnknown: false, codes: { other: 400 }, tooFast: [] };

/** What was found in the folders. */
export interface Interfaces {
	/** By operationId; what the platform pushes is among them. */
	behaviours: Map<string, InterfaceBehaviour>;
	/** By their names in the description. */
	products: Map<string, Product>;
	data: DataMakers;
	/** By operationId. */
	tryThese: Map<string, TryThis[]>;
}

function productOf(folder: string): Product {
	const files = filesOf(folder);
	if (files.length === 0) return NO_PRODUCT;
	if (files.includes(PRODUCT_FILE)) {
		const { product } = load(folder, PRODUCT_FILE) as { product: Product };
		return product;
	}
	throw new Error(`simulator/${folder} needs a ${PRODUCT_FILE}.ts, as simulator/fabric has one`);
}

/** The interfaces of a folder, and how they are described. */
function addFolder(
	folder: string,
	described: (operationId: string) => Operation | undefined,
	found: Interfaces,
): void {
	for (const name of filesOf(folder).filter((file) => file !== PRODUCT_FILE)) {
		const file = `simulator/${folder}/${name}.ts`;
		if (!described(name)) throw new Error(`${file}: openapi/${folder} has no ${name}`);
		const { default: behaviour, data, tryThese } = load(folder, name) as InterfaceModule;
		if (behaviour?.operationId !== name) {
			throw new Error(`${file} must export default behaviour('${name}', …)`);
		}
		found.behaviours.set(name, behaviour);
		Object.assign(found.data, data);
		if (tryThese) found.tryThese.set(name, tryThese);
	}
}

let found: Interfaces | undefined;

/** Every interface that has a file. @throws when a file is named as none */
export function findInterfaces({ interfaces, callbacks }: Description): Interfaces {
	if (found) return found;
	const all: Interfaces = {
		behaviours: new Map(),
		products: new Map(),
		data: {},
		tryThese: new Map(),
	};
	const names = new Set([...interfaces.values()].map(({ product }) => product));
	for (const product of names) {
		all.products.set(product, productOf(product));
		addFolder(
			product,
			(name) => (interfaces.get(name)?.product === product ? interfaces.get(name) : undefined),
			all,
		);
	}
	addFolder('callbacks', (name) => callbacks.get(name), all);
	return (found = all);
}

/** A request that is worth trying, and where it belongs. */
export interface NumberToTry extends TryThis {
	operationId: string;
	/** `fabric`, `isales` and so on. */
	product: string;
	/** What the interface does, as the description says. */
	summary: string;
}

/** Everything worth trying, in the order of the description. */
export function tryThese(description: Description): NumberToTry[] {
	const { tryThese: known } = findInterfaces(description);
	return [...description.interfaces.values()].flatMap(({ operationId, product, summary }) =>
		(known.get(operationId) ?? []).map((one) => ({ operationId, product, summary, ...one })),
	);
}
