-- Purpose: the list of CPV codes, and their labels in any language
-- Depends: V0001, V0000.26
-- Rollback: U0020__create_cpv_codes.sql

create table procurement.cpv_codes (
  cpv_code varchar(50) not null,
  code8 char(8) not null,
  check_digit smallint not null,
  -- the code without the zeros at its end, at least two digits: its subtree is all codes that start so
  prefix text not null,
  description_mk text,
  description_en text,
  level int not null,
  parent_code varchar(50),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint cpv_codes_pkey primary key (cpv_code),
  constraint cpv_codes_code8_unique unique (code8),
  constraint cpv_codes_prefix_unique unique (prefix),
  constraint cpv_codes_parent_fk foreign key (parent_code) references procurement.cpv_codes (cpv_code) on delete set null,
  constraint cpv_codes_code_check check (cpv_code ~ '^[0-9]{8}-[0-9]$'),
  constraint cpv_codes_level_check check (level between 1 and 5)
);
create index cpv_codes_level_idx on procurement.cpv_codes (level);
create index cpv_codes_parent_idx on procurement.cpv_codes (parent_code);
create index cpv_codes_subtree_idx on procurement.cpv_codes (prefix text_pattern_ops);
call platform.guard_global_table('procurement.cpv_codes');

create table procurement.cpv_labels (
  cpv_code varchar(50) not null,
  lang text not null,
  label text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint cpv_labels_pkey primary key (cpv_code, lang),
  constraint cpv_labels_code_fk foreign key (cpv_code) references procurement.cpv_codes (cpv_code) on delete cascade
);
call platform.guard_global_table('procurement.cpv_labels');
