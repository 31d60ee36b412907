// The tables of comments and of decisions on them: part of the ledger and of its chain.

export const COMMENT_TABLES: readonly string[] = [
  `create table comment (
     id text primary key,
     report text not null,
     name text,
     author text,
     body text,
     words text not null,
     posted text not null,
     transaction integer not null,
     ordinal integer not null,
     digest text not null
   )`,
  `create index comment_report on comment (report)`,
  `create index comment_transaction on comment (transaction)`,
  `create table moderation (
     transaction integer not null,
     ordinal integer not null,
     comment text not null,
     verdict text not null,
     by_whom text,
     note text,
     at text not null,
     digest text not null,
     primary key (transaction, ordinal)
   )`,
  `create index moderation_comment on moderation (comment)`,
];
