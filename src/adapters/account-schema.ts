// The tables of accounts, sessions and tokens: beside the ledger, no part of its chain.

export const ACCOUNT_TABLES: readonly string[] = [
  `create table account (
     name text primary key,
     role text not null,
     created text not null,
     password text not null
   )`,
  `create table session (
     hash text primary key,
     account text not null references account on delete cascade,
     expires text not null
   )`,
  `create index session_account on session (account)`,
  `create table api_token (
     id text primary key,
     hash text not null unique,
     account text not null references account on delete cascade,
     scopes text not null,
     label text not null,
     created text not null,
     expires text
   )`,
  `create table server_secret (
     only_one boolean primary key default true check (only_one),
     secret text not null
   )`,
];
