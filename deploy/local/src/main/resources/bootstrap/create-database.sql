-- Run as superuser, outside a transaction, when the database does not exist.
-- Under ctype C trigrams and case folding of Cyrillic and Arabic silently do nothing, so the ctype is explicit.
create database ${service} owner ${service}_owner template template0
  encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8';
