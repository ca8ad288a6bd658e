package org.quartermaster.catalog.etim;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.catalog.text.Words;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.job.JobError;

/** Brings a staged release into the tables; a new version of a class stands beside the old one. */
final class EtimMerge {
    /** What files tell by the way, before the rows that need it. */
    private static final List<String> NAMES_OF_CLASSES = List.of("""
            insert into catalog.etimgroup (code, name)
            select distinct on (group_id) group_id, group_name from staged_classes where group_name is not null
            on conflict do nothing
            """);

    private static final List<String> NAMES_OF_FEATURES = List.of("""
            insert into catalog.etimvalue (code, name)
            select distinct on (value_id) value_id, name from staged_feature_values where name is not null
            on conflict do nothing
            """, """
            insert into catalog.etimfeature as t (code, name, type)
            select distinct on (feature_id) feature_id, coalesce(name, feature_id), type from staged_class_features
            on conflict (code) do update set type = excluded.type where t.type <> excluded.type
            """);
    private static final List<String> CURRENT = List.of("""
            update catalog.etimclass c set is_current = false
            where c.is_current and exists (select from catalog.etimclass n join staged_classes s
              on s.class_code = n.class_code where n.class_code = c.class_code and n.version > c.version)
            """, """
            update catalog.etimclass c set is_current = true
            where not c.is_current and c.class_code in (select class_code from staged_classes)
              and not exists (select from catalog.etimclass n
                where n.class_code = c.class_code and n.version > c.version)
            """, """
            create temporary table staged_target on commit drop as
            select c.class_code, c.id as class_id from catalog.etimclass c join staged_classes s
              on s.class_code = c.class_code and cast(s.version as int) = c.version
            union
            select c.class_code, c.id from catalog.etimclass c where c.is_current
              and c.class_code in (select class_code from staged_class_features
                union select class_code from staged_synonyms)
              and c.class_code not in (select class_code from staged_classes)
            """, "analyze staged_target");

    private static final String COMPILE = """
            update catalog.etimclass c set features = n.features
            from (
              select t.class_id, jsonb_agg(jsonb_build_object('code', f.code, 'name', f.name, 'type', f.type,
                'sort', l.sort, 'unit', case when u.code is not null then jsonb_build_object('code', u.code, 'symbol',
                  u.symbol, 'uom_code', u.uom_code) end, 'values', coalesce(v.allowed, '[]')) order by l.sort, f.code)
                as features
              from staged_target t
                join catalog.etimclassfeature l on l.class_id = t.class_id
                join catalog.etimfeature f on f.code = l.feature_id
                left join catalog.etimunit u on u.code = l.unit_id
                left join (select k.class_feature_id, jsonb_agg(jsonb_build_object('code', e.code, 'name', e.name)
                    order by k.sort, e.code) as allowed
                  from catalog.etimclassfeaturevalue k join catalog.etimvalue e on e.code = k.value_id
                  group by k.class_feature_id) v on v.class_feature_id = l.id
              group by t.class_id) n
            where n.class_id = c.id and c.features <> n.features
            """;
    private static final String WORDS = """
            select c.id, concat_ws(' ', c.description_en, (select string_agg(s.synonym, ' ' order by s.synonym)
              from catalog.etimsynonym s where s.class_id = c.id))
            from catalog.etimclass c where c.id in (select class_id from staged_target)
            """;
    private static final String FOLD = """
            update catalog.etimclass c set folded_description = n.folded
            from unnest(cast(? as bigint[]), cast(? as text[])) as n (id, folded)
            where c.id = n.id and c.folded_description <> n.folded
            """;

    private final Connection connection;
    private final EtimStage stage;
    private final Consumer<JobError> errors;
    private long rows;
    private long taken;
    private long created;
    private long updated;
    private long skipped;

    EtimMerge(Connection connection, EtimStage stage, Consumer<JobError> errors) {
        this.connection = connection;
        this.stage = stage;
        this.errors = errors;
    }

    private record Counts(long rows, long taken, long created, long updated) {}

    private record Folded(long id, String words) {}

    ImportReport run(boolean dryRun) throws SQLException {
        for (var step : EtimStep.values()) {
            if (step == EtimStep.CLASSES) {
                all(NAMES_OF_CLASSES);
            } else if (step == EtimStep.CLASS_FEATURES) {
                all(CURRENT);
                all(NAMES_OF_FEATURES);
            }
            take(step);
        }
        Sql.update(connection, COMPILE);
        fold();
        var all = rows + stage.malformed() + stage.skipped();
        var rejected = all - taken - skipped - stage.skipped();
        return new ImportReport(
                "etim",
                dryRun,
                all,
                created,
                updated,
                taken - created - updated,
                rejected,
                skipped + stage.skipped(),
                0,
                null);
    }

    private void all(List<String> statements) throws SQLException {
        for (var statement : statements) {
            Sql.update(connection, statement);
        }
    }

    private void take(EtimStep step) throws SQLException {
        var counts = Sql.query(
                        connection,
                        step.merge(),
                        row -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .get(0);
        rows += counts.rows();
        taken += counts.taken();
        created += counts.created();
        updated += counts.updated();
        if (step == EtimStep.FEATURES) {
            skipped += counts.rows() - counts.taken();
        } else if (counts.rows() > counts.taken()) {
            Sql.query(connection, step.left(), row -> row.getLong(1))
                    .forEach(line -> errors.accept(JobError.of(line, null, "etim.unreferenced", step.file.stage())));
        }
    }

    /** The words that a class is found by: those of its name and its synonyms. */
    private void fold() throws SQLException {
        var folded = Sql.query(
                connection, WORDS, row -> new Folded(row.getLong(1), String.join(" ", Words.of(row.getString(2)))));
        Sql.update(
                connection,
                FOLD,
                connection.createArrayOf(
                        "bigint", folded.stream().map(Folded::id).toArray()),
                connection.createArrayOf(
                        "text", folded.stream().map(Folded::words).toArray()));
    }
}
