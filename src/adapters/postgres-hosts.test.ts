import { expect, test } from 'vitest';
import { hostsIn } from './postgres-hosts.ts';

test.each([
  ['postgres://me@a/ledger', ['postgres://me@a/ledger'], 'any'],
  ['postgres://a:1,b:2/ledger', ['postgres://a:1/ledger', 'postgres://b:2/ledger'], 'primary'],
  [
    'postgres://a,b/l?target_session_attrs=any&sslmode=require',
    ['postgres://a/l?sslmode=require', 'postgres://b/l?sslmode=require'],
    'any',
  ],
  [
    'postgresql://a,[::1]:5433/l?sslmode=require&target_session_attrs=standby',
    ['postgresql://a/l?sslmode=require', 'postgresql://[::1]:5433/l?sslmode=require'],
    'standby',
  ],
  ['postgres://a/l?target_session_attrs=read-write', ['postgres://a/l'], 'primary'],
])('takes %s apart', (address, addresses, wanted) => {
  expect(hostsIn(address, 'primary')).toMatchObject({ addresses, wanted });
});

test('shows where a ledger is without its password', () => {
  expect(hostsIn('postgres://me:s%40cret@a:1,b:2/l', 'any').where).toBe('postgres://me@a:1,b:2/l');
  expect(hostsIn('postgres://a/l?password=x&sslmode=require', 'any').where).toBe('postgres://a/l?sslmode=require');
});

test('refuses what libpq would refuse', () => {
  expect(() => hostsIn('postgres://a/l?target_session_attrs=best', 'any')).toThrow(/best is none of any/);
});
