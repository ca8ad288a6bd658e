package org.quartermaster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.TestTenant;

/** Keys between tables of tenants: PostgreSQL checks them without row security, so each holds the tenant too. */
@CatalogTest
class TenantKeysTest {
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    /** For each key a statement that points a row of the tenant to the row of another, whose number is a parameter. */
    private static final String ATTEMPTS = """
            select k.conname, k.confrelid::regclass, case
              when has_table_privilege('catalog_app', k.conrelid, 'update')
                then format('update %1$s set %2$I = ? where tenant_id = ?', k.conrelid::regclass, a.attname)
              else format('insert into %1$s (%3$s) select %4$s from %1$s where tenant_id = ?',
                k.conrelid::regclass, a.attname, columns.names, columns.changed) end
            from pg_constraint k
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
            cross join lateral (
              select string_agg(quote_ident(c.attname), ', ' order by c.attnum) as names,
                string_agg(case c.attname when a.attname then '?' when 'id' then 'nextval(''catalog.ids'')'
                  when 'superseded_at' then 'now()' else quote_ident(c.attname) end, ', ' order by c.attnum) as changed
              from pg_attribute c
              where c.attrelid = k.conrelid and c.attnum > 0 and not c.attisdropped and c.attgenerated = ''
            ) columns
            where k.contype = 'f' and k.conparentid = 0 and k.connamespace = 'catalog'::regnamespace
              and cardinality(k.conkey) = 2
              and exists (select from pg_attribute t where t.attrelid = k.confrelid and t.attname = 'tenant_id')
              and exists (select from pg_class r where r.oid = k.confrelid and r.relnamespace = k.connamespace)
            order by 1
            """;

    private record Attempt(String key, String target, String sql) {}

    private static List<Attempt> attempts() throws SQLException {
        var attempts = new ArrayList<Attempt>();
        try (var owner = CatalogDatabase.as("catalog_owner");
                var statement = owner.createStatement();
                var rows = statement.executeQuery(ATTEMPTS)) {
            while (rows.next()) {
                attempts.add(new Attempt(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return attempts;
    }

    /** How the database answers; "done" where it does not mind. */
    private static String answer(Attempt attempt, String tenant, long foreign) throws SQLException {
        try (var app = CatalogDatabase.as("catalog_app");
                var enter = app.prepareStatement("select set_config('app.tenant_id', ?, false)");
                var statement = app.prepareStatement(attempt.sql())) {
            enter.setString(1, tenant);
            enter.execute();
            statement.setLong(1, foreign);
            statement.setString(2, tenant);
            statement.executeUpdate();
            return "done";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    @Test
    void noKeyLeadsToARowOfAnotherTenant() throws SQLException {
        var owner = TestTenant.create().id();
        var intruder = TestTenant.create().id();
        TestRows.of(owner);
        TestRows.of(intruder);
        var attempts = attempts();

        var answers = new ArrayList<String>();
        try (var session = CatalogSession.in(owner)) {
            for (var attempt : attempts) {
                var foreign = session.value("select id from " + attempt.target() + " where tenant_id is not null");
                answers.add(attempt.key() + " " + answer(attempt, intruder, Long.parseLong(foreign)));
            }
        }

        assertThat(attempts).hasSizeGreaterThan(45);
        assertThat(answers)
                .containsExactlyElementsOf(attempts.stream()
                        .map(attempt -> attempt.key() + " " + FOREIGN_KEY_VIOLATION)
                        .toList());
    }

    @Test
    void allTablesOfTenantsAreReferencedWithTheTenant() throws SQLException {
        try (var owner = CatalogSession.as("catalog_owner")) {
            assertThat(owner.value("""
                            select string_agg(conname, ', ') from pg_constraint k
                            where contype = 'f' and connamespace = 'catalog'::regnamespace and cardinality(conkey) = 1
                              and exists (select from pg_attribute a
                                          where a.attrelid = k.confrelid and a.attname = 'tenant_id')
                            """)).isNull();
        }
    }
}
