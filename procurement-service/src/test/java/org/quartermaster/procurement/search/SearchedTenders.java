package org.quartermaster.procurement.search;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestTender;

/** Tenders of a source that a test has for itself, and the search among them. */
record SearchedTenders(TestOrganization organization, String source) {
    static final String PATH = "/api/v1/tenders";

    static SearchedTenders create() {
        return new SearchedTenders(TestOrganization.create(), TestTender.newSource());
    }

    ValidatableResponse find(String query) {
        return organization
                .as("viewer")
                .get(PATH + "?source=" + source + (query.isEmpty() ? "" : "&" + query))
                .then();
    }

    List<String> titles(String query) {
        return find(query).statusCode(200).extract().jsonPath().getList("items.title", String.class);
    }

    TestTender tender(String title) {
        return TestTender.of(source, title);
    }
}
