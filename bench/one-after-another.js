// What a deployment is held against: the usual script, which makes its calls one after the other. It is a good one of its kind:
// one token, connections that are kept, every answer looked at. It undoes nothing, and repeats nothing.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.', tenant = '', clientId = '', clientSecret = ''] = process.argv.slice(2);
const api = `${tenant}/api/v2`;
let token = '';

async function call(method, url, body) {
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return JSON.parse(text);
}

async function deploy(rule) {
  await call('GET', `${api}/campaigns/${rule.campaignId}`);
  for (const { mediaAssetId } of rule.nodes)
    if (mediaAssetId !== undefined) await call('GET', `${api}/media/assets/${mediaAssetId}`);
  const { id } = await call('POST', `${api}/ivr/flows`, { ...rule, status: 'DRAFT' });
  const { status: verdict } = await call('POST', `${api}/ivr/flows/${id}/validate`);
  if (verdict !== 'VALID') throw new Error(`${rule.name} is ${verdict}`);
  const { status } = await call('POST', `${api}/ivr/flows/${id}/compile`);
  if (status !== 'COMPILED') throw new Error(`${rule.name} is ${status}`);
  await call('PATCH', `${api}/ivr/flows/${id}`, { status: 'ACTIVE' });
}

const credentials = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
token = (await call('POST', `${tenant}/oauth/token`, credentials)).access_token;
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
);
for (const name of names) await deploy(JSON.parse(readFileSync(join(folder, name), 'utf8')));
