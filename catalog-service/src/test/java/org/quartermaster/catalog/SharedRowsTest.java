package org.quartermaster.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.TestTenant;

/** Rows of all tenants beside those of one. */
@CatalogTest
class SharedRowsTest {
    private static final String KIT = "insert into catalog.maintenancekit (tenant_id, maintenance_type, name)";

    private final String tenant = TestTenant.create().id();
    private CatalogSession session;
    private CatalogSession system;
    private String shared;

    @BeforeEach
    void makeASharedKit() throws SQLException {
        system = CatalogSession.as("catalog_system");
        shared = system.value(KIT + " values (null, 'oil_change', 'For all') returning id");
        session = CatalogSession.in(tenant);
    }

    @AfterEach
    void leave() throws SQLException {
        system.run("delete from catalog.maintenancekit where id = " + shared);
        system.close();
        session.close();
    }

    @Test
    void aTenantSeesThemBesideItsOwnAndNobodyElses() throws SQLException {
        session.run(KIT + " values ('%s', 'oil_change', 'Own')".formatted(tenant));

        assertThat(session.value("select count(*) from catalog.maintenancekit")).isEqualTo("2");
        try (var other = CatalogSession.in(TestTenant.create().id())) {
            assertThat(other.value("select string_agg(name, ',') from catalog.maintenancekit"))
                    .isEqualTo("For all");
        }
    }

    @Test
    void aTenantNeitherMakesNorChangesThem() throws SQLException {
        assertThatThrownBy(() -> session.run(KIT + " values (null, 'oil_change', 'Mine for all')"))
                .hasMessageContaining("row-level security");

        session.run("update catalog.maintenancekit set name = 'Changed'");
        session.run("delete from catalog.maintenancekit");

        assertThat(system.value("select name from catalog.maintenancekit where id = " + shared))
                .isEqualTo("For all");
    }

    @Test
    void noTenantAddsToThem() {
        assertThatThrownBy(() -> session.run("""
                        insert into catalog.maintenancekititem (tenant_id, kit_id, selector, quantity)
                        values ('%s', %s, '{"ppe": "gloves"}', 1)
                        """.formatted(tenant, shared)))
                .hasMessageContaining("maintenancekititem_kit_fk");
    }

    @Test
    void aSharedItemNamesNoProductOfATenant() {
        assertThatThrownBy(() -> system.run("""
                        insert into catalog.maintenancekititem (tenant_id, kit_id, product_id, quantity)
                        values (null, %s, 1, 1)
                        """.formatted(shared)))
                .hasMessageContaining("maintenancekititem_own_product_check");
    }
}
