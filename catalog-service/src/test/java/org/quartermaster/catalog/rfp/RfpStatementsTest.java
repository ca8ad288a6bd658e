package org.quartermaster.catalog.rfp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestProducts;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;

/** What a request costs from its upload to its matches. */
@CatalogTest
class RfpStatementsTest {
    private static final Pattern WORK = Pattern.compile(
            "^\\s*(insert into|update|delete from) catalog[.]rfpline|catalog[.](articles_with|similar_words)|with found as");

    private static final int TOLD_APART = 60;

    private final TestTenant tenant = TestTenant.create();

    private static String text(int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(n -> n + ". Hex bolt M" + n + " zinc - " + n + " pcs")
                .collect(Collectors.joining("\n", "Request " + lines + "\n", ""));
    }

    /** How often reading and matching run each statement on lines, matches and articles. */
    private Map<String, Long> statements(int lines) throws SQLException {
        var counted = new TreeMap<String, Long>();
        new Statements("catalog").during(() -> analyzed(lines)).forEach((statement, count) -> {
            if (WORK.matcher(statement).find()) {
                counted.merge(beginning(statement), count, Long::sum);
            }
        });
        return counted;
    }

    /** NB: the server shows the constants of one statement now as they are, now as parameters. */
    private static String beginning(String statement) {
        var text = statement.replaceAll("\\s+", " ").strip();
        return text.substring(0, Math.min(TOLD_APART, text.length()));
    }

    private void analyzed(int lines) {
        var path = TestRfp.analyzed(tenant, text(lines));
        TestRfp.get(tenant, path).body("counts.lines", is(lines));
    }

    @Test
    void fiveHundredLinesAreReadAndMatchedByAsManyStatementsAsTen() throws SQLException {
        for (var n = 1; n <= 20; n++) {
            TestProducts.add(tenant.id(), "HB-" + n, "Hex bolt M" + n + " zinc", "");
        }

        var ten = statements(10);

        assertThat(ten).isNotEmpty();
        assertThat(statements(500)).isEqualTo(ten);
    }
}
