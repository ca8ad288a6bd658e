package org.quartermaster.procurement.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;

@ProcurementTest
class DemoIdentitiesTest {
    private static final String ORGANIZATION = "00000000-0000-4000-8000-000000000100";

    @Inject
    DemoIdentities demo;

    @Test
    void threePeopleWorkInTheDemoHoweverOftenItStarts() {
        TestOrganization.operator();

        demo.write();
        demo.write();

        assertThat(TestRows.texts("""
                        select right(u.user_id::text, 4) || ' ' || u.full_name || ' ' || m.roles::text
                        from procurement.organization_members m join procurement.users u on u.user_id = m.user_id
                        where m.tenant_id = 'tenant_demo' order by 1
                        """))
                .containsExactly(
                        "0001 Demo user {admin,manager,operator,viewer,data-admin}",
                        "0002 Fleet clerk {manager}",
                        "0003 Driver {viewer}");
        assertThat(TestRows.texts("select tier from procurement.subscriptions where tenant_id = 'tenant_demo'"))
                .containsExactly("enterprise");
        assertThat(TestRows.verbs("organization", ORGANIZATION)).containsExactly("created");
        assertThat(TestRows.texts("select tenant_id from procurement.organizations where is_operator"))
                .as("an operator that was there before stays")
                .containsExactly("t_operator");
    }
}
