package org.quartermaster.procurement.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.migration.ServiceCommand;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** The conversion of vectors to pgvector's type. */
@ProcurementTest
final class VectorResourceTest {
    private static final String PATH = "/api/v1/admin/vectors/convert";

    private final TestOrganization operator = TestOrganization.operator();

    @Test
    void isTheOperatorsAlone() {
        TestOrganization.create().as("admin").post(PATH).then().statusCode(403);
        operator.as("manager").post(PATH).then().statusCode(403);
    }

    @Test
    void isAJobThatSaysWhatCameOfIt() {
        var job =
                operator.as("admin").post(PATH).then().statusCode(202).extract().<String>path("job_id");

        await("the job").untilAsserted(() -> operator.as("admin")
                .get("/api/v1/jobs/" + job)
                .then()
                .body("state", equalTo("succeeded"))
                .body("result.converted", anyOf(equalTo(true), equalTo(false))));
        operator.as("admin")
                .get("/q/schema")
                .then()
                .body("retyped", not(hasItem(startsWith("procurement.embeddings"))));
    }

    @Test
    void theCommandIsDeclaredAndTakesNoArguments() throws Exception {
        var command = ServiceLoader.load(ServiceCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals("vectors"))
                .findFirst()
                .orElseThrow();

        assertThat(command.run(null, List.of("more"), new PrintStream(OutputStream.nullOutputStream())))
                .isEqualTo(2);
    }

    @Test
    void saysWhyThePlainArrayStays() throws SQLException {
        try (var owner = ProcurementDatabase.as("procurement_owner")) {
            var conversion = VectorColumn.convert(owner);

            assertThat(VectorColumn.lines(conversion).get(0))
                    .startsWith(conversion.converted() ? "Vectors are of" : "Vectors stay real[]: pgvector_not");
        }
    }
}
