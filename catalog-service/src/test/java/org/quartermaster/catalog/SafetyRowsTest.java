package org.quartermaster.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.testing.TestTenant;

/** Tasks and tools cite nothing that is not in the tables, and what is cited stays. */
@CatalogTest
class SafetyRowsTest {
    private static final String LISTS = """
            insert into catalog.hazard (code, name) values ('t_dust', 'Dust'), ('t_noise', 'Noise') on conflict do nothing;
            insert into catalog.ppetype (code, name) values ('t_mask', 'Mask'), ('t_muff', 'Ear muff')
              on conflict do nothing;
            insert into catalog.oshastandard (cfr, part, section, title, description, requirements, legal_reference_url)
              values ('29 CFR 1910.1', '1910', '1', 'Of the tests', '-', '-', 'https://www.ecfr.gov')
              on conflict do nothing;
            insert into catalog.ansistandard (standard, family, edition, body, title, description, standard_type)
              values ('ANSI T1-2020', 'T1', '2020', 'T', 'Of the tests', '-', 'eye') on conflict do nothing
            """;
    private static final String DUST = """
            {"code": "t_dust", "severity": 4, "likelihood": 4, "standards": ["29 CFR 1910.1(d)(1)", "ANSI T1-2020"],
             "mandatory_ppe": ["t_mask"], "recommended_ppe": ["t_muff"]}""";
    private static final String NOISE = """
            {"code": "t_noise", "severity": 2, "likelihood": 2, "mandatory_ppe": ["t_muff", "t_mask"]}""";

    private final String tenant = TestTenant.create().id();
    private CatalogSession session;
    private CatalogSession system;

    @BeforeEach
    void fillTheLists() throws SQLException {
        system = CatalogSession.as("catalog_system");
        system.run(LISTS);
        session = CatalogSession.in(tenant);
    }

    @AfterEach
    void leave() throws SQLException {
        system.run("delete from catalog.taskhazardmapping where tenant_id = '%s'".formatted(tenant));
        system.close();
        session.close();
    }

    private void task(String hazards) throws SQLException {
        session.run("""
                insert into catalog.taskhazardmapping (tenant_id, task_id, task_name, hazards)
                values ('%s', 'drill', 'Drilling', '[%s]')
                """.formatted(tenant, hazards));
    }

    @Test
    void riskAndUnionsOfATaskAreThoseOfItsHazards() throws SQLException {
        task(DUST + "," + NOISE);

        assertThat(session.value("""
                        select risk_level || osha_standards || mandatory_ppe || recommended_ppe
                        from catalog.taskhazardmapping where task_id = 'drill'
                        """))
                .isEqualTo("critical[\"29 CFR 1910.1(d)(1)\"][\"t_mask\", \"t_muff\"][\"t_muff\"]");
    }

    @ParameterizedTest
    @CsvSource({"5 3 critical", "3 3 high", "2 4 medium", "2 2 medium", "3 1 low"})
    void theRiskIsTheHighestProduct(String words) throws SQLException {
        var word = words.split(" ");

        task("{\"code\": \"t_noise\", \"severity\": %s, \"likelihood\": %s}".formatted(word[0], word[1]));

        assertThat(session.value("select risk_level from catalog.taskhazardmapping where task_id = 'drill'"))
                .isEqualTo(word[2]);
    }

    @ParameterizedTest
    @CsvSource({
        "t_dust, t_unheard, safety_hazard_check",
        "t_mask, t_unheard, safety_ppe_check",
        "29 CFR 1910.1, 29 CFR 1926.138, safety_citation_check",
        "ANSI T1-2020, ANSI T1-2017, safety_citation_check",
        "severity\": 4, severity\": 6, safety_rating_check",
        "likelihood\": 4, likelihood\": 0, safety_rating_check"
    })
    void whatIsInNoListIsRefused(String right, String wrong, String rule) {
        assertThatThrownBy(() -> task(DUST.replace(right, wrong))).hasMessageContaining(rule);
    }

    @Test
    void aToolCitesNothingUnknown() {
        assertThatThrownBy(() -> session.run("""
                        insert into catalog.toolriskclassification (tenant_id, tool_name, category, hazards)
                        values ('%s', 'Drill', 'power', '["t_unheard"]')
                        """.formatted(tenant))).hasMessageContaining("safety_hazard_check");
    }

    @ParameterizedTest
    @CsvSource({
        "hazard, code, t_dust",
        "ppetype, code, t_muff",
        "oshastandard, cfr, 29 CFR 1910.1",
        "ansistandard, standard, ANSI T1-2020"
    })
    void whatIsCitedCannotBeDeleted(String table, String column, String code) throws SQLException {
        task(DUST);

        assertThatThrownBy(() -> system.run("delete from catalog.%s where %s = '%s'".formatted(table, column, code)))
                .hasMessageContaining("safety_cited_check");
        system.run("update catalog.%s set updated_at = now() where %s = '%s'".formatted(table, column, code));
    }
}
