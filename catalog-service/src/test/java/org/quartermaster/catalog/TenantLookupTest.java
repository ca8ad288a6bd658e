package org.quartermaster.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.testing.TestTenant;

/** Which tenants something concerns, asked by a role that sees no tenant's rows. */
@CatalogTest
class TenantLookupTest {
    private final String tenant = TestTenant.create().id();

    private void subscribe(String prefix) throws SQLException {
        try (var session = CatalogSession.in(tenant)) {
            session.run("insert into catalog.tendersubscription (tenant_id, cpv_prefix) values ('%s', '%s')"
                    .formatted(tenant, prefix));
        }
    }

    private boolean isFound(String function) throws SQLException {
        try (var app = CatalogSession.as("catalog_app")) {
            return "1"
                    .equals(app.value(
                            "select count(*) from catalog.%s tenant where tenant = '%s'".formatted(function, tenant)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "18141000, 18141000-9, true",
        "18141000, 18141100, true",
        "18140000, 18141000, true",
        "18, 18141000-9, true",
        "30000000, 30000000-9, true",
        "30, 30200000, true",
        "18141000, 18140000, false",
        "18141000, 18142000, false",
        "18141000, 18, false",
        "18141000, cars, false"
    })
    void aSubscriptionMatchesItsCodeAndItsSubtree(String prefix, String code, boolean matches) throws SQLException {
        subscribe(prefix);

        assertThat(isFound("tenants_for_cpv(array['99', '%s'])".formatted(code)))
                .isEqualTo(matches);
    }

    @Test
    void aSubscriptionThatRestsMatchesNothing() throws SQLException {
        subscribe("18141000");
        try (var session = CatalogSession.in(tenant)) {
            session.run("update catalog.tendersubscription set is_active = false");
        }

        assertThat(isFound("tenants_for_cpv(array['18141000'])")).isFalse();
    }

    @Test
    void whatIsOverOrWaitsIsDue() throws SQLException {
        assertThat(isFound("tenants_with_due_work()")).isFalse();
        try (var session = CatalogSession.in(tenant)) {
            session.run(
                    "insert into catalog.stockreservation (tenant_id, reference, expires_at) values ('%s', 'R', now())"
                            .formatted(tenant));
            assertThat(isFound("tenants_with_due_work()")).isTrue();

            session.run("update catalog.stockreservation set state = 'expired'");
            assertThat(isFound("tenants_with_due_work()")).isFalse();
        }
    }

    @Test
    void onlyTheRoleThatServesRequestsMayAsk() throws SQLException {
        try (var system = CatalogSession.as("catalog_system")) {
            assertThatThrownBy(() -> system.value("select catalog.tenants_with_due_work()"))
                    .hasMessageContaining("permission denied for function");
        }
    }
}
