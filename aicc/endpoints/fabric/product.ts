/** API Fabric (C1): CC-Management with its mobileAgent and SmartCare interfaces. */
import { product, type Envelope } from '../product';

const management: Envelope = {
	codeFields: ['returnCode'],
	textFields: ['description'],
	successCodes: ['0'],
};

/** Answers of the mobileAgent interfaces. */
export const mobileAgent: Envelope = {
	codeFields: ['retCode'],
	textFields: ['retMsg'],
	successCodes: ['0'],
	payload: 'result',
};

export const fabric = product({
	name: 'fabric',
	authentication: 'token',
	baseUrl: 'baseUrl',
	method: 'POST',
	envelope: management,
	codes: { '0': { text: 'Success' } },
});
