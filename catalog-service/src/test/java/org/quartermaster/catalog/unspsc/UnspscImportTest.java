package org.quartermaster.catalog.unspsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.reference.ReferenceFiles;
import org.quartermaster.platform.testing.TestTenant;

/** Codes come in by a file and are looked up. */
@CatalogTest
class UnspscImportTest {
    private static final String PATH = "/api/v1/unspsc";
    private static final Map<String, String> FULL_TRIAL = Map.of("full", "true", "dry_run", "true");

    private final ReferenceFiles files = new ReferenceFiles();
    private final TestTenant tenant = TestTenant.create();

    @Test
    void aFileIsTheSameTheSecondTime() {
        var file = "code,title,title_ar\n02101500,Grobblers,\n02000000,Grobbling,قسم\n02100000,Grobble tools,\n"
                + "02101501,Hand grobblers,مغربل\n";

        assertThat(files.load("unspsc", file).getInt("result.created")).isEqualTo(4);
        assertThat(files.load("unspsc", file).getInt("result.unchanged")).isEqualTo(4);
        tenant.as("viewer")
                .get(PATH + "/02101501")
                .then()
                .statusCode(200)
                .body("level", is(4))
                .body("parent_code", equalTo("02101500"))
                .body("path.title", contains("Grobbling", "Grobble tools", "Grobblers", "Hand grobblers"))
                .body("state", equalTo("active"));
        tenant.as("viewer").get(PATH + "/02101501?language=ar").then().body("title", equalTo("مغربل"));
        tenant.as("viewer").get(PATH + "/02101500/children").then().body("items.code", contains("02101501"));
        tenant.as("viewer").get(PATH + "?q=grobbler hand").then().body("items.code", hasItem("02101501"));
        tenant.as("viewer").get(PATH + "?q=0210&level=3").then().body("items.code", contains("02101500"));
    }

    @Test
    void eachRowIsAccountedFor() {
        var file = "Code;Title\n03000000;Alpha\n03000000;Alpha again\n03101500;Without family\n0310;Short\n03100000;\n";

        var job = files.load("unspsc", file);

        assertThat(job.getInt("result.rows")).isEqualTo(5);
        assertThat(job.getInt("result.created")).isEqualTo(1);
        assertThat(job.getInt("result.rejected")).isEqualTo(4);
        assertThat(job.getList("errors.code"))
                .containsExactlyInAnyOrder("reference.duplicate_row", "unspsc.parent", "unspsc.form", "missing");
    }

    @Test
    void aFileMayBeLargerThanOtherBodies() {
        var file = "code,title,note\n93000000,Delta," + "x".repeat(2 << 20) + "\n";

        assertThat(files.load("unspsc", file).getInt("result.created")).isEqualTo(1);
    }

    @Test
    void aDryRunShowsWhatItWouldDoAndDoesNothing() {
        var file = "code,title\n04000000,Beta\n".getBytes(StandardCharsets.UTF_8);

        var job = files.load("unspsc", file, Map.of("dry_run", "true"));

        assertThat(job.getInt("result.created")).isEqualTo(1);
        assertThat(job.getString("result.preview[0].after.title")).isEqualTo("Beta");
        tenant.as("viewer").get(PATH + "/04000000").then().statusCode(404);
    }

    @Test
    void anAtomicFileComesWholeOrNotAtAll() {
        var file = "code,title\n05000000,Gamma\nnonsense,Delta\n".getBytes(StandardCharsets.UTF_8);

        var job = files.load("unspsc", file, Map.of("atomic", "true"));

        assertThat(job.getString("state")).isEqualTo("failed");
        tenant.as("viewer").get(PATH + "/05000000").then().statusCode(404);
    }

    @Test
    void whatAFullListLacksIsDeletedAndWhatAnotherLacksStays() throws SQLException {
        files.load("unspsc", "code,title\n91000000,Whole\n92000000,Part\n");
        files.load("unspsc", "code,title\n91000000,Whole\n");
        tenant.as("viewer").get(PATH + "/92000000").then().body("state", equalTo("active"));
        var list = activeCodes().replaceAll("(?m)^92000000,.*\n", "");

        var trial = files.load("unspsc", list.getBytes(StandardCharsets.UTF_8), FULL_TRIAL);
        tenant.as("viewer").get(PATH + "/92000000").then().body("state", equalTo("active"));
        var job = files.load("unspsc", list.getBytes(StandardCharsets.UTF_8), Map.of("full", "true"));

        assertThat(trial.getInt("result.deleted")).isEqualTo(1);
        assertThat(job.getInt("result.deleted")).isEqualTo(1);
        assertThat(job.getInt("result.rejected")).isZero();
        tenant.as("viewer").get(PATH + "/92000000").then().body("state", equalTo("deleted"));
        tenant.as("viewer").get(PATH + "/91000000").then().body("state", equalTo("active"));
        files.load("unspsc", "code,title\n92000000,Part\n");
        tenant.as("viewer").get(PATH + "/92000000").then().body("state", equalTo("active"));
    }

    /** NB: of the other tests too, which are to find their codes as they left them. */
    private String activeCodes() throws SQLException {
        try (var session = CatalogSession.in(tenant.id())) {
            return session.value("""
                    select 'code,title' || chr(10) || string_agg(format('%s,"%s"', code, replace(title, '"', '""')), chr(10))
                      || chr(10)
                    from catalog.unspsccode where state = 'active'
                    """);
        }
    }

    @Test
    void utf16WithItsMarkIsRead() {
        var file = "\uFEFFcode;title\n06000000;Épsilon\n".getBytes(StandardCharsets.UTF_16LE);

        files.load("unspsc", file, Map.of());

        tenant.as("viewer").get(PATH + "/06000000").then().body("title", equalTo("Épsilon"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"number,title\n1,x\n", "code,title,code\n1,x,2\n", "PK\u0000\u0003 binary\n"})
    void whatIsNoSuchTableFailsBeforeAnyRow(String file) {
        var job = files.load("unspsc", file);

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getList("errors.code", String.class)).allMatch(code -> code.startsWith("reference."));
    }

    @Test
    void aCodeThatCannotBeIsWrongAndOneThatIsNotListedIsMissing() {
        tenant.as("viewer").get(PATH + "/2711").then().statusCode(422);
        tenant.as("viewer").get(PATH + "?parent=2711").then().statusCode(422);
        tenant.as("viewer").get(PATH + "/98989898").then().statusCode(404);
    }

    @Test
    void onlyADataAdminImports() {
        tenant.as("admin")
                .multiPart("file", "a.csv", "code,title\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/v1/imports/unspsc")
                .then()
                .statusCode(403);
        tenant.as("data-admin")
                .multiPart("dry_run", "true")
                .post("/api/v1/imports/unspsc")
                .then()
                .statusCode(422);
    }

    @Test
    void aMappingOfTheCpvIsKeptByItsPrefix() throws SQLException {
        var file =
                "cpv_code,cpv_label,unspsc_code,weight\n39141000-2,Work grobblers,46181504,0.9\n39141000,Twice,46181504,1\n";

        var job = files.load("cpv-mapping", file);

        assertThat(job.getInt("result.created")).isEqualTo(1);
        assertThat(job.getInt("result.rejected")).isEqualTo(1);
        try (var session = CatalogSession.in(tenant.id())) {
            assertThat(session.value("select weight from catalog.cpvunspscmapping where cpv_prefix = '39141'"))
                    .isEqualTo("0.9");
        }
        assertThat(job.<Object>get("result.preview")).isNull();
    }
}
