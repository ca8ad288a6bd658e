package org.quartermaster.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.quartermaster.local.LocalServers;

/** Ids of the demo organization's rows, as the tables of a service have them: no answer has a say in what is foreign. */
final class ForeignIds {
    private static final String OWNER = "tenant_demo";
    private static final String COLUMNS = """
            select format('%I.%I', n.nspname, c.relname) as name, quote_ident(a.attname) as key
            from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
            where i.indisprimary and not c.relispartition and (a.attname = 'id' or a.attname like '%\\_id')
              and a.attname <> 'tenant_id' and a.atttypid in ('uuid'::regtype, 'text'::regtype, 'varchar'::regtype,
                'bigint'::regtype)
              and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id')
            """;
    private static final String IDS =
            "select distinct cast(%s as text) as name, cast(tenant_id as text) as key from %s where tenant_id is not null";
    private static final Pattern WORD_END = Pattern.compile("[^A-Za-z0-9_-]+");

    /** Shorter ones, such as those of the demo's machines, every organization could have. */
    private static final Pattern LONG = Pattern.compile("(?=.*[0-9]).{8,}");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Set<String> ids;

    private ForeignIds(Set<String> ids) {
        this.ids = ids;
    }

    /** NB: only catalog numbers all its rows from one sequence; the numbers of the others tell no row. */
    static ForeignIds of(String service) throws SQLException {
        var owned = new HashSet<String>();
        var others = new HashSet<String>();
        try (var connection = LocalServers.adminConnection(service)) {
            for (var column : pairs(connection, COLUMNS).entrySet()) {
                for (var key : column.getValue()) {
                    pairs(connection, IDS.formatted(key, column.getKey()))
                            .forEach((id, tenants) -> (tenants.contains(OWNER) ? owned : others).add(id));
                }
            }
        }
        owned.removeAll(others);
        owned.removeIf(id -> NUMBER.matcher(id).matches()
                ? !service.equals("catalog")
                : !LONG.matcher(id).matches());
        return new ForeignIds(owned);
    }

    private static Map<String, Set<String>> pairs(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var pairs = new HashMap<String, Set<String>>();
            while (rows.next()) {
                pairs.computeIfAbsent(rows.getString(1), none -> new HashSet<>())
                        .add(rows.getString(2));
            }
            return pairs;
        }
    }

    /** Those that an answer tells, in whatever form. */
    Set<String> in(Answer answer) {
        var told = new TreeSet<String>();
        for (var word : WORD_END.split(answer.text())) {
            if (ids.contains(word) && !NUMBER.matcher(word).matches()) {
                told.add(word);
            }
        }
        collect(answer.json(), told);
        return told;
    }

    private void collect(JsonNode node, Set<String> told) {
        for (var member : node.properties()) {
            var isId = member.getKey().equals("id") || KnownRows.isReference(member.getKey());
            if (isId && ids.contains(member.getValue().asText())) {
                told.add(member.getValue().asText());
            }
        }
        node.forEach(member -> collect(member, told));
    }
}
