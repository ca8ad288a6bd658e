package org.quartermaster.catalog.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestProducts;
import org.quartermaster.catalog.unit.Measures;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;

/** The database names the articles that are compared, of the caller's tenant alone. */
@CatalogTest
class MatchingTest {
    private static final int MANY = 3_000;

    private final String tenant = TestTenant.create().id();

    @Inject
    Matching matching;

    private List<Match> match(String tenant, String text) {
        var wish = Wish.of(text, null, null, new Measures(Units.standard()).in(text));
        return Awaiting.result(() -> matching.match(Caller.system(tenant), List.of(wish)))
                .get(0);
    }

    private void addMany() throws SQLException {
        try (var session = CatalogSession.in(tenant)) {
            session.run("""
                    insert into catalog.product (tenant_id, sku, name, slug, folded_name, folded_keys)
                    select '%s', 'BOLT-' || n, 'Hex bolt steel M' || n, 'bolt-' || n, 'hex bolt steel m' || n, 'bolt ' || n
                    from generate_series(1, %d) n
                    """.formatted(tenant, MANY));
        }
    }

    @Test
    void aRareWordFindsItsArticleAmongMany() throws SQLException {
        addMany();
        var id = TestProducts.add(tenant, "AN-1", "Anchor bolt steel", "");

        assertThat(match(tenant, "steel anchor bolts").get(0).productId()).isEqualTo(id);
    }

    @Test
    void aMistypedWordFindsItToo() throws SQLException {
        addMany();
        var id = TestProducts.add(tenant, "RE-1", "Respirator", "");

        assertThat(match(tenant, "respiratr").get(0).productId()).isEqualTo(id);
    }

    @Test
    void aMistypedWordThatManyHaveFindsThose() throws SQLException {
        addMany();

        assertThat(match(tenant, "hex bollt steeel")).hasSize(5);
    }

    @Test
    void wordsThatAllHaveFindThoseThatHaveAllOfThem() throws SQLException {
        addMany();

        assertThat(match(tenant, "hex bolt steel")).hasSize(5);
    }

    @Test
    void aNumberFindsItsArticleHoweverItIsWritten() throws SQLException {
        addMany();

        var found = match(tenant, "bolt 2718 as before");

        assertThat(found.get(0).confidence()).isGreaterThanOrEqualTo(0.99);
        assertThat(found.get(0).evidence()).extracting(Match.Evidence::kind).contains("key");
    }

    @Test
    void productsOfAnotherTenantAreNeverFound() throws SQLException {
        TestProducts.add(tenant, "AN-1", "Anchor bolt steel", "");

        assertThat(match(TestTenant.create().id(), "AN-1 anchor bolt steel")).isEmpty();
    }

    @Test
    void theFunctionsGiveNothingWithoutATenant() throws SQLException {
        TestProducts.add(tenant, "AN-1", "Anchor bolt steel", "");
        try (var session = CatalogSession.as("catalog_app")) {
            for (var function : List.of("articles_with_words", "articles_with_phrases")) {
                var call = "select * from catalog.%s(array['anchor'], 5)".formatted(function);
                assertThatThrownBy(() -> session.run(call)).as(function).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void manyLinesCostAsManyStatementsAsOne() throws SQLException {
        addMany();
        var measures = new Measures(Units.standard());
        var lines = IntStream.rangeClosed(1, Matching.TOGETHER)
                .mapToObj(n -> Wish.of("hex bolt M" + n, null, null, measures.in("hex bolt M" + n)))
                .toList();

        var one = statements(() -> match(tenant, "hex bolt M1"));
        var all = statements(() -> Awaiting.result(() -> matching.match(Caller.system(tenant), lines)));

        assertThat(all).isEqualTo(one);
    }

    private static long statements(Runnable work) throws SQLException {
        return new Statements("catalog")
                .during(work).entrySet().stream()
                        .filter(statement -> statement.getKey().contains("catalog."))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }
}
