package org.quartermaster.catalog.safetyreference;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.platform.testing.TestTenant;

/** Lists that the tests of this package cite from, and requests in the name of a tenant. */
record SafetyLibraryRows(TestTenant tenant) {
    static final String PATH = "/api/v1/safety";

    private static final String LISTS = """
            insert into catalog.hazard (code, name) values ('w_dust', 'Dust of writing'), ('w_noise', 'Noise of writing')
              on conflict do nothing;
            insert into catalog.ppetype (code, name) values ('w_mask', 'Mask of writing'), ('w_muff', 'Muff of writing')
              on conflict do nothing;
            insert into catalog.oshastandard (cfr, part, section, title, description, requirements, legal_reference_url)
              values ('29 CFR 1995.38', '1995', '38', 'Hands of writing', '-', '-', 'https://www.ecfr.gov/w'),
                ('29 CFR 1994.38', '1994', '38', 'Hands at sea', '-', '-', 'https://www.ecfr.gov/w')
              on conflict do nothing;
            insert into catalog.ansistandard (standard, family, edition, edition_status, body, title, description,
              standard_type) values ('ANSI W77-2014 (R2019)', 'W77', '2014 (R2019)', 'superseded', 'W', 'Old', '-', 'eye'),
              ('ANSI W77-2020', 'W77', '2020', 'current', 'W', 'New', '-', 'eye') on conflict do nothing
            """;

    static SafetyLibraryRows open() throws SQLException {
        try (var system = CatalogSession.as("catalog_system")) {
            system.run(LISTS);
        }
        return new SafetyLibraryRows(TestTenant.create());
    }

    ValidatableResponse get(String path) {
        return tenant.as("viewer").get(PATH + path).then();
    }

    ValidatableResponse post(String role, String path, String json) {
        return tenant.as(role)
                .contentType(ContentType.JSON)
                .body(json)
                .post(PATH + path)
                .then();
    }

    ValidatableResponse put(String role, String path, String json) {
        return tenant.as(role)
                .contentType(ContentType.JSON)
                .body(json)
                .put(PATH + path)
                .then();
    }

    ValidatableResponse delete(String role, String path) {
        return tenant.as(role).delete(PATH + path).then();
    }

    /** The path of a new row, without that of all lists. */
    String create(String role, String path, String json) {
        var location = post(role, path, json).statusCode(201).extract().header("Location");
        return location.substring(location.indexOf(PATH) + PATH.length());
    }
}
