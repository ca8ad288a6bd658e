package org.quartermaster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a broken rule of the tables means to a client. */
@CatalogTest
class ConstraintsTest {
    /** Names of unique indexes and exclusions, of checks, and of the rules that triggers keep. */
    private static final String RULES = """
            select relname from pg_index i join pg_class c on c.oid = i.indexrelid
            where c.relnamespace = 'catalog'::regnamespace and i.indisunique
            union select conname from pg_constraint where connamespace = 'catalog'::regnamespace and contype in ('x', 'c')
            union select (regexp_matches(prosrc, 'catalog\\.refuse\\(''(\\w+)''', 'g'))[1]
            from pg_proc where pronamespace = 'catalog'::regnamespace
            """;

    private static Properties read(String file) throws IOException {
        var properties = new Properties();
        try (var in = ConstraintsTest.class.getResourceAsStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    @Test
    void everyNamedRuleStandsInTheDatabase() throws IOException, SQLException {
        var rules = new TreeSet<String>();
        try (var owner = CatalogDatabase.as("catalog_owner");
                var statement = owner.createStatement();
                var rows = statement.executeQuery(RULES)) {
            while (rows.next()) {
                rules.add(rows.getString(1));
            }
        }

        assertThat(rules).containsAll(read("/constraints.properties").stringPropertyNames());
    }

    @Test
    void everyCodeHasATextInBothLanguages() throws IOException {
        var codes = read("/constraints.properties").values().stream()
                .map(meaning -> meaning.toString().split(" "))
                .filter(words -> words.length == 3)
                .map(words -> words[1])
                .toList();

        assertThat(codes).contains("price.overlap");
        assertThat(read("/service_messages.properties").stringPropertyNames()).containsAll(codes);
        assertThat(read("/service_messages_ar.properties").stringPropertyNames())
                .isEqualTo(read("/service_messages.properties").stringPropertyNames());
    }
}
