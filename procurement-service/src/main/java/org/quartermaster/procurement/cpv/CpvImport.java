package org.quartermaster.procurement.cpv;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.platform.rest.Fields;

/** Adds codes and labels to the list, and changes labels; never deletes one. */
public final class CpvImport {
    private static final String BUNDLED = "/cpv/cpv-en.csv";
    private static final String LANGUAGE = "[a-z]{2,3}";

    private static final String ADD = """
            insert into procurement.cpv_codes (cpv_code, code8, check_digit, prefix, level)
            select cpv_code, code8, check_digit, prefix, level
            from unnest(?, ?, ?, ?, ?) as a (cpv_code, code8, check_digit, prefix, level)
            on conflict do nothing returning cpv_code
            """;
    private static final String LISTED = "select cpv_code from procurement.cpv_codes where cpv_code = any (?)";
    private static final String LABEL = """
            insert into procurement.cpv_labels as l (cpv_code, lang, label)
            select cpv_code, lang, label from unnest(?, ?, ?) as a (cpv_code, lang, label)
            on conflict (cpv_code, lang) do update set label = excluded.label where l.label <> excluded.label
            returning cpv_code
            """;
    private static final String DESCRIBE = """
            update procurement.cpv_codes c set description_en = n.en, description_mk = n.mk
            from (select cpv_code, max(label) filter (where lang = 'en') as en, max(label) filter (where lang = 'mk') as mk
              from procurement.cpv_labels group by cpv_code) n
            where n.cpv_code = c.cpv_code
              and (c.description_en, c.description_mk) is distinct from (n.en, n.mk)
            """;
    /** NB: some codes have no direct parent; the nearest shorter prefix in the list is it then. */
    private static final String PLACE = """
            update procurement.cpv_codes c set parent_code = n.parent
            from (
              select k.cpv_code, (select p.cpv_code from procurement.cpv_codes p
                where p.prefix in (left(k.prefix, 2), left(k.prefix, 3), left(k.prefix, 4), left(k.prefix, 5),
                  left(k.prefix, 6), left(k.prefix, 7)) and p.prefix <> k.prefix
                order by length(p.prefix) desc limit 1) as parent
              from procurement.cpv_codes k) n
            where n.cpv_code = c.cpv_code and c.parent_code is distinct from n.parent
            """;

    private CpvImport() {}

    /**
     * What an import did.
     *
     * @param rows that the file has
     * @param added codes that were not listed
     * @param updated listed codes with new labels
     * @param rejected rows that were not taken
     */
    @Schema(name = "CpvImportReport")
    public record Report(long rows, long added, long updated, long rejected) {}

    /** Reads the parameter {@code lang}; English without it. */
    static String language(Fields query) {
        var language = query.text("lang", 0, 3).or("en");
        if (!language.matches(LANGUAGE)) {
            query.error("lang", "string_pattern", LANGUAGE);
        }
        return language;
    }

    /** The short English list that comes with the service: divisions, groups, and codes of the demo. */
    public static InputStream bundled() {
        return CpvImport.class.getResourceAsStream(BUNDLED);
    }

    /**
     * Imports a file in the connection's transaction; may be repeated.
     *
     * @param language of the column {@code description}
     * @param errors is told of each row that is not taken
     */
    public static Report run(Connection connection, InputStream file, String language, Consumer<JobError> errors)
            throws IOException, SQLException {
        return merge(connection, CpvFile.read(file, language, errors), errors);
    }

    static Report merge(Connection connection, CpvFile file, Consumer<JobError> errors) throws SQLException {
        var rows = List.copyOf(file.rows().values());
        var added = new HashSet<>(add(connection, rows));
        var listed = new HashSet<>(Sql.query(
                connection,
                LISTED,
                row -> row.getString(1),
                connection.createArrayOf("text", file.rows().keySet().toArray())));
        var taken =
                rows.stream().filter(row -> listed.contains(row.code().given())).toList();
        rows.stream()
                .filter(row -> !listed.contains(row.code().given()))
                .forEach(row -> errors.accept(JobError.of(
                        row.line(),
                        "code",
                        "other_check_digit",
                        row.line(),
                        row.code().given())));
        var changed = new HashSet<>(label(connection, taken));
        changed.removeAll(added);
        Sql.update(connection, DESCRIBE);
        Sql.update(connection, PLACE);
        return new Report(file.read(), added.size(), changed.size(), file.read() - taken.size());
    }

    private static List<String> add(Connection connection, List<CpvFile.Row> rows) throws SQLException {
        return Sql.query(
                connection,
                ADD,
                row -> row.getString(1),
                connection.createArrayOf(
                        "text", rows.stream().map(row -> row.code().given()).toArray()),
                connection.createArrayOf(
                        "text", rows.stream().map(row -> row.code().code8()).toArray()),
                connection.createArrayOf(
                        "int", rows.stream().map(row -> row.code().checkDigit()).toArray()),
                connection.createArrayOf(
                        "text", rows.stream().map(row -> row.code().prefix()).toArray()),
                connection.createArrayOf(
                        "int", rows.stream().map(row -> row.code().level()).toArray()));
    }

    private record Label(String code, String language, String text) {}

    private static List<String> label(Connection connection, List<CpvFile.Row> rows) throws SQLException {
        var labels = rows.stream()
                .flatMap(row -> row.labels().entrySet().stream()
                        .map(label -> new Label(row.code().given(), label.getKey(), label.getValue())))
                .toList();
        return Sql.query(
                connection,
                LABEL,
                row -> row.getString(1),
                connection.createArrayOf(
                        "text", labels.stream().map(Label::code).toArray()),
                connection.createArrayOf(
                        "text", labels.stream().map(Label::language).toArray()),
                connection.createArrayOf(
                        "text", labels.stream().map(Label::text).toArray()));
    }
}
