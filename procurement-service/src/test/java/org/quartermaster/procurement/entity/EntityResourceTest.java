package org.quartermaster.procurement.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestTender;

/** Buyers and suppliers, and what data admins say of them. */
@ProcurementTest
class EntityResourceTest {
    private static final String PATH = "/api/v1/entities";
    private static final String CATEGORIES = "/api/v1/entity-categories";

    private final TestOrganization organization = TestOrganization.create();
    private final TestOrganization operator = TestOrganization.operator();
    private final String source = TestTender.newSource();

    private String tender(UUID buyer) {
        var tender = TestTender.of(source, "T").buyer("Somebody");
        tender.buyerId = buyer;
        TestTender.link(tender.insert(), buyer, "buyer");
        return tender.id;
    }

    private List<String> tendersOf(UUID entity) {
        return organization
                .as("viewer")
                .get(PATH + "/" + entity + "/tenders")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.tender_id", String.class);
    }

    @Test
    void anEntityIsFoundByAnySpellingOfItsName() {
        var word = Ids.next("w");
        var id = TestTender.entity("Основно училиште " + word);

        organization
                .as("viewer")
                .get(PATH + "?q=osnovno uchilishte " + word)
                .then()
                .statusCode(200)
                .body("items.entity_id", contains(id.toString()));
        organization.as("viewer").get(PATH + "/" + id).then().statusCode(200).body("merged_into", nullValue());
    }

    @Test
    void aMergeMovesTendersAndUnmergingBringsThemBack() {
        var one = TestTender.entity("One");
        var other = TestTender.entity("Other");
        var ofOne = tender(one);
        var ofOther = tender(other);
        var ofBoth = tender(one);
        TestTender.link(ofBoth, other, "buyer");

        operator.post("data-admin", PATH + "/" + one + "/merge", "{\"into\": \"" + other + "\"}")
                .statusCode(200)
                .body("merged_into", equalTo(other.toString()));

        assertThat(tendersOf(other)).containsExactlyInAnyOrder(ofOne, ofOther, ofBoth);
        assertThat(tendersOf(one)).isEmpty();
        organization
                .as("viewer")
                .get("/api/v1/tenders?buyer_id=" + other)
                .then()
                .body("items.tender_id", containsInAnyOrder(ofOne, ofOther, ofBoth));

        operator.post("data-admin", PATH + "/" + one + "/unmerge", "{}").statusCode(200);

        assertThat(tendersOf(one)).containsExactlyInAnyOrder(ofOne, ofBoth);
        assertThat(tendersOf(other)).containsExactlyInAnyOrder(ofOther, ofBoth);
        organization
                .as("viewer")
                .get("/api/v1/tenders?buyer_id=" + other)
                .then()
                .body("items.tender_id", contains(ofOther));
        assertThat(noted(one)).containsExactly("entity.merged", "entity.unmerged");
    }

    private static List<String> noted(UUID entity) {
        var actions = new ArrayList<String>();
        TestTender.run(connection -> actions.addAll(Sql.query(
                connection,
                "select action from procurement.admin_audit_log where target_id = ? order by created_at",
                row -> row.getString(1),
                entity.toString())));
        return actions;
    }

    @Test
    void whatCannotBeMergedIsRefused() {
        var one = TestTender.entity("One");
        var other = TestTender.entity("Other");
        var third = TestTender.entity("Third");
        var merge = PATH + "/" + one + "/merge";

        operator.post("data-admin", merge, "{\"into\": \"" + one + "\"}").statusCode(422);
        operator.post("data-admin", merge, "{\"into\": \"" + UUID.randomUUID() + "\"}")
                .statusCode(422);
        operator.post("data-admin", PATH + "/" + one + "/unmerge", "{}").statusCode(409);
        operator.post("data-admin", merge, "{\"into\": \"" + other + "\"}").statusCode(200);
        operator.post("data-admin", merge, "{\"into\": \"" + third + "\"}").statusCode(409);
        operator.post("data-admin", PATH + "/" + other + "/merge", "{\"into\": \"" + third + "\"}")
                .statusCode(409)
                .body("code", equalTo("has_merged"));
        organization.post("admin", merge, "{\"into\": \"" + third + "\"}").statusCode(403);
    }

    @Test
    void aDataAdminCorrectsANameUnlessSomebodyElseHas() {
        var id = TestTender.entity("Wrnog");
        var path = PATH + "/" + id;
        var tag = organization.as("viewer").get(path).header("ETag");

        operator.as("data-admin")
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Right\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("Right"));
        operator.as("data-admin")
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Late\"}")
                .patch(path)
                .then()
                .statusCode(412);
    }

    @Test
    void categoriesAreATree() {
        var top = category(Ids.next("top"), null);
        var name = Ids.next("below");
        var below = category(name, top);

        operator.post("data-admin", CATEGORIES, "{\"name\": \"" + name + "\"}").statusCode(409);
        patch(top, "{\"parent_id\": \"" + below + "\"}").statusCode(422).body("code", equalTo("cycle"));
        patch(below, "{\"parent_id\": \"" + UUID.randomUUID() + "\"}").statusCode(422);
        organization
                .as("viewer")
                .get(CATEGORIES + "?parent_id=" + top)
                .then()
                .body("items.category_id", contains(below));
        operator.as("data-admin").delete(CATEGORIES + "/" + top).then().statusCode(204);
        organization.as("viewer").get(CATEGORIES + "/" + below).then().body("parent_id", nullValue());
        organization.as("viewer").get(CATEGORIES + "/" + top).then().statusCode(404);
    }

    @Test
    void entitiesAreFoundByTheirCategory() {
        var id = TestTender.entity("One");
        var category = category(Ids.next("c"), null);
        operator.as("data-admin")
                .contentType(ContentType.JSON)
                .body("{\"category_id\": \"" + category + "\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200);

        organization
                .as("viewer")
                .get(PATH + "?category_id=" + category)
                .then()
                .body("items.entity_id", hasItem(id.toString()));
        organization
                .as("viewer")
                .get(PATH + "?role=supplier&category_id=" + category)
                .then()
                .body("items", empty())
                .body("items.entity_id", not(hasItem(id.toString())));
    }

    private String category(String name, String parent) {
        return operator.post(
                        "data-admin",
                        CATEGORIES,
                        "{\"name\": \"%s\", \"parent_id\": %s}"
                                .formatted(name, parent == null ? "null" : "\"" + parent + "\""))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("category_id");
    }

    private ValidatableResponse patch(String category, String body) {
        return operator.as("data-admin")
                .contentType(ContentType.JSON)
                .body(body)
                .patch(CATEGORIES + "/" + category)
                .then();
    }
}
