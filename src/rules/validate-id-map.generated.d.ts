// The type of the generated validator: true, or the errors of the last call on `errors`.
import type { ErrorObject } from 'ajv';
export const validate: ((data: unknown) => boolean) & { errors?: ErrorObject[] | null };
