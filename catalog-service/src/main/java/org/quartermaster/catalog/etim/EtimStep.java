package org.quartermaster.catalog.etim;

/**
 * How the rows of one file come into the tables, in the order in which they need each other.
 *
 * @see EtimMerge
 */
enum EtimStep {
    GROUPS(EtimFile.GROUPS, "select distinct on (code) line, code, name from staged_groups order by code, line", """
            insert into catalog.etimgroup as t (code, name) select code, name from wanted
            on conflict (code) do update set name = excluded.name where t.name <> excluded.name
            """),
    UNITS(EtimFile.UNITS, """
            select distinct on (s.code) s.line, s.code, left(s.symbol, 64) as symbol,
              (select min(u.code) from catalog.unitofmeasure u where u.symbol = s.symbol) as uom_code
            from staged_units s order by s.code, s.line
            """, """
            insert into catalog.etimunit as t (code, symbol, uom_code) select code, symbol, uom_code from wanted
            on conflict (code) do update set symbol = excluded.symbol, uom_code = excluded.uom_code
            where (t.symbol, t.uom_code) is distinct from (excluded.symbol, excluded.uom_code)
            """),
    VALUES(EtimFile.VALUES, "select distinct on (code) line, code, name from staged_values order by code, line", """
            insert into catalog.etimvalue as t (code, name) select code, name from wanted
            on conflict (code) do update set name = excluded.name where t.name <> excluded.name
            """),
    // NB: the type of a feature stands with the classes that have it; one that no class has is passed over.
    FEATURES(EtimFile.FEATURES, """
            select distinct on (s.code) s.line, s.code, s.name, coalesce(f.type, e.type) as type
            from staged_features s
              left join staged_class_features f on f.feature_id = s.code
              left join catalog.etimfeature e on e.code = s.code
            where coalesce(f.type, e.type) is not null order by s.code, s.line
            """, """
            insert into catalog.etimfeature as t (code, name, type) select code, name, type from wanted
            on conflict (code) do update set name = excluded.name, type = excluded.type
            where (t.name, t.type) is distinct from (excluded.name, excluded.type)
            """),
    CLASSES(EtimFile.CLASSES, """
            select distinct on (s.class_code, s.version) s.line, s.class_code, s.version, s.group_id, s.name
            from staged_classes s join catalog.etimgroup g on g.code = s.group_id
            order by s.class_code, s.version, s.line
            """, """
            insert into catalog.etimclass as t (class_code, version, group_id, description_en, is_current)
            select class_code, cast(version as int), group_id, name, false from wanted
            on conflict (class_code, version) do update
              set group_id = excluded.group_id, description_en = excluded.description_en
            where (t.group_id, t.description_en) is distinct from (excluded.group_id, excluded.description_en)
            """),
    CLASS_FEATURES(EtimFile.CLASS_FEATURES, """
            select distinct on (t.class_id, s.feature_id) s.line, t.class_id, s.feature_id, u.code as unit_id,
              case when s.sort ~ '^[0-9]{1,9}$' then cast(s.sort as int) else 0 end as sort
            from staged_class_features s join staged_target t on t.class_code = s.class_code
              left join lateral (select n.code from catalog.etimunit n where n.code = s.unit or n.symbol = s.unit
                order by n.code <> s.unit, n.code limit 1) u on true
            where s.unit is null or u.code is not null order by t.class_id, s.feature_id, s.line
            """, """
            insert into catalog.etimclassfeature as t (class_id, feature_id, unit_id, sort)
            select class_id, feature_id, unit_id, sort from wanted
            on conflict (class_id, feature_id) do update set unit_id = excluded.unit_id, sort = excluded.sort
            where (t.unit_id, t.sort) is distinct from (excluded.unit_id, excluded.sort)
            """),
    FEATURE_VALUES(EtimFile.FEATURE_VALUES, """
            select distinct on (c.id, s.value_id) s.line, c.id as class_feature_id, s.value_id,
              case when s.sort ~ '^[0-9]{1,9}$' then cast(s.sort as int) else 0 end as sort
            from staged_feature_values s join staged_class_features f on f.nr = s.nr
              join staged_target t on t.class_code = f.class_code
              join catalog.etimclassfeature c on c.class_id = t.class_id and c.feature_id = f.feature_id
              join catalog.etimvalue v on v.code = s.value_id
            order by c.id, s.value_id, s.line
            """, """
            insert into catalog.etimclassfeaturevalue as t (class_feature_id, value_id, sort)
            select class_feature_id, value_id, sort from wanted
            on conflict (class_feature_id, value_id) do update set sort = excluded.sort where t.sort <> excluded.sort
            """),
    SYNONYMS(EtimFile.SYNONYMS, """
            select distinct on (t.class_id, s.synonym) s.line, t.class_id, s.synonym
            from staged_synonyms s join staged_target t on t.class_code = s.class_code
            order by t.class_id, s.synonym, s.line
            """, """
            insert into catalog.etimsynonym (class_id, synonym, language) select class_id, synonym, 'en' from wanted
            on conflict do nothing
            """);

    final EtimFile file;
    private final String wanted;
    private final String write;

    EtimStep(EtimFile file, String wanted, String write) {
        this.file = file;
        this.wanted = wanted;
        this.write = write;
    }

    /** Writes the rows; gives how many came, how many can be taken, are new, and are otherwise than before. */
    String merge() {
        return """
                with wanted as (%s), written as (%s returning xmax = 0 as is_new)
                select (select count(*) from %s), (select count(distinct line) from wanted),
                  (select count(*) from written where is_new), (select count(*) from written where not is_new)
                """.formatted(wanted, write, file.stage());
    }

    /** The lines that cannot be taken. */
    String left() {
        return "with wanted as (%s) select line from %s where line not in (select line from wanted) order by line limit 1000"
                .formatted(wanted, file.stage());
    }
}
