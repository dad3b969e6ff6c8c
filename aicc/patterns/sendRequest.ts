import type { ApiRequest } from '../client/apiRequest';
import type { JsonObject } from '../base/json';
import type { Endpoint } from '../protocol/endpoint';

/** What a request to an endpoint has in it. */
export type RequestValues = Omit<ApiRequest, 'endpoint'>;

/** Values of the placeholders in a path; `vdnId` replaces the VDN ID of the credential. */
export type PathValues = NonNullable<RequestValues['path']>;

/** Asks the service one thing; its answer has passed the check of the result code. */
export type SendRequest = (endpoint: Endpoint, values?: RequestValues) => Promise<JsonObject>;
